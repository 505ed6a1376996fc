"""Finds, in the database, all reports that have to do with the ones that changed: what partition needs to see."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
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
# How long a report's own stretch of time can be: one that begins earlier is over before. Figures of one period share
# their block with no others.
LONGEST: dict[str, timedelta | None] = {
    FactKind.CONTACT: 2 * times.LONGEST,  # with the days to which it was put off
    FactKind.TRADE: None,
    FactKind.POSITION: timedelta(0),
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
    windows = _windows(frontier.values(), REACH[kind])
    for at in range(0, len(windows), AT_ONCE):
        near = reduce(or_, (window.holds(LONGEST[kind]) for window in windows[at : at + AT_ONCE]))
        found |= {row.pk: row for row in rows.filter(near)}
    return [found[pk] for pk in sorted(found)]


@dataclass(slots=True)
class _Window:
    """A stretch of days in one block; without days, the block's terms that have none."""

    block: str
    first: date | None = None
    last: date | None = None

    def holds(self, longest: timedelta | None) -> Q:
        """Whether a row's stretch, no longer than given, has days in this one."""
        if self.first is None or self.last is None:
            return Q(block=self.block, first=None)
        inside = Q(block=self.block, first__lte=self.last, last__gte=self.first)
        # For the index's sake: all that came before is left unread.
        return inside if longest is None else inside & Q(first__gte=self.first - longest)


def _windows(frontier: Iterable[Terms], reach: timedelta) -> list[_Window]:
    """Where reports of the same facts can be: in the same block, at about the same time. Few, where many are close."""
    undated = {terms.block for terms in frontier if terms.first is None or terms.last is None}
    windows = [_Window(block) for block in sorted(undated)]
    dated = [(t.block, t.first - reach, t.last + reach) for t in frontier if t.first is not None and t.last is not None]
    open_window: _Window | None = None
    for block, first, last in sorted(dated):
        if open_window and open_window.last and open_window.block == block and first <= open_window.last:
            open_window.last = max(last, open_window.last)
        else:
            open_window = _Window(block, first, last)
            windows.append(open_window)
    return windows


def _concerns(kind: str, terms: Terms, seen: dict[str, Terms], frontier: dict[str, Terms]) -> bool:
    return terms.key in seen or any(
        known.block == terms.block and SAME[kind](terms, known) for known in frontier.values()
    )
