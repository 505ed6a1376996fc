"""The merge sets: articles about known events, and which sentence of an article reports which event.

Each file of a set's folder has `events`, by id what a report of it must be (`contact: call`, `trade: turnover`,
`position:` and its speaker; `made_up` marks the few that never took place), and `articles` with an `id`, `outlet`,
`published`, `title`, `text` and `tells`: the `event` and how the `sentence` that reports it begins.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

FOLDER = Path(__file__).parent

# For each kind of fact the value of a report that tells one event of a sentence from another of the same kind.
TOLD_BY = {"contact": "format", "trade": "indicator", "position": "speaker"}


@dataclass(frozen=True)
class Event:
    """What really happened, was measured or was said once; `named` is its format, indicator or speaker."""

    id: str
    kind: str  # "contact", "trade" or "position"
    named: str

    def is_told_by(self, kind: str, values: Mapping[str, Any]) -> bool:
        """Whether a report of these values can be one of it. A speaker's office may stand longer than named."""
        if kind != self.kind:
            return False
        told = values[TOLD_BY[kind]]
        return self.named in told if kind == "position" else told == self.named


class Telling(NamedTuple):
    """A sentence that reports an event; `at` is the place of its first character in the article's text."""

    article: str
    at: int
    event: Event


class Report(NamedTuple):
    """A report as found, of whatever was read: `spans` are its sentences."""

    article: str
    kind: str
    spans: Sequence[Sequence[int]]
    values: Mapping[str, Any]


def _files(name: str) -> Iterator[dict[str, Any]]:
    for path in sorted((FOLDER / name).glob("*.yaml")):
        yield yaml.safe_load(path.read_text(encoding="utf-8"))


def articles(name: str) -> list[dict[str, Any]]:
    """The articles of the set, in the order of the files."""
    return [article for file in _files(name) for article in file["articles"]]


def events(name: str) -> dict[str, Event]:
    """The set's events by id; raises ValueError if two share one."""
    found: dict[str, Event] = {}
    for file in _files(name):
        for key, form in file["events"].items():
            if key in found:
                raise ValueError(f"Two events are called {key}.")
            ((kind, named),) = ((kind, form[kind]) for kind in TOLD_BY if kind in form)
            found[key] = Event(key, kind, named)
    return found


def tellings(name: str) -> list[Telling]:
    """Every named sentence with its event; raises ValueError if a sentence isn't there just once."""
    known, found = events(name), []
    for article in articles(name):
        for told in article["tells"]:
            if article["text"].count(told["sentence"]) != 1:
                raise ValueError(f"{article['id']}: «{told['sentence']}» must begin one sentence of it.")
            found.append(Telling(article["id"], article["text"].index(told["sentence"]), known[told["event"]]))
    return found


def assign(name: str, reports: Iterable[Report]) -> dict[Telling, list[int]]:
    """For each named sentence the numbers of the reports of its event there, none if the event was not read.

    A report of several named sentences counts for the first; one of no named sentence counts for none.
    """
    told: dict[Telling, list[int]] = {telling: [] for telling in tellings(name)}
    for number, report in enumerate(reports):
        for telling in told:
            if (
                telling.article == report.article
                and telling.event.is_told_by(report.kind, report.values)
                and any(start <= telling.at < end for start, end in report.spans)
            ):
                told[telling].append(number)
                break
    return told
