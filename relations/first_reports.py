"""Where each figure was quoted first: the report of its earliest dated article."""

from collections.abc import Sequence

from relations.models import TradeFigure, TradeReport


def first_reports(figures: Sequence[TradeFigure]) -> dict[int, TradeReport]:
    """By the figure's key; a figure told in undated articles only has its first stored report. Two queries."""
    places = ("pk", "reports__pk", "reports__article__published")
    rows = TradeFigure.objects.filter(pk__in=[figure.pk for figure in figures]).order_by().values_list(*places)
    told = sorted((row for row in rows if row[1]), key=lambda row: (row[2] is None, str(row[2]), row[1]))
    first: dict[int, int] = {}
    for figure, report, _published in told:
        first.setdefault(figure, report)
    reports = TradeReport.objects.filter(pk__in=first.values()).select_related("article__outlet").in_bulk()
    return {figure: reports[report] for figure, report in first.items()}
