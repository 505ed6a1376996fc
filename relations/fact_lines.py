"""Every fact as a JSON-ready line, in an order that two installations share: what outside checks compare."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from relations.models import Contact, Position, TradeFigure


def fact_lines() -> Iterator[dict[str, Any]]:
    """The facts by kind, then by their smallest report: kind, permanent id, review state, chosen values, reports.

    Facts that a person rejected are among them: their review says so. Nothing depends on today's date.
    """
    for kind, rows in (("contact", _contacts()), ("trade", _figures()), ("position", _positions())):
        for _, row in sorted(rows, key=lambda pair: pair[0]):
            yield {"kind": kind, **row}


def _known(model: Any) -> Any:
    return model.every.filter(known_until=None)


def _row(fact: Any, values: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """The fact's line with what to order it by: its smallest report, then its values."""
    reports = sorted(
        ({"article": _article_id(r), "start": r.start, "end": r.end} for r in fact.reports.all()),
        key=lambda report: (report["article"], report["start"], report["end"]),
    )
    first = tuple(reports[0].values()) if reports else ("", 0, 0)
    order = first, json.dumps(values, sort_keys=True, ensure_ascii=False)
    return order, {"id": fact.number, "review": fact.review_state or None, "values": values, "reports": reports}


def _article_id(report: Any) -> str:
    return report.article.external_id or report.article.text_hash


def _named(rows: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "side": side} for name, side in sorted(rows)]


def contact_values(contact: Contact) -> dict[str, Any]:
    """The contact's values in the fields of the annotation guide; prefetch `participations__actor`."""
    people = [(p.actor.name_ru, p.side) for p in contact.participations.all()]
    return {
        "format": contact.format,
        "status": contact.status,
        "date": contact.date or None,
        "date_end": contact.date_end or None,
        "participants": _named(p for p in people if p[1] != "other"),
        "others": _named(p for p in people if p[1] == "other"),
        "place": contact.place or None,
        "level": contact.level,
        "margins": contact.margins,
    }


def figure_values(figure: TradeFigure) -> dict[str, Any]:
    """The figure's values in the fields of the annotation guide."""
    return {
        "indicator": figure.indicator,
        "commodity": figure.commodity or None,
        "value": figure.value,
        "unit": figure.unit or None,
        "change_pct": figure.change_pct,
        "period": figure.period or None,
        "status": figure.status,
    }


def position_values(position: Position) -> dict[str, Any]:
    """The position's values in the fields of the annotation guide; select `speaker`, prefetch `topic_rows`."""
    return {
        "speaker": position.speaker.name_ru,
        "side": position.side,
        "kind": position.kind,
        "content": position.content,
        "topics": position.topics,
        "stance": position.stance,
        "relay": position.relay,
        "rendered_by": position.rendered_by or None,
    }


def _contacts() -> Iterator[tuple[Any, dict[str, Any]]]:
    for contact in _known(Contact).prefetch_related("reports__article", "participations__actor"):
        yield _row(contact, contact_values(contact))


def _figures() -> Iterator[tuple[Any, dict[str, Any]]]:
    for figure in _known(TradeFigure).prefetch_related("reports__article"):
        yield _row(figure, figure_values(figure))


def _positions() -> Iterator[tuple[Any, dict[str, Any]]]:
    for position in _known(Position).select_related("speaker").prefetch_related("reports__article", "topic_rows"):
        yield _row(position, position_values(position))
