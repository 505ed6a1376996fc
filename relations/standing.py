"""How figures stand to the official series, looked up for a page and put in a sentence."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from relations import wording
from relations.bounds import is_at_least
from relations.first_reports import first_reports
from relations.models import OfficialFigure, TradeFigure, TradeReport
from relations.official import Comparison, Standing, agree, compare, is_comparable


def standings(figures: Iterable[TradeFigure]) -> dict[int, Comparison]:
    """The outcome for each of the figures that official series can speak to, by its key. Three queries."""
    comparable = [figure for figure in figures if is_comparable(figure)]
    if not comparable:
        return {}
    published = list(OfficialFigure.objects.filter(period_end__in={figure.period_end for figure in comparable}))
    reports = first_reports(comparable)
    found = {figure.pk: _outcome(figure, reports.get(figure.pk), published) for figure in comparable}
    return {pk: outcome for pk, outcome in found.items() if outcome}


def _outcome(figure: TradeFigure, report: TradeReport | None, published: Sequence[OfficialFigure]) -> Comparison | None:
    if report is None:
        return compare(figure, None, published)
    return compare(figure, report.article.published, published, is_at_least(report))


def sentence(figure: TradeFigure, outcome: Comparison) -> str:
    """The outcome in words, for the figure's page."""
    if not outcome.official:
        return _("No official figure for %(period)s is known here yet.") % {"period": wording.period(figure.period)}
    said = _told(figure, outcome, outcome.official)
    if outcome.revised:
        values = {"amount": measure(outcome.revised, outcome.field), "origin": origin(outcome.revised)}
        said += " " + _("It was revised since, to %(amount)s (%(origin)s).") % values
    return said


def _told(figure: TradeFigure, outcome: Comparison, official: OfficialFigure) -> str:
    field = outcome.field
    ours, theirs = getattr(figure, field), getattr(official, field)
    values = {
        "amount": measure(official, field),
        "period": wording.period(official.period),
        "origin": origin(official),
        "apart": _apart(ours, theirs),
    }
    if outcome.standing == Standing.AGREES and not agree(ours, theirs):  # a lower bound, or a target surpassed
        return _("Borne out by the official figure, %(amount)s for %(period)s (%(origin)s).") % values
    if field == "change_pct" and outcome.standing == Standing.AGREES:
        return _("Within rounding of the official change, %(amount)s for %(period)s (%(origin)s).") % values
    if field == "change_pct":
        return _("Contradicts the official change, %(amount)s for %(period)s (%(origin)s).") % values
    if outcome.standing == Standing.AGREES:
        return _("Within rounding of the official figure, %(amount)s for %(period)s (%(origin)s).") % values
    if ours > theirs:
        return (
            _("Contradicts the official figure, %(amount)s for %(period)s (%(origin)s): %(apart)s above it.") % values
        )
    return _("Contradicts the official figure, %(amount)s for %(period)s (%(origin)s): %(apart)s below it.") % values


def measure(official: OfficialFigure, field: str = "value") -> str:
    """The official value, or the official change, as it is shown."""
    if field == "change_pct":
        return wording.change(official.change_pct)
    return wording.amount(official.value, official.unit)


def origin(official: OfficialFigure) -> str:
    """Whose statistics, and of which day where it is known: "China's customs, 12 January 2024"."""
    parts = [str(official.get_statistics_of_display())]
    return ", ".join(parts + ([wording.long_date(official.published)] if official.published else []))


def _apart(ours: float, theirs: float) -> str:
    """The distance in percent of the official value, to two digits."""
    return wording.amount(float(f"{abs(ours - theirs) / abs(theirs) * 100:.2g}"), "%") if theirs else "–"
