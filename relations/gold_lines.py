"""Articles with the facts that persons confirmed, in the form of annotated articles: to score the next reader by."""

from collections.abc import Iterator
from typing import Any

from relations.fact_lines import contact_values, figure_values, position_values
from relations.kinds import KINDS
from relations.models import Article
from relations.vocabulary import FactKind, ReviewState

_FIELDS = {FactKind.CONTACT: "contacts", FactKind.TRADE: "trade", FactKind.POSITION: "positions"}
_CONFIRMED = {ReviewState.ACCEPTED, ReviewState.CORRECTED}
_VALUES: dict[str, Any] = {
    FactKind.CONTACT: contact_values,
    FactKind.TRADE: figure_values,
    FactKind.POSITION: position_values,
}


def gold_lines(*, partly: bool = False) -> Iterator[dict[str, Any]]:
    """One line an article, in the order of their texts' hashes: the article, and its accepted and corrected facts.

    An article counts as annotated when every fact read in it has been reviewed; with `partly`, when any has.
    """
    for article in Article.objects.select_related("outlet").order_by("text_hash").iterator(chunk_size=500):
        reports = {kind: _reports(kind, article) for kind in KINDS}
        states = [report.fact.review_state for found in reports.values() for report in found]
        if not any(states) or not (partly or all(states)):
            continue
        yield {
            "id": article.external_id or article.text_hash,
            "title": article.title or None,
            "published": article.published.isoformat() if article.published else None,
            "outlet": article.outlet.name if article.outlet else None,
            "url": article.url or None,
            "text": article.text,
            "gold": {_FIELDS[FactKind(kind)]: _confirmed(kind, found) for kind, found in reports.items()},
        }


def _reports(kind: str, article: Article) -> list[Any]:
    found = KINDS[kind].report.objects.filter(article=article).select_related("fact")
    if kind == FactKind.CONTACT:
        found = found.prefetch_related("fact__participations__actor")
    if kind == FactKind.POSITION:
        found = found.select_related("fact__speaker").prefetch_related("fact__topic_rows")
    return list(found)


def _confirmed(kind: str, reports: list[Any]) -> list[dict[str, Any]]:
    """Each confirmed fact once, with all its sentences in this article."""
    spans: dict[int, list[list[int]]] = {}
    first: dict[int, Any] = {}
    for report in reports:
        if report.fact.review_state in _CONFIRMED:
            first.setdefault(report.fact_id, report)
            spans.setdefault(report.fact_id, []).extend(report.spans)
    return [_VALUES[kind](report.fact) | _where(kind, report, spans[fact]) for fact, report in first.items()]


def _where(kind: str, report: Any, spans: list[list[int]]) -> dict[str, Any]:
    if kind == FactKind.POSITION:
        return {"start": report.content_start, "end": report.content_end}
    return {"evidence": spans if kind == FactKind.CONTACT else spans[0]}
