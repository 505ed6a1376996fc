"""Positions: by topic and by speaker, and one position with its evidence."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from relations.charts.banks import banks
from relations.filters import Facet, Filters
from relations.models import Actor, Position
from relations.paging import page_of
from relations.then.counts import recounted
from relations.views.choices import actor_choices, year_choices
from relations.views.facts import Gone, found, page_of_fact
from relations.vocabulary import FactKind, PositionKind, Side, Stance, Topic

MOST_SPEAKERS = 12


def positions(request: HttpRequest) -> HttpResponse:
    filters = Filters(
        request.GET,
        [
            Facet("side", _("both sides"), [choice for choice in Side.choices if choice[0] != Side.OTHER], "side"),
            Facet("topic", _("all topics"), Topic.choices, "topic_rows__topic"),
            Facet("stance", _("any stance"), Stance.choices, "stance"),
            Facet("kind", _("quoted or reported"), PositionKind.choices, "kind"),
            Facet("speaker", _("all speakers"), actor_choices("positions", request.GET.get("speaker", "")), "speaker"),
            Facet("year", _("all years"), year_choices(Position, "reported_on"), "reported_on__year"),
        ],
    )
    chosen = filters.apply(Position.objects.all())
    page = page_of(request, chosen.select_related("speaker").prefetch_related("topic_rows"))
    recounted(page.object_list)
    context = {
        "filters": filters,
        "chart": banks(Position.objects.filter(pk__in=chosen.order_by().values("pk"))),
        "speakers": _speakers(chosen),
        "page": page,
    }
    return render(request, "positions.html", context)


def _speakers(chosen: QuerySet[Position]) -> Iterable[Any]:
    """Who said most among the positions found, with counts by stance and the day last reported."""
    among = Q(positions__in=chosen.order_by().values("pk"))
    counts = {name: Count("positions", filter=among & Q(positions__stance=name)) for name in Stance.values}
    said = Actor.objects.annotate(
        said=Count("positions", filter=among), last=Max("positions__reported_on", filter=among), **counts
    )
    return said.filter(said__gt=0).order_by("-said", "name_ru")[:MOST_SPEAKERS]


def position(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        of_it = found(request, FactKind.POSITION, pk)
    except Gone as gone:
        return gone.response
    return page_of_fact(request, "position.html", of_it, position=of_it)
