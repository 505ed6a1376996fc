"""How well reports were merged into facts: B-cubed, and facts per true event.

B-cubed (A. Bagga, B. Baldwin: "Entity-Based Cross-Document Coreferencing Using the Vector Space Model",
COLING-ACL 1998) looks at each report in turn. Its precision is the share of its fact's reports that speak of the
same event, its recall the share of its event's reports that are in the same fact; a report counts as one of its own.
Both are averaged over the reports, every report weighing the same.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import NamedTuple


class BCubed(NamedTuple):
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


def b_cubed(facts: Mapping[Hashable, Hashable], events: Mapping[Hashable, Hashable]) -> BCubed:
    """The score of the facts that the reports were put into, against the events that they speak of.

    Both map each report to its fact or event and must name the same reports; raises ValueError if not, or if none.
    """
    _check(facts, events)
    together = Counter((facts[report], events[report]) for report in events)
    in_fact, in_event = Counter(facts.values()), Counter(events.values())
    # The `both` reports of one event in one fact all have the same precision and recall.
    precision = sum(both * both / in_fact[fact] for (fact, _), both in together.items()) / len(events)
    recall = sum(both * both / in_event[event] for (_, event), both in together.items()) / len(events)
    return BCubed(precision, recall, 2 * precision * recall / (precision + recall))


def facts_per_event(facts: Mapping[Hashable, Hashable], events: Mapping[Hashable, Hashable]) -> float:
    """Over how many facts an event's reports are spread, the mean over the events: 1 where none is split.

    Wrong merges do not make up for splits here, as they would in the number of facts by that of events.
    Raises ValueError as `b_cubed` does.
    """
    _check(facts, events)
    spread = defaultdict(set)
    for report, event in events.items():
        spread[event].add(facts[report])
    return sum(map(len, spread.values())) / len(spread)


def _check(facts: Mapping[Hashable, Hashable], events: Mapping[Hashable, Hashable]) -> None:
    if not events or facts.keys() != events.keys():
        raise ValueError("The facts and the events must be told of the same reports, at least of one.")
