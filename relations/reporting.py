"""A reading as rows of reports, not stored yet."""

from collections.abc import Sequence
from typing import Any

from relations.kinds import KINDS
from relations.merging import actor_key
from relations.models import Article, ContactReport, PositionReport, TradeReport
from relations.reading import Reading, Span, as_dict
from relations.vocabulary import FactKind


def reports_of(article: Article, reading: Reading) -> dict[str, list[Any]]:
    """The reports that the reading gives, by kind, with their terms."""
    values = as_dict(reading)
    contacts = [
        ContactReport(**_columns(article, reading, contact.evidence, value))
        for contact, value in zip(reading.contacts, values["contacts"], strict=True)
    ]
    figures = [
        TradeReport(**_columns(article, reading, [figure.evidence], value))
        for figure, value in zip(reading.trade, values["trade"], strict=True)
    ]
    positions = [
        PositionReport(
            content_start=position.start,
            content_end=position.end,
            **_columns(article, reading, [position.sentence], value | {"actor_key": actor_key(position.speaker)}),
        )
        for position, value in zip(reading.positions, values["positions"], strict=True)
    ]
    found = {FactKind.CONTACT: contacts, FactKind.TRADE: figures, FactKind.POSITION: positions}
    for name, reports in found.items():
        for report in reports:
            set_terms(name, report)
    return {name.value: reports for name, reports in found.items()}


def set_terms(kind: str, report: Any) -> None:
    """Gives the report the columns by which it is merged."""
    for name, value in KINDS[kind].terms(report).stored().items():
        setattr(report, name, value)


def same_report(a: Any, b: Any) -> bool:
    """Whether a stored report and a new one say the same in the same place, whichever reader's they are."""
    names = ("start", "end", "spans", "values", "key", "is_read")
    return all(getattr(a, name) == getattr(b, name) for name in names)


def _columns(article: Article, reading: Reading, spans: Sequence[Span], values: dict[str, Any]) -> dict[str, Any]:
    return {
        "article": article,
        "start": spans[0].start,
        "end": spans[0].end,
        "spans": [[span.start, span.end] for span in spans],
        "values": values,
        "reader_version": reading.version,
    }
