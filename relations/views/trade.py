"""Trade: the figures quoted, and one figure with its evidence and how it stands to the official series."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from relations.charts.figures import figures
from relations.commitments import ledger, targets
from relations.filters import Facet, Filters
from relations.knowledge import today
from relations.models import TradeFigure
from relations.paging import page_of
from relations.standing import sentence, standings
from relations.then.counts import recounted
from relations.views.choices import year_choices
from relations.views.facts import Gone, found, page_of_fact
from relations.vocabulary import FactKind, FigureStatus, Indicator, Unit


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
    chosen = filters.apply(TradeFigure.objects.all())
    page = page_of(request, chosen)
    recounted(page.object_list)
    outcomes = standings(page.object_list)
    for figure in page.object_list:
        figure.official = outcomes.get(figure.pk)  # for the mark in its row
    context = {"filters": filters, "chart": figures(chosen), "page": page}
    return render(request, "trade.html", context)


def trade_figure(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        figure = found(request, FactKind.TRADE, pk)
    except Gone as gone:
        return gone.response
    outcome = standings([figure]).get(figure.pk)
    context = {
        "figure": figure,
        "outcome": outcome,
        "standing": sentence(figure, outcome) if outcome else "",
        "commitment": next(iter(ledger(targets().filter(pk=figure.pk), today())), None),
    }
    return page_of_fact(request, "trade_figure.html", figure, **context)
