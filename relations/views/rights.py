"""Who may review: a decorator for views, and where to go on afterwards."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

View = Callable[..., HttpResponse]


def for_reviewers(view: View) -> View:
    """Whoever is not logged in is led to the log-in page, and whoever has not the right is refused (403)."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            asked = request.get_full_path() if request.method == "GET" else reverse("reviews")
            return redirect_to_login(asked, reverse("admin:login"))
        if not request.user.has_perm("relations.add_review"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def next_or(request: HttpRequest, default: str) -> str:
    """Where the form asks to go on, if that is a page of ours; else the default."""
    asked = request.POST.get("next", "")
    return asked if url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure()) else default
