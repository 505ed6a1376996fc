"""The values a fact shows, chosen from its reports by one rule that does not depend on their order.

The value that most articles give wins; a tie goes to the one that sorts first. A contact that any
article reports as held was held; a date counts as inferred only if no article states it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from relations.calendar import first_day, last_day, period_bounds
from relations.merging import actor_key
from relations.models import (
    Actor,
    Contact,
    ContactReport,
    Participation,
    Position,
    PositionReport,
    PositionTopic,
    TradeFigure,
    TradeReport,
)
from relations.reading import Participant
from relations.vocabulary import ContactStatus, Level

# What has happened outweighs what was planned.
_STATUS_ORDER = [ContactStatus.HELD, ContactStatus.CANCELLED, ContactStatus.PLANNED, ContactStatus.PROPOSED]


def refresh_contact(contact: Contact, reports: Sequence[ContactReport], actors: dict[str, Actor]) -> None:
    """Writes the contact's values and participants from its reports; `actors` maps keys to rows."""
    values = [report.values for report in reports]
    shown = values[0]
    contact.format = shown["format"]
    contact.status = min((v["status"] for v in values), key=_STATUS_ORDER.index)
    contact.level = min((v["level"] for v in values), key=list(Level.values).index)
    contact.date, contact.date_end = shown["date"] or "", shown["date_end"] or ""
    contact.day = first_day(contact.date)
    contact.last_day = last_day(contact.date_end or contact.date)
    contact.precision = shown["precision"]
    contact.inferred = all(v["inferred"] for v in values)
    contact.place = _most_common(v["place"] for v in values) or ""
    contact.margins = any(v["margins"] for v in values)
    contact.sources = len({report.article_id for report in reports})
    _save_if_changed(contact)
    _refresh_participations(contact, values, actors)


def refresh_figure(figure: TradeFigure, reports: Sequence[TradeReport], actors: dict[str, Actor]) -> None:
    """Writes the figure's values from its reports."""
    shown = reports[0].values
    figure.indicator, figure.status = shown["indicator"], shown["status"]
    figure.commodity, figure.unit, figure.period = (shown[name] or "" for name in ("commodity", "unit", "period"))
    figure.value, figure.change_pct = shown["value"], shown["change_pct"]
    figure.period_start, figure.period_end = period_bounds(figure.period)
    figure.sources = len({report.article_id for report in reports})
    _save_if_changed(figure)


def refresh_position(position: Position, reports: Sequence[PositionReport], actors: dict[str, Actor]) -> None:
    """Writes the position's values and topics from its reports."""
    values = [report.values for report in reports]
    earliest = min(reports, key=lambda report: (report.article.published is None, report.article.published or 0))
    position.speaker = actors[reports[0].values["actor_key"]]
    position.side, position.kind = values[0]["side"], values[0]["kind"]
    position.post = _most_common(v["post"] for v in values) or ""
    position.content = earliest.article.text[earliest.content_start : earliest.content_end]
    position.stance = _most_common(v["stance"] for v in values) or ""
    position.relay = earliest.values["relay"]
    position.rendered_by = earliest.values["rendered_by"] or ""
    position.reported_on = earliest.article.published
    position.sources = len({report.article_id for report in reports})
    _save_if_changed(position)
    topics = values[0]["topics"]
    if position.topics != topics:
        position.topic_rows.all().delete()
        PositionTopic.objects.bulk_create(PositionTopic(position=position, topic=topic) for topic in topics)


def _refresh_participations(contact: Contact, values: list[dict[str, Any]], actors: dict[str, Actor]) -> None:
    wanted: dict[int, tuple[str, str]] = {}
    for value in values:
        for given in [*value["participants"], *value["others"]]:
            actor = actors[actor_key(Participant(**given))]
            side, post = wanted.get(actor.pk, (given["side"], ""))
            wanted[actor.pk] = (side, post or given["post"] or "")
    rows = {row.actor_id: (row.side, row.post) for row in contact.participations.all()}
    if rows != wanted:
        contact.participations.all().delete()
        Participation.objects.bulk_create(
            Participation(contact=contact, actor_id=actor, side=side, post=post)
            for actor, (side, post) in wanted.items()
        )


def _most_common(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _save_if_changed(fact: Contact | TradeFigure | Position) -> None:
    """Saves only a fact that differs from its row, so that recording the same reading again writes nothing."""
    stored = type(fact)._default_manager.filter(pk=fact.pk).values().get()
    if any(getattr(fact, name) != value for name, value in stored.items()):
        fact.save()
