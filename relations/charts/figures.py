"""Trade figures as quoted, above the official series, over the time they speak of.

One unit at a time, for a chart has one scale.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relations import wording
from relations.charts.chart import Chart, Column, Row
from relations.charts.official import series_for, table_rows
from relations.models import TradeFigure
from relations.naming import figure_amount, figure_title
from relations.then.counts import recounted
from relations.then.links import linked
from relations.vocabulary import FigureStatus, Indicator, Statistics, Unit

MOST = 500


def figures(rows: QuerySet[TradeFigure], most: int = MOST) -> Chart:
    """The figures in the commonest unit as points; all of the newest `most`, whatever the unit, in the table."""
    newest = recounted(rows[:most])
    unit = _commonest_unit(newest)
    drawn = sorted(
        (f for f in newest if f.unit == unit and f.value is not None and f.period_end), key=lambda f: str(f.period_end)
    )
    scale, scale_word = wording.scale_of(max((abs(f.value or 0) for f in drawn), default=0))
    official = series_for(drawn, unit)
    unit_words = [str(dict(Unit.choices).get(unit, "")), scale_word]
    return Chart(
        kind="figures",
        title=_finding(newest),
        summary=_summary(drawn, unit),
        data={
            "axis": ", ".join(word for word in unit_words if word),
            "scale": scale,
            "series": _series(drawn),
            "official": official,
        },
        columns=[
            Column(_("Figure")),
            Column(_("Value"), is_number=True),
            Column(_("Change"), is_number=True),
            Column(_("Status")),
            Column(_("Sources"), is_number=True),
        ],
        rows=_rows(newest, official),
        total=rows.count() if len(newest) == most else len(newest),
        notes=_notes(newest, drawn, official),
    )


def _commonest_unit(rows: Sequence[TradeFigure]) -> str:
    units = Counter(f.unit for f in rows if f.value is not None and f.period_end and f.unit)
    return min(units, key=lambda unit: (-units[unit], unit), default="")


def _finding(rows: Sequence[TradeFigure]) -> str:
    """The latest turnover that is reported as fact, else how many figures are quoted."""
    stated = [figure for figure in rows if _is_stated_turnover(figure)]
    if not stated:
        count = len(rows)
        return ngettext("%(count)d trade figure quoted", "%(count)d trade figures quoted", count) % {"count": count}
    latest = max(stated, key=lambda f: (len(f.period) == 4, str(f.period_end), f.sources, -f.pk))
    same = [f for f in stated if (f.period, f.unit) == (latest.period, latest.unit)]
    low, high = (choose(same, key=lambda f: f.value or 0) for choose in (min, max))
    values = {
        "period": wording.period(latest.period),
        "amount": wording.amount(latest.value, latest.unit),
        "change": wording.change(latest.change_pct),
        "low": wording.amount(low.value, low.unit),
        "high": wording.amount(high.value, high.unit),
    }
    if low.value != high.value:
        return _("Turnover for %(period)s is quoted at %(low)s to %(high)s") % values
    if latest.change_pct is None:
        return _("Turnover for %(period)s is quoted at %(amount)s") % values
    return _("Turnover for %(period)s is quoted at %(amount)s, %(change)s on the period before") % values


def _is_stated_turnover(figure: TradeFigure) -> bool:
    """The turnover in all goods over a known period, reported as reached."""
    is_stated = figure.status in (FigureStatus.ACTUAL, FigureStatus.REACHED)
    is_turnover = figure.indicator == Indicator.TURNOVER and not figure.commodity
    return is_stated and is_turnover and figure.value is not None and figure.period_end is not None


def _summary(drawn: Sequence[TradeFigure], unit: str) -> str:
    if not drawn:
        return _("No figure with a value and a period to draw.")
    words = {
        "first": wording.period(drawn[0].period),
        "last": wording.period(drawn[-1].period),
        "unit": str(dict(Unit.choices)[unit]),
    }
    if words["first"] == words["last"]:
        return _("Quoted figures for %(first)s, in %(unit)s.") % words
    return _("Quoted figures by the period they speak of, %(first)s to %(last)s, in %(unit)s.") % words


def _notes(newest: Sequence[TradeFigure], drawn: Sequence[TradeFigure], official: Sequence[Any]) -> list[str]:
    offices = dict.fromkeys(str(dict(Statistics.choices)[series["office"]]) for series in official)
    said = _("Official figures of %(offices)s, the newest vintage of each; their sources are in the table.")
    notes = [said % {"offices": ", ".join(offices)}] if offices else []
    left = len(newest) - len(drawn)
    if not left:
        return notes
    text = ngettext(
        "%(count)d figure in another unit, or without a value or a period, is in the table only.",
        "%(count)d figures in other units, or without a value or a period, are in the table only.",
        left,
    )
    return [*notes, text % {"count": left}]


def _series(drawn: Sequence[TradeFigure]) -> list[dict[str, Any]]:
    """One series an indicator, in the order of the list of indicators."""
    return [
        {"indicator": value, "label": str(label), "points": [_point(f) for f in drawn if f.indicator == value]}
        for value, label in Indicator.choices
        if any(f.indicator == value for f in drawn)
    ]


def _point(figure: TradeFigure) -> dict[str, Any]:
    return {
        "start": str(figure.period_start),
        "end": str(figure.period_end),
        "value": figure.value,
        "status": figure.status,
        "label": figure_title(figure),
        "detail": " · ".join([figure_amount(figure), str(figure.get_status_display())]),
        "address": linked(f"{figure.get_absolute_url()}#evidence"),
    }


def _rows(newest: Sequence[TradeFigure], official: Sequence[Any]) -> list[Row]:
    """Quoted and official figures in one list, newest period first, the official ones first within a period."""
    dated = [*table_rows(official), *((str(f.period_end), _row(f)) for f in newest if f.period_end)]
    in_order = sorted(dated, key=lambda pair: pair[0], reverse=True)
    return [row for _end, row in in_order] + [_row(figure) for figure in newest if not figure.period_end]


def _row(figure: TradeFigure) -> Row:
    cells = [
        figure_title(figure),
        wording.amount(figure.value, figure.unit) or "–",
        wording.change(figure.change_pct) or "–",
        figure.get_status_display(),
        figure.sources,
    ]
    return Row(cells, figure.get_absolute_url())
