"""The front page: what is known, in three charts and the newest sentences."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from relations.charts.banks import banks
from relations.charts.figures import figures
from relations.charts.timeline import timeline
from relations.models import Article, Contact, Position, TradeFigure
from relations.vocabulary import ContactStatus

NEWEST = 5
# The front page's timeline shows the recent past; the section has the rest.
ON_THE_FRONT = 200


def overview(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    contacts = Contact.objects.all()
    newest = contacts.filter(status=ContactStatus.HELD, day__isnull=False).prefetch_related("participations__actor")
    coming = contacts.filter(status=ContactStatus.PLANNED, last_day__gte=today).prefetch_related(
        "participations__actor"
    )
    positions = Position.objects.select_related("speaker").prefetch_related("topic_rows")
    context = {
        "counts": {
            "articles": Article.objects.count(),
            "contacts": contacts.count(),
            "figures": TradeFigure.objects.count(),
            "positions": Position.objects.count(),
        },
        "has_samples": Article.objects.filter(is_sample=True).exists(),
        "timeline": timeline(contacts, today, most=ON_THE_FRONT),
        "figures": figures(TradeFigure.objects.all()),
        "banks": banks(Position.objects.all()),
        "newest_contacts": newest[:NEWEST],
        "coming": coming.order_by("day", "pk")[:NEWEST],
        "newest_positions": positions.filter(reported_on__isnull=False)[:NEWEST],
    }
    return render(request, "overview.html", context)
