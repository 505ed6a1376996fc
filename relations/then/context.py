"""What every template knows of the day asked for."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from relations.knowledge import moment, today
from relations.then.day import PARAMETER


def then(request: HttpRequest) -> dict[str, Any]:
    """`as_of` is the day (None for now), `now_address` this page now, `now_query` its other parameters."""
    params = request.GET.copy()
    params.pop(PARAMETER, None)
    query = params.urlencode()
    params.pop("page", None)  # another day has other pages
    return {
        "as_of": None if moment() is None else today(),
        "latest_day": timezone.localdate(),
        "now_address": request.path + (f"?{query}" if query else ""),
        "now_query": [(name, value) for name, values in params.lists() for value in values],
    }
