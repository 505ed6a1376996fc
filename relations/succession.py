"""What in a new reading stands for what an earlier reading, or a person, found in the same sentences."""

from collections.abc import Iterator, Sequence
from copy import copy
from typing import Any

from django.utils import timezone

from relations.merging.terms import Terms
from relations.models import Article, Pin
from relations.vocabulary import FactKind

# What tells the facts of one sentence apart, by kind; a reading that changes it is matched only where nothing else is.
_TELLING = {FactKind.CONTACT: "format", FactKind.TRADE: "value", FactKind.POSITION: "stems"}


def tie(kind: str, article: Article, reports: Sequence[Any]) -> None:
    """Sets `pin` and `fact_id` of the reports that stand where a review tied a sentence to a fact."""
    pins = list(Pin.objects.filter(kind=kind, article=article, is_active=True))
    for pin, report in _successors(kind, pins, reports):
        report.pin, report.fact_id = pin, pin.fact


def succeed(kind: str, gone: Sequence[Any], reports: Sequence[Any]) -> None:
    """Sets `former` of the reports that replace one of the `gone`: the fact that it belonged to."""
    for old, report in _successors(kind, gone, reports):
        report.former = old.fact_id


def move(report: Any, fact: int) -> None:
    """Stores the report as one of the fact; if it was another's, an ended copy stays there: it was known so once."""
    if report.pk and report.fact_id != fact:
        now = timezone.now()
        past = copy(report)
        past.pk, past.pin, past.known_until = None, None, now
        past._state = copy(report._state)
        past._state.adding = True
        past.save()
        report.here_from = now
    report.fact_id = fact
    report.save()


def _successors(kind: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Pairs of an old place and the new report that fits it best, each once."""
    left, free = list(old), list(new)
    for fits in (_identical, _telling, _overlapping):
        for place in list(left):
            found = [report for report in free if _overlap(place, report) > 0 and fits(kind, place, report)]
            if found:
                best = max(found, key=lambda report: (_overlap(place, report), -report.start))
                free.remove(best)
                left.remove(place)
                yield place, best


def _identical(kind: str, place: Any, report: Any) -> bool:
    return place.key == report.key


def _telling(kind: str, place: Any, report: Any) -> bool:
    name = _TELLING[FactKind(kind)]
    a, b = (Terms.of(kind, row).values.get(name) for row in (place, report))
    if kind == FactKind.POSITION:
        return bool(a and b) and len(set(a) & set(b)) * 2 >= min(len(a), len(b))
    return a == b


def _overlapping(kind: str, place: Any, report: Any) -> bool:
    """The same sentence, with nothing left in it that fits better."""
    return _overlap(place, report) >= 0.5


def _overlap(place: Any, report: Any) -> float:
    """The share of the longer span that both have in common."""
    common = min(place.end, report.end) - max(place.start, report.start)
    return max(common, 0) / max(place.end - place.start, report.end - report.start, 1)
