"""The official series beneath the quoted figures: a line through the years, broken where a year has no figure."""

from collections.abc import Sequence
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from relations import wording
from relations.charts.chart import Row
from relations.models import OfficialFigure, TradeFigure
from relations.official import INDICATORS, current
from relations.standing import origin
from relations.vocabulary import Indicator, Statistics

# Years drawn before the first that is quoted: enough to see where the trade came from.
BEFORE = 2


def series_for(drawn: Sequence[TradeFigure], unit: str) -> list[dict[str, Any]]:
    """One series an indicator and office, ready for the drawing, over the time of the figures drawn. One query.

    `years` are its points, one a year, those without a figure having the value None; `parts` are its months and
    stretches of months, which no line joins: only those that are quoted as well, or the chart would be grey with them.
    """
    shown = {figure.indicator for figure in drawn if not figure.commodity} & set(INDICATORS)
    if not shown:
        return []
    starts, ends = [f.period_start for f in drawn if f.period_start], [f.period_end for f in drawn if f.period_end]
    rows = OfficialFigure.objects.filter(
        indicator__in=shown,
        commodity="",
        unit=unit,
        value__isnull=False,
        period_start__year__gte=min(starts).year - BEFORE,
        period_end__lte=max(ends),
    )
    quoted = {_place(figure) for figure in drawn}
    of_use = [row for row in current(rows, None) if is_year(row) or _place(row) in quoted]
    newest = sorted(of_use, key=lambda row: (row.period_end, row.period_start))
    return [
        _series(indicator, office, of_it)
        for indicator in INDICATORS
        for office in Statistics.values
        if (of_it := [row for row in newest if (row.indicator, row.statistics_of) == (indicator, office)])
    ]


def _place(row: TradeFigure | OfficialFigure) -> tuple[object, ...]:
    return (row.indicator, row.period_start, row.period_end)


def _series(indicator: str, office: str, rows: Sequence[OfficialFigure]) -> dict[str, Any]:
    by_year = {row.period_end.year: row for row in rows if is_year(row)}
    years = range(min(by_year), max(by_year) + 1) if by_year else ()
    return {
        "indicator": indicator,
        "office": office,
        "years": [_point(by_year[year]) if year in by_year else _gap(indicator, year) for year in years],
        "parts": [_point(row) for row in rows if not is_year(row)],
    }


def is_year(row: OfficialFigure) -> bool:
    """Whether the figure is of a whole calendar year."""
    start, end = row.period_start, row.period_end
    return start.year == end.year and (start.month, end.month) == (1, 12)


def _point(row: OfficialFigure) -> dict[str, Any]:
    return {
        "start": str(row.period_start),
        "end": str(row.period_end),
        "value": row.value,
        "label": _title(row.indicator, row.period),
        "detail": " · ".join([wording.amount(row.value, row.unit), origin(row)]),
        "address": row.address,
        "change": wording.change(row.change_pct),
        "amount": wording.amount(row.value, row.unit),
        "source": row.source,
    }


def _gap(indicator: str, year: int) -> dict[str, Any]:
    return {
        "start": f"{year}-01-01",
        "end": f"{year}-12-31",
        "value": None,
        "label": _title(indicator, str(year)),
    }


def _title(indicator: str, period: str) -> str:
    return f"{capfirst(str(dict(Indicator.choices)[indicator]))}, {wording.period(period)}"


def table_rows(series: Sequence[dict[str, Any]]) -> list[tuple[str, Row]]:
    """The same points as lines of the table, each with the last day of its period, by which they are put in order."""
    return [
        (point["end"], Row(_cells(point, str(dict(Statistics.choices)[one["office"]])), point.get("address", "")))
        for one in series
        for point in [*one["years"], *one["parts"]]
    ]


def _cells(point: dict[str, Any], office: str) -> list[Any]:
    if point["value"] is None:
        return [point["label"], "–", "–", _("no official figure: %(office)s") % {"office": office}, "–"]
    status = _("official: %(office)s") % {"office": office}
    return [point["label"], point["amount"], point["change"] or "–", status, point["source"]]
