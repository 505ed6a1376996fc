"""Shows each page as of the day that its address asks for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from relations.knowledge import as_of, end_of
from relations.then.day import PARAMETER, NoDay, day_of
from relations.then.links import NOW_ONLY, keep_in


def as_of_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """An address without the day, or with an empty one, asks for now."""

    def respond(request: HttpRequest) -> HttpResponse:
        given = request.GET.get(PARAMETER, "").strip()
        if not given or request.path.startswith(NOW_ONLY):
            return get_response(request)
        try:
            day = day_of(given)
        except NoDay as error:
            return render(request, "no_day.html", {"sentence": str(error)}, status=400)
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            sentence = _("The past is for reading only: go back to now to decide or to add something.")
            return render(request, "no_day.html", {"sentence": sentence}, status=405)
        with as_of(end_of(day)):
            response = get_response(request)
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            response.content = keep_in(response.content.decode(), day)
        return response

    return respond
