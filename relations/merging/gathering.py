"""Finds, in the database, all reports that have to do with the ones that changed: what partition needs to see."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from relations.merging import contacts, positions, times, trade
from relations.merging.partition import Same
from relations.merging.terms import Terms
from relations.models import Pin
from relations.vocabulary import FactKind

SAME: dict[str, Same] = {
    FactKind.CONTACT: contacts.same,
    FactKind.TRADE: trade.same,
    FactKind.POSITION: positions.same,
}
# Conditions in one query; SQLite takes no expression deeper than 1,000.
AT_ONCE = 200
# How far apart two reports of one fact can be in time.
REACH: dict[str, timedelta] = {
    FactKind.CONTACT: times.DAY,
    FactKind.TRADE: trade.SAME_NEWS,
    FactKind.POSITION: positions.SAME_NEWS,
}


@dataclass(slots=True)
class Gathered:
    """`found` are the terms by key, `reports` the stored reports that no review ties to a fact, `pinned` the terms
    tied to each reviewed fact."""

    found: dict[str, Terms] = field(default_factory=dict)
    reports: dict[int, Any] = field(default_factory=dict)
    pinned: dict[int, dict[str, Terms]] = field(default_factory=dict)

    def keep_first(self, terms: Terms) -> None:
        """Of reports with the same terms, the one that goes first stands for all."""
        known = self.found.get(terms.key)
        if known is None or terms.rank < known.rank:
            self.found[terms.key] = terms


def gather(kind: str, model: Any, changed: Iterable[Terms]) -> Gathered:
    """All that is connected with the changed terms by sameness, over however many steps."""
    gathered = Gathered()
    seen: dict[str, Terms] = {}
    frontier = {terms.key: terms for terms in changed}
    while frontier:
        seen |= frontier
        near: dict[str, Terms] = {}
        for report in _rows(model.every.filter(known_until=None), kind, frontier):
            terms = Terms.of(kind, report)
            if not _concerns(kind, terms, seen, frontier):
                continue
            near.setdefault(terms.key, terms)
            if report.is_pinned:
                gathered.pinned.setdefault(report.fact_id, {})[terms.key] = terms
            else:
                gathered.reports[report.pk] = report
                gathered.keep_first(terms)
        for pin in _rows(Pin.objects.filter(kind=kind, is_active=True), kind, frontier):
            terms = Terms.of(kind, pin)
            if _concerns(kind, terms, seen, frontier):
                near.setdefault(terms.key, terms)
                gathered.pinned.setdefault(pin.fact, {})[terms.key] = terms
        frontier = {key: terms for key, terms in near.items() if key not in seen}
    return gathered


def _rows(rows: QuerySet[Any], kind: str, frontier: dict[str, Terms]) -> Iterable[Any]:
    """The rows near any of the terms, each once: asked for in portions that every database takes."""
    found = {}
    for some in _portions(list(frontier.values())):
        found |= {row.pk: row for row in rows.filter(_near(kind, some))}
    return [found[pk] for pk in sorted(found)]


def _portions(terms: list[Terms]) -> Iterable[list[Terms]]:
    return (terms[at : at + AT_ONCE] for at in range(0, len(terms), AT_ONCE))


def _near(kind: str, frontier: Iterable[Terms]) -> Q:
    """Where reports of the same facts can be: under the same key, or in the same block at about the same time."""
    conditions = [Q(key__in=[terms.key for terms in frontier])]
    for terms in frontier:
        if terms.first is None or terms.last is None:
            conditions.append(Q(block=terms.block, first=None))
        else:
            days = {"first__lte": terms.last + REACH[kind], "last__gte": terms.first - REACH[kind]}
            conditions.append(Q(block=terms.block, **days))
    return reduce(or_, conditions)


def _concerns(kind: str, terms: Terms, seen: dict[str, Terms], frontier: dict[str, Terms]) -> bool:
    return terms.key in seen or any(
        known.block == terms.block and SAME[kind](terms, known) for known in frontier.values()
    )
