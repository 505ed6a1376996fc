"""The rows of the queue: each fact with its sentence, and why it is there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Min, TextField
from django.db.models.functions import Substr

from relations.kinds import KINDS
from relations.models.fact import Report
from relations.reviews.decisions import seen_of
from relations.reviews.log import review_address
from relations.reviews.queue import WHY
from relations.reviews.words import title_of
from relations.vocabulary import FactKind, ReviewState, Side

_WITH: dict[str, tuple[list[str], list[str]]] = {
    FactKind.CONTACT: ([], ["participations__actor"]),
    FactKind.TRADE: ([], []),
    FactKind.POSITION: (["speaker"], ["topic_rows"]),
}


@dataclass
class Row:
    """A fact in the queue. `report` is one of its reports, with `said`, its first sentence; None if none is left.

    `next` is where to go on after a decision: the list as it is, at the row that follows.
    """

    kind: str
    fact: Any
    title: str
    why: list[tuple[str, Any]]
    report: Report | None
    seen: str
    next: str = ""

    @property
    def id(self) -> str:
        return f"{self.kind}-{self.fact.pk}"

    @property
    def kind_label(self) -> Any:
        return FactKind(self.kind).label

    @property
    def level(self) -> str:
        return self.fact.get_level_display() if self.kind == FactKind.CONTACT else ""

    @property
    def review_address(self) -> str:
        return review_address(self.kind, self.fact.pk)

    @property
    def address(self) -> str:
        return self.review_address if self.is_rejected else self.fact.get_absolute_url()

    @property
    def is_rejected(self) -> bool:
        return self.fact.review_state == ReviewState.REJECTED


def rows_of(found: Iterable[tuple[Any, ...]], here: str) -> list[Row]:
    """The facts of (kind, number, …) in that order, listed at the address `here`; a few queries a kind."""
    wanted = [(kind, number) for kind, number, *_ in found]
    numbers: dict[str, list[int]] = defaultdict(list)
    for kind, number in wanted:
        numbers[kind].append(number)
    rows = {(row.kind, row.fact.pk): row for kind, some in numbers.items() for row in _rows(kind, some)}
    listed = [rows[key] for key in wanted if key in rows]
    ids = [*(row.id for row in listed[1:]), "list"]
    for row, after in zip(listed, ids, strict=False):
        row.next = f"{here}#{after}"
    return listed


def _rows(kind: str, numbers: list[int]) -> Iterable[Row]:
    joined, fetched = _WITH[kind]
    facts = KINDS[kind].fact.every.filter(pk__in=numbers).prefetch_related(*fetched)
    reports = _first_reports(kind, numbers)
    for fact in facts.select_related(*joined) if joined else facts:
        yield Row(kind, fact, title_of(kind, fact), _why(fact), reports.get(fact.pk), seen_of(fact))


def _first_reports(kind: str, numbers: list[int]) -> dict[int, Any]:
    """A report of each fact, with its sentence cut out by the database: articles may be long."""
    of = KINDS[kind].report.objects
    first = of.filter(fact__in=numbers).order_by().values("fact").annotate(first=Min("pk")).values("first")
    said = Substr("article__text", F("start") + 1, F("end") - F("start"), output_field=TextField())
    reports = of.filter(pk__in=first).select_related("article__outlet").defer("article__text").annotate(said=said)
    return {report.fact_id: report for report in reports}


def _why(fact: Any) -> list[tuple[str, Any]]:
    """Which of the reasons hold, as (name, label)."""
    holds = {
        fact.attention: bool(fact.attention),
        "disputed": fact.disputed,
        "single": fact.origins <= 1,
        "inferred": getattr(fact, "inferred", False),
        "incomplete": _is_incomplete(fact),
    }
    return [(name, label) for name, label in WHY.items() if holds.get(name)]


def _is_incomplete(fact: Any) -> bool:
    if hasattr(fact, "participations"):
        sides = {row.side for row in fact.participations.all()}
        return fact.day is None or not {Side.RU.value, Side.CN.value} <= sides
    if hasattr(fact, "topic_rows"):
        return fact.reported_on is None or not fact.topics
    return not fact.period or fact.value is None
