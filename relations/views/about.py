"""About: the method in plain words, with what the collection holds."""

from django.db.models import Count, Max, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relations.knowledge import moment
from relations.models import Article, Outlet


def about(request: HttpRequest) -> HttpResponse:
    here = Q() if moment() is None else Q(articles__added_at__lte=moment())
    outlets = Outlet.objects.annotate(
        count=Count("articles", filter=here),
        first=Min("articles__published", filter=here),
        last=Max("articles__published", filter=here),
    )
    read = Article.objects.exclude(reader_version="").order_by()
    context = {
        "outlets": outlets.filter(count__gt=0).order_by("-count", "name"),
        "versions": read.values("reader_version").annotate(count=Count("pk")).order_by("reader_version"),
        "without_outlet": Article.objects.filter(outlet=None).count(),
    }
    return render(request, "about.html", context)
