"""The ledger of commitments: targets and forecasts with a date, and what became of them.

A target is reached by the first figure that meets it: one reported as a target reached, one reported as fact, or an
official one. It is missed when its time is over and the official figure of that time is below it. Otherwise it is open.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db import models
from django.db.models import Min, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from relations.first_reports import first_reports
from relations.models import OfficialFigure, TradeFigure, TradeReport
from relations.official import INDICATORS, current
from relations.vocabulary import FigureStatus

# The ledger is judged as a whole for each page; older targets than these are not in it.
MOST = 500

EXPECTED = (FigureStatus.TARGET, FigureStatus.FORECAST)
STATED = (FigureStatus.ACTUAL, FigureStatus.REACHED)
SERIES = ("indicator", "commodity", "unit")
Series = tuple[str, ...]
Row = TypeVar("Row", TradeFigure, OfficialFigure)


class Outcome(models.TextChoices):
    """What became of a commitment."""

    OPEN = "open", _("open")
    REACHED = "reached", _("reached")
    MISSED = "missed", _("missed")


@dataclass(frozen=True)
class Met:
    """What decided: a quoted figure or an official one, and its day (None where no article is dated)."""

    day: date | None
    figure: TradeFigure | None = None
    official: OfficialFigure | None = None


@dataclass
class Commitment:
    """A target, the report that set it first, its outcome, and what decided it with its report."""

    target: TradeFigure
    set_by: TradeReport | None
    outcome: Outcome
    met: Met | None = None
    met_by: TradeReport | None = None
    is_due: bool = False

    @property
    def set_on(self) -> date | None:
        return self.set_by.article.published if self.set_by else None


def targets() -> QuerySet[TradeFigure]:
    """What the ledger holds: expected values of a known time."""
    return TradeFigure.objects.filter(status__in=EXPECTED, value__isnull=False, period_end__isnull=False)


def ledger(wanted: QuerySet[TradeFigure], today: date, most: int = MOST) -> list[Commitment]:
    """The newest `most` of the targets, judged. Seven queries, however many there are."""
    chosen = list(wanted[:most])
    set_by = first_reports(chosen)
    stated, published = _by_series(_stated(chosen)), _by_series((row, None) for row in _published(chosen))
    commitments = []
    for target in chosen:
        set_on = set_by[target.pk].article.published if target.pk in set_by else None
        official = [row for row, _day in published[series_of(target)]]
        outcome, met = judge(target, set_on, stated[series_of(target)], official, today)
        is_due = target.period_end < today
        commitments.append(Commitment(target, set_by.get(target.pk), outcome, met, is_due=is_due))
    met_by = first_reports([c.met.figure for c in commitments if c.met and c.met.figure])
    for commitment in commitments:
        if commitment.met and commitment.met.figure:
            commitment.met_by = met_by.get(commitment.met.figure.pk)
    return commitments


def judge(
    target: TradeFigure,
    set_on: date | None,
    stated: Iterable[tuple[TradeFigure, date | None]],
    published: Iterable[OfficialFigure],
    today: date,
) -> tuple[Outcome, Met | None]:
    """What became of a target set on that day, by what is quoted (with its day) and what is published of its series.

    Of what is published, the vintages current today.
    """
    official = [row for row in published if row.value is not None]
    met = [Met(day, figure=figure) for figure, day in stated if _tells_it(target, figure, day, set_on)]
    met += [Met(row.published or row.period_end, official=row) for row in official if _meets(target, row, set_on)]
    if met:
        return Outcome.REACHED, min(met, key=lambda one: (one.day is None, str(one.day), one.figure is None))
    of_its_time = [row for row in official if _period(row) == _period(target)]
    if target.period_end < today and of_its_time:
        last = max(of_its_time, key=lambda row: row.value or 0)
        return Outcome.MISSED, Met(last.published or last.period_end, official=last)
    return Outcome.OPEN, None


def _tells_it(target: TradeFigure, figure: TradeFigure, day: date | None, set_on: date | None) -> bool:
    """Whether a quoted figure says that the target is met: as a target reached, or by its own value."""
    if figure.status != FigureStatus.REACHED:
        return _meets(target, figure, set_on)
    is_later = not (day and set_on) or day >= set_on
    in_time = figure.period_end is None or figure.period_end <= target.period_end
    return is_later and in_time and _is_enough(target, figure)


def _meets(target: TradeFigure, row: TradeFigure | OfficialFigure, set_on: date | None) -> bool:
    """Whether a value of a stretch no longer than the target's, over after it was set and in its time, is enough.

    Only trade is judged so: what a share or an investment is counted of differs from one article to the next.
    """
    start, end = _period(row)
    if start is None or end is None or target.indicator not in INDICATORS:
        return False
    is_later = end >= set_on if set_on else start >= target.period_start
    is_as_long = (end - start).days <= (target.period_end - target.period_start).days + 1  # leap years
    return is_later and is_as_long and end <= target.period_end and _is_enough(target, row)


def _is_enough(target: TradeFigure, row: TradeFigure | OfficialFigure) -> bool:
    return row.value is not None and row.value >= target.value


def series_of(row: TradeFigure | OfficialFigure) -> Series:
    """What two figures must share to be compared."""
    return (row.indicator, row.commodity, row.unit)


def _period(row: TradeFigure | OfficialFigure) -> tuple[date | None, date | None]:
    return row.period_start, row.period_end


# --- What the database has ---------------------------------------------------------------------------


def _by_series(rows: Iterable[tuple[Row, date | None]]) -> dict[Series, list[tuple[Row, date | None]]]:
    found: dict[Series, list[tuple[Row, date | None]]] = defaultdict(list)
    for row, day in rows:
        found[series_of(row)].append((row, day))
    return found


def _stated(chosen: Sequence[TradeFigure]) -> list[tuple[TradeFigure, date | None]]:
    """The quoted figures that may meet one of the targets, with the day of their earliest article."""
    least: dict[Series, float] = {}
    for target in chosen:
        key = series_of(target)
        least[key] = min(target.value, least.get(key, target.value))
    if not least:
        return []
    enough = [Q(**dict(zip(SERIES, key, strict=True)), value__gte=value) for key, value in least.items()]
    found = TradeFigure.objects.filter(Q(*enough, _connector=Q.OR), status__in=STATED).order_by()
    return [(row, row.first_day) for row in found.annotate(first_day=Min("reports__article__published"))]


def _published(chosen: Sequence[TradeFigure]) -> list[OfficialFigure]:
    return current(OfficialFigure.objects.filter(indicator__in={target.indicator for target in chosen}), None)
