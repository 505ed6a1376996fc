"""The three kinds of facts: how each is stored, merged and chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from relations.bounds import is_at_least
from relations.choosing import Chosen, choose_contact, choose_figure, choose_position
from relations.merging import contacts, positions, trade
from relations.merging.terms import Terms
from relations.models import Contact, ContactReport, Position, PositionReport, TradeFigure, TradeReport
from relations.vocabulary import FactKind


@dataclass(frozen=True)
class Kind:
    """A kind of fact: its models, the terms of a report of it, and the choice of its values."""

    name: str
    fact: Any
    report: Any
    terms: Callable[[Any], Terms]
    choose: Callable[[Sequence[Any], dict[str, Any]], Chosen]


def _contact_terms(report: ContactReport) -> Terms:
    lag = report.article.lag if report.values["inferred"] else timedelta(0)
    return contacts.terms_of(report.values, report.article.family, report.quote, lag)


def _trade_terms(report: TradeReport) -> Terms:
    article, words = report.article, report.values["words"]
    written = article.text[slice(*words)] if words else ""
    bound = is_at_least(report)
    return trade.terms_of(report.values, written, article.family, article.published, at_least=bound)


def _position_terms(report: PositionReport) -> Terms:
    article = report.article
    content = article.text[report.content_start : report.content_end]
    return positions.terms_of(report.values, content, article.family, article.published)


KINDS: dict[str, Kind] = {
    FactKind.CONTACT: Kind(FactKind.CONTACT, Contact, ContactReport, _contact_terms, choose_contact),
    FactKind.TRADE: Kind(FactKind.TRADE, TradeFigure, TradeReport, _trade_terms, choose_figure),
    FactKind.POSITION: Kind(FactKind.POSITION, Position, PositionReport, _position_terms, choose_position),
}
