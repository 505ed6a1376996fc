"""What a fact showed before: each version with the time in which it was shown, what changed, and why."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, pairwise
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from relations.discretion import named
from relations.kinds import KINDS
from relations.knowledge import moment
from relations.models import Contact, Position, Review
from relations.telling.choices import outlet_of
from relations.telling.decisions import kind_of, said_of
from relations.telling.said import Said, said
from relations.telling.shown import values_of

# What happens within this time belongs together: one reading, one decision.
AT_ONCE = timedelta(seconds=0.5)


@dataclass(frozen=True)
class Change:
    """One field that became another: both in words, "" where it was left open."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Version:
    """What was shown from `since` until `until` (None for the one that is shown), and why it came about.

    `day` is one on whose evening it was what was known; None where it did not last over a midnight.
    """

    since: datetime
    until: datetime | None
    changes: list[Change]
    why: list[str]
    day: date | None


def versions_of(fact: Any, decisions: Sequence[Review]) -> list[Version]:
    """The versions known by the moment asked for, the newest first; the oldest has no changes."""
    rows = _rows(fact)
    events = sorted(_events(fact, decisions), key=lambda event: event[0]) if len(rows) > 1 else []
    told = [_told(row) for row in rows]
    versions = [
        Version(
            row.known_from,
            rows[at + 1].known_from if at + 1 < len(rows) else None,
            _changes(told[at - 1], told[at]) if at else [],
            _why(row.known_from, events) if at else [],
            _evening(row.known_from, rows[at + 1].known_from) if at + 1 < len(rows) else None,
        )
        for at, row in enumerate(rows)
    ]
    return versions[::-1]


def _rows(fact: Any) -> list[Any]:
    """The stored versions, the earliest first, without those that gave way within the same decision or reading."""
    at = moment()
    until = Q() if at is None else Q(known_from__lte=at)
    rows = type(fact).every.filter(until, Q(pk=fact.number) | Q(of=fact.number)).order_by("known_from", "pk")
    if isinstance(fact, Contact):
        rows = rows.prefetch_related("participations__actor")
    if isinstance(fact, Position):
        rows = rows.select_related("speaker").prefetch_related("topic_rows")
    stored = list(rows)
    brief = {a.pk for a, b in pairwise(stored) if b.known_from - a.known_from <= AT_ONCE}
    return [row for row in stored if row.pk not in brief]


def _told(row: Any) -> list[Said]:
    told = said(values_of(row))
    if isinstance(row, Position):
        told.append(Said("content", _("Content"), row.content))
    return [*told, Said("review", _("Review"), row.get_review_state_display() if row.review_state else "")]


def _changes(before: Iterable[Said], after: Iterable[Said]) -> list[Change]:
    texts = {one.name: one.text for one in before}
    return [Change(one.label, texts[one.name], one.text) for one in after if one.text != texts[one.name]]


def _evening(since: datetime, until: datetime) -> date | None:
    first, last = timezone.localdate(since), timezone.localdate(until)
    return first if first < last else None


def _why(since: datetime, events: Sequence[tuple[datetime, str]]) -> list[str]:
    """The last things that happened by then."""
    before = [event for event in events if event[0] <= since + AT_ONCE]
    if not before:
        return []
    latest = before[-1][0]
    return list(dict.fromkeys(text for at, text in before if latest - at <= AT_ONCE))


def _events(fact: Any, decisions: Sequence[Review]) -> Iterable[tuple[datetime, str]]:
    """What can change a fact: decisions, reports that come, and reports that go."""
    for review in decisions:
        yield review.at, said_of(review)
        if review.undone_at:
            undone = {
                "what": said_of(review),
                "who": named(review.undone_by.get_username() if review.undone_by else ""),
            }
            yield review.undone_at, _("undone by %(who)s: %(what)s") % undone
    by_article: dict[int, list[Any]] = defaultdict(list)
    for report in KINDS[kind_of(fact)].report.every.filter(fact=fact.number).select_related("article__outlet"):
        by_article[report.article_id].append(report)
    for report in chain.from_iterable(by_article.values()):
        beside = by_article[report.article_id]
        outlet = {"outlet": outlet_of(report.article), "version": report.reader_version}
        gaps = [report.here_from - other.known_until for other in beside if other.known_until]
        if any(-AT_ONCE / 10 <= gap <= AT_ONCE for gap in gaps):
            yield report.here_from, _("read again by version %(version)s: %(outlet)s") % outlet
        elif report.here_from - report.known_from > AT_ONCE:
            yield report.here_from, _("a report came over from another fact: %(outlet)s") % outlet
        else:
            yield report.here_from, _("reported: %(outlet)s") % outlet
        if report.known_until and not _has_heir(report, beside):
            yield report.known_until, _("no longer reported: %(outlet)s") % outlet


def _has_heir(report: Any, beside: Iterable[Any]) -> bool:
    """Whether a reading of the same article put another of its reports in its place."""
    return any(abs(other.here_from - report.known_until) <= AT_ONCE for other in beside if other.pk != report.pk)
