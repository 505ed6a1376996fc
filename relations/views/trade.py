"""Trade: the figures quoted, and one figure with its evidence and how it stands to the official series."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from relations.charts.figures import figures
from relations.commitments import ledger, targets
from relations.evidence import evidence_of
from relations.filters import Facet, Filters
from relations.models import TradeFigure
from relations.paging import page_of
from relations.standing import sentence, standings
from relations.views.choices import year_choices
from relations.vocabulary import FigureStatus, Indicator, Unit


def trade(request: HttpRequest) -> HttpResponse:
    units = set(TradeFigure.objects.order_by().values_list("unit", flat=True).distinct())
    filters = Filters(
        request.GET,
        [
            Facet("indicator", _("all indicators"), Indicator.choices, "indicator"),
            Facet("status", _("reported and expected"), FigureStatus.choices, "status"),
            Facet("unit", _("all units"), [choice for choice in Unit.choices if choice[0] in units], "unit"),
            Facet("year", _("all years"), year_choices(TradeFigure, "period_end"), "period_end__year"),
        ],
    )
    found = filters.apply(TradeFigure.objects.all())
    page = page_of(request, found)
    outcomes = standings(page.object_list)
    for figure in page.object_list:
        figure.official = outcomes.get(figure.pk)  # for the mark in its row
    context = {"filters": filters, "chart": figures(found), "page": page}
    return render(request, "trade.html", context)


def trade_figure(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(TradeFigure, pk=pk)
    outcome = standings([found]).get(found.pk)
    context = {
        "figure": found,
        "evidence": evidence_of(found),
        "outcome": outcome,
        "standing": sentence(found, outcome) if outcome else "",
        "commitment": next(iter(ledger(targets().filter(pk=found.pk), timezone.localdate())), None),
    }
    return render(request, "trade_figure.html", context)
