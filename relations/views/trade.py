"""Trade: the figures quoted, and one figure with its evidence."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from relations.charts.figures import figures
from relations.evidence import evidence_of
from relations.filters import Facet, Filters
from relations.models import TradeFigure
from relations.paging import page_of
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
    context = {"filters": filters, "chart": figures(found), "page": page_of(request, found)}
    return render(request, "trade.html", context)


def trade_figure(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(TradeFigure, pk=pk)
    return render(request, "trade_figure.html", {"figure": found, "evidence": evidence_of(found)})
