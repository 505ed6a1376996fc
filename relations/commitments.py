"""The ledger of commitments: targets and forecasts with a date, and what became of them.

A target is reached by the first figure that meets it: one reported as a target reached, one reported as fact, or an
official one. It is missed when its time is over and the official figure of that time is below it. Otherwise it is open.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from relations.first_reports import first_days, first_reports
from relations.models import OfficialFigure, TradeFigure, TradeReport
from relations.official import INDICATORS, current
from relations.vocabulary import FigureStatus

# The ledger is judged as a whole for each page; older targets than these are not in it.
MOST = 500

EXPECTED = (FigureStatus.TARGET, FigureStatus.FORECAST)
STATED = (FigureStatus.ACTUAL, FigureStatus.REACHED)
SERIES = ("indicator", "commodity", "unit")
Series = tuple[str, ...]


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
    """The newest `most` of the targets, judged. Eight queries, however many there are."""
    chosen = list(wanted[:most])
    set_by = first_reports(chosen)
    told = _told(chosen)
    commitments = []
    for target in chosen:
        set_on = set_by[target.pk].article.published if target.pk in set_by else None
        outcome, met = judge(target, set_on, told[series_of(target)], today)
        is_due = target.period_end < today
        commitments.append(Commitment(target, set_by.get(target.pk), outcome, met, is_due=is_due))
    met_by = first_reports([c.met.figure for c in commitments if c.met and c.met.figure])
    for commitment in commitments:
        if commitment.met and commitment.met.figure:
            commitment.met_by = met_by.get(commitment.met.figure.pk)
    return commitments


def judge(target: TradeFigure, set_on: date | None, told: Sequence[Met], today: date) -> tuple[Outcome, Met | None]:
    """What became of a target set on that day, by what is quoted and published of its series, earliest first."""
    met = next((one for one in told if _is_met_by(target, one, set_on)), None)
    if met:
        return Outcome.REACHED, met
    if target.period_end < today:
        of_its_time = [one for one in told if one.official and _period(one.official) == _period(target)]
        if of_its_time:
            return Outcome.MISSED, max(of_its_time, key=lambda one: one.official.value)
    return Outcome.OPEN, None


def _is_met_by(target: TradeFigure, one: Met, set_on: date | None) -> bool:
    """Whether this says that the target is met: as a target reached, or by its own value."""
    row = one.official or one.figure
    if row is None or row.value < target.value:
        return False
    if one.figure is None or one.figure.status != FigureStatus.REACHED:
        return _is_of_its_time(target, row, set_on)
    is_later = not (one.day and set_on) or one.day >= set_on
    return is_later and (row.period_end is None or row.period_end <= target.period_end)


def _is_of_its_time(target: TradeFigure, row: TradeFigure | OfficialFigure, set_on: date | None) -> bool:
    """Whether a value is of a stretch no longer than the target's, over after it was set and within its time.

    Only trade is judged so: what a share or an investment is counted of differs from one article to the next.
    """
    start, end = _period(row)
    if start is None or end is None or target.indicator not in INDICATORS:
        return False
    is_later = end >= set_on if set_on else start >= target.period_start
    is_as_long = (end - start).days <= (target.period_end - target.period_start).days + 1  # leap years
    return is_later and is_as_long and end <= target.period_end


def series_of(row: TradeFigure | OfficialFigure) -> Series:
    """What two figures must share to be compared."""
    return (row.indicator, row.commodity, row.unit)


def _period(row: TradeFigure | OfficialFigure) -> tuple[date | None, date | None]:
    return row.period_start, row.period_end


# --- What the database has ---------------------------------------------------------------------------


def _told(chosen: Sequence[TradeFigure]) -> dict[Series, list[Met]]:
    """What may decide about the targets, quoted and official, by series, earliest first."""
    found: dict[Series, list[Met]] = defaultdict(list)
    indicators = {target.indicator for target in chosen}
    days = first_days(indicators)
    for figure in _stated(chosen):
        found[series_of(figure)].append(Met(days.get(figure.number), figure=figure))
    for row in current(OfficialFigure.objects.filter(indicator__in=indicators, value__isnull=False), None):
        found[series_of(row)].append(Met(row.published or row.period_end, official=row))
    for told in found.values():
        told.sort(key=lambda one: (one.day is None, str(one.day), one.figure is None))
    return found


def _stated(chosen: Sequence[TradeFigure]) -> list[TradeFigure]:
    """The quoted figures that may meet one of the targets."""
    least: dict[Series, float] = {}
    for target in chosen:
        key = series_of(target)
        least[key] = min(target.value, least.get(key, target.value))
    if not least:
        return []
    enough = [Q(**dict(zip(SERIES, key, strict=True)), value__gte=value) for key, value in least.items()]
    return list(TradeFigure.objects.filter(Q(*enough, _connector=Q.OR), status__in=STATED).order_by())
