"""How a quoted figure stands to the official series. Pure: works on rows in hand, asks no database.

A quoted value agrees with an official one if either is the other rounded to its own significant digits. It is held
against the vintage that was current when it was quoted. The customs services of both sides count the same trade
differently, so agreeing with either is agreeing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from relations.models import OfficialFigure, TradeFigure
from relations.vocabulary import FigureStatus, Indicator, Statistics

# What statistics offices publish as series. Shares and investment are counted in too many ways to be held together.
INDICATORS = (Indicator.TURNOVER, Indicator.RU_TO_CN, Indicator.CN_TO_RU)
# Whose figure is named where several would do: the best known first.
RANK = {office: rank for rank, office in enumerate(Statistics.values)}
# A number is written in one of these: of "200 bn" the noughts count, of 200,000,000,000 nobody can tell.
SCALES = (Decimal(10**12), Decimal(10**9), Decimal(10**6), Decimal(1))


class Standing(StrEnum):
    """What a quoted figure is to the official series."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    NONE_YET = "none-yet"


@dataclass(frozen=True)
class Comparison:
    """The outcome, with the official figure it rests on, `field` ("value" or "change_pct") being what was compared.

    `revised` is the vintage that is current today, where that is another one.
    """

    standing: Standing
    official: OfficialFigure | None = None
    field: str = "value"
    revised: OfficialFigure | None = None


def step(value: float) -> Decimal:
    """What one of the last significant digit is worth: 1e8 for 240.1 billion, 1e9 for 200 billion."""
    number = Decimal(str(abs(value))).normalize()
    scale = next((scale for scale in SCALES if number >= scale), Decimal(1))
    return min(Decimal(1).scaleb(int(number.as_tuple().exponent)), scale)


def agree(one: float, other: float) -> bool:
    """Whether either is the other rounded to its own significant digits."""
    return _rounds_to(one, other) or _rounds_to(other, one)


def _rounds_to(exact: float, rounded: float) -> bool:
    unit = step(rounded)
    steps = (Decimal(str(exact)) / unit).quantize(Decimal(1), ROUND_HALF_UP)
    return steps * unit == Decimal(str(rounded))


def is_comparable(figure: TradeFigure) -> bool:
    """Whether official series can speak to it: trade over a known period, stated as fact, with a value or a change."""
    is_stated = figure.status in (FigureStatus.ACTUAL, FigureStatus.REACHED)
    has_number = figure.value is not None or figure.change_pct is not None
    return is_stated and has_number and figure.indicator in INDICATORS and figure.period_end is not None


def compare(
    figure: TradeFigure, quoted_on: date | None, published: Iterable[OfficialFigure], at_least: bool = False
) -> Comparison | None:
    """How a figure first quoted on that day stands to the published rows; None where the series cannot tell.

    `at_least` is for a figure quoted as a lower bound ("more than 200 billion").
    """
    if not is_comparable(figure):
        return None
    same = [row for row in published if _same_matter(figure, row)]
    field = "value" if any(_has_value(figure, row) for row in same) else "change_pct"
    rows = [row for row in same if _can_compare(figure, row, field)]
    then = current(rows, quoted_on)
    if not then:
        return Comparison(Standing.NONE_YET)
    at_least = at_least or (figure.status == FigureStatus.REACHED and field == "value")
    agreeing = [row for row in then if _agrees(figure, row, field, at_least)]
    nearest = min(agreeing or then, key=lambda row: (_distance(figure, row, field), RANK[row.statistics_of]))
    newest = next(row for row in current(rows, None) if series_of(row) == series_of(nearest))
    return Comparison(
        Standing.AGREES if agreeing else Standing.CONTRADICTS,
        nearest,
        field,
        newest if getattr(newest, field) != getattr(nearest, field) else None,
    )


def current(rows: Iterable[OfficialFigure], day: date | None) -> list[OfficialFigure]:
    """Of each series and period the vintage current on that day, the newest for None.

    A vintage without a day is the oldest. Where all are later than the day the first stands in: pages that pass a
    figure on are often younger than the figure.
    """
    chosen: dict[tuple[object, ...], OfficialFigure] = {}
    for row in sorted(rows, key=_age):
        key = series_of(row)
        is_later = day is not None and row.published is not None and row.published > day
        if key not in chosen or not is_later:
            chosen[key] = row
    return list(chosen.values())


def _age(row: OfficialFigure) -> tuple[bool, str]:
    return (row.published is not None, str(row.published or ""))


def series_of(row: OfficialFigure) -> tuple[object, ...]:
    """What the vintages of one figure have in common: its series and its period."""
    return (row.indicator, row.commodity, row.unit, row.statistics_of, row.period_start, row.period_end)


def _same_matter(figure: TradeFigure, row: OfficialFigure) -> bool:
    names = ("indicator", "commodity", "period_start", "period_end")
    return all(getattr(figure, name) == getattr(row, name) for name in names)


def _has_value(figure: TradeFigure, row: OfficialFigure) -> bool:
    return figure.value is not None and row.value is not None and row.unit == figure.unit


def _can_compare(figure: TradeFigure, row: OfficialFigure, field: str) -> bool:
    if field == "value":
        return _has_value(figure, row)
    return figure.change_pct is not None and row.change_pct is not None


def _agrees(figure: TradeFigure, row: OfficialFigure, field: str, at_least: bool) -> bool:
    """A lower bound, and a target told as reached, agree with what surpasses them as well."""
    quoted, official = getattr(figure, field), getattr(row, field)
    return (at_least and official >= quoted) or agree(quoted, official)


def _distance(figure: TradeFigure, row: OfficialFigure, field: str) -> float:
    return abs(getattr(figure, field) - getattr(row, field))
