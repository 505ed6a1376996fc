"""Where each figure was quoted first: the report of its earliest dated article."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Min

from relations.models import TradeFigure, TradeReport


def first_reports(figures: Sequence[TradeFigure]) -> dict[int, TradeReport]:
    """By the figure's key; a figure told in undated articles only has its first stored report. Two queries."""
    rows = TradeReport.objects.filter(fact__in=[figure.number for figure in figures]).order_by()
    told = sorted(
        rows.values_list("fact", "pk", "article__published"), key=lambda row: (row[2] is None, str(row[2]), row[1])
    )
    first: dict[int, int] = {}
    for number, report, _published in told:
        first.setdefault(number, report)
    reports = TradeReport.objects.filter(pk__in=first.values()).select_related("article__outlet").in_bulk()
    return {figure.pk: reports[first[figure.number]] for figure in figures if figure.number in first}


def first_days(indicators: set[str]) -> dict[int, date | None]:
    """The day of the earliest dated article of every figure of these indicators, by the figure's number."""
    rows = TradeReport.objects.filter(fact__indicator__in=indicators).order_by()
    return dict(rows.values_list("fact").annotate(Min("article__published")))
