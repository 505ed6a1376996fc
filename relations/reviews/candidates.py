"""Other facts that may be the same: those of the same people, or of the same thing measured, nearest in time."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from relations.models import Contact, Position, TradeFigure
from relations.vocabulary import FactKind

MOST = 8


def candidates(kind: str, fact: Any) -> list[Any]:
    """At most `MOST` facts, the nearest first. Three queries, however many facts there are."""
    near, field, day = _NEAR[FactKind(kind)](fact)
    others = near.exclude(pk=fact.number).distinct()
    if day is None:
        return list(others.order_by("-pk")[:MOST])
    before = others.filter(**{f"{field}__lte": day}).order_by(f"-{field}", "-pk")[:MOST]
    after = others.filter(**{f"{field}__gt": day}).order_by(field, "pk")[:MOST]
    found = sorted([*before, *after], key=lambda other: (abs(getattr(other, field) - day), other.pk))
    return found[:MOST]


_Near = tuple[QuerySet[Any], str, date | None]


def _contacts(fact: Contact) -> _Near:
    actors = [row.actor_id for row in fact.participations.all()]
    near = Contact.objects.filter(participations__actor__in=actors)
    return near.prefetch_related("participations__actor"), "day", fact.day


def _figures(fact: TradeFigure) -> _Near:
    near = TradeFigure.objects.filter(indicator=fact.indicator, commodity=fact.commodity)
    return near, "period_end", fact.period_end


def _positions(fact: Position) -> _Near:
    near = Position.objects.filter(speaker=fact.speaker_id)
    return near.select_related("speaker"), "reported_on", fact.reported_on


_NEAR: dict[FactKind, Any] = {
    FactKind.CONTACT: _contacts,
    FactKind.TRADE: _figures,
    FactKind.POSITION: _positions,
}
