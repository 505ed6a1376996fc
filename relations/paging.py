"""Long lists a page at a time; a page number that makes no sense gives the nearest that does."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PER_PAGE = 25


def page_of(request: HttpRequest, rows: QuerySet[Any], per_page: int = PER_PAGE) -> Page:
    """The page that `?page=` asks for, the first for nonsense and the last for one beyond it."""
    paginator = Paginator(rows, per_page)
    asked = request.GET.get("page", "1")
    # int() of a very long string of digits is slow: such a page does not exist anyway.
    return paginator.get_page(asked if len(asked) < 8 else paginator.num_pages)
