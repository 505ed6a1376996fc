"""Articles: what was read, and the page for reading one with its facts in the margin."""

from collections import Counter

from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from relations.filters import Facet, Filters
from relations.highlights import paragraphs
from relations.knowledge import moment
from relations.models import Article, ContactReport, Outlet, PositionReport, TradeReport
from relations.paging import page_of
from relations.views.choices import year_choices


def articles(request: HttpRequest) -> HttpResponse:
    outlets = Outlet.objects.filter(articles__isnull=False).distinct().values_list("pk", "name")
    filters = Filters(
        request.GET,
        [
            Facet("outlet", _("all outlets"), outlets, "outlet"),
            Facet("year", _("all years"), year_choices(Article, "published"), "published__year"),
            Facet("sample", _("samples too"), [("1", _("samples only")), ("0", _("no samples"))], "is_sample"),
        ],
    )
    listed = Article.objects.select_related("outlet").defer("text").annotate(beginning=Substr("text", 1, 80))
    page = page_of(request, filters.apply(listed))
    facts = _fact_counts([article.pk for article in page])
    for article in page:
        article.fact_count = facts[article.pk]
        article.was_read = _was_read(article)
    return render(request, "articles.html", {"filters": filters, "page": page})


def _fact_counts(articles: list[int]) -> Counter[int]:
    """How many reports of facts each of the articles has."""
    counts: Counter[int] = Counter()
    for model in (ContactReport, TradeReport, PositionReport):
        counts.update(model.objects.filter(article__in=articles).order_by().values_list("article", flat=True))
    return counts


def article(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    read = paragraphs(found)
    context = {
        "article": found,
        "paragraphs": read,
        "note_count": sum(len(p.notes) for p in read),
        "was_read": _was_read(found),
    }
    return render(request, "article.html", context)


def _was_read(article: Article) -> bool:
    """Whether it was read by the moment asked for. Of several readings only the last is dated."""
    at = moment()
    return article.read_at is not None and (at is None or article.read_at <= at)
