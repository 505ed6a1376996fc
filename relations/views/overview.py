"""The front page: what is known, in three charts and the newest sentences."""

from datetime import date

from django.db.models import Count, Q, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relations.charts.banks import banks
from relations.charts.figures import figures
from relations.charts.timeline import timeline
from relations.knowledge import today
from relations.models import Article, Contact, Position, TradeFigure
from relations.then.counts import recounted
from relations.vocabulary import ContactStatus

NEWEST = 5
# The front page's timeline shows the recent past; the section has the rest.
ON_THE_FRONT = 200


def overview(request: HttpRequest) -> HttpResponse:
    now = today()
    newest, coming = recounted(_newest()), recounted(_coming(now))
    prefetch_related_objects([*newest, *coming], "participations__actor")
    positions = Position.objects.select_related("speaker").prefetch_related("topic_rows")
    context = {
        "articles": Article.objects.aggregate(total=Count("pk"), samples=Count("pk", filter=Q(is_sample=True))),
        "timeline": timeline(Contact.objects.all(), now, most=ON_THE_FRONT),
        "figures": figures(TradeFigure.objects.all()),
        "banks": banks(Position.objects.all()),
        "newest_contacts": newest,
        "coming": coming,
        "newest_positions": recounted(positions.filter(reported_on__isnull=False)[:NEWEST]),
    }
    return render(request, "overview.html", context)


def _newest() -> list[Contact]:
    """The contacts held last, of those whose day is known."""
    return list(Contact.objects.filter(status=ContactStatus.HELD, day__isnull=False)[:NEWEST])


def _coming(now: date) -> list[Contact]:
    """The plans that are not yet due, soonest first."""
    planned = Contact.objects.filter(status=ContactStatus.PLANNED, last_day__gte=now)
    return list(planned.order_by("day", "pk")[:NEWEST])
