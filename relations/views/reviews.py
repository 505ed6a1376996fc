"""The queue of facts to be reviewed, and the log of all decisions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from relations.filters import Facet, Filters
from relations.models import Outlet, Review
from relations.paging import page_of
from relations.reviews.listing import rows_of
from relations.reviews.log import entries
from relations.reviews.orphans import orphaned
from relations.reviews.queue import WHY, progress, queue, wanting
from relations.views.rights import for_reviewers
from relations.vocabulary import FactKind, Level, ReviewAction, ReviewState

STANDING, UNDONE, ORPHANED = "standing", "undone", "orphaned"
STATES = [(STANDING, _("standing")), (UNDONE, _("taken back")), (ORPHANED, _("its sentence is no longer found"))]


@for_reviewers
@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    outlets = Outlet.objects.filter(articles__isnull=False).distinct().values_list("pk", "name")
    filters = Filters(
        request.GET,
        [
            Facet("kind", _("all kinds"), FactKind.choices, "kind"),
            Facet("state", _("to be reviewed"), [*ReviewState.choices, ("all", _("reviewed or not"))], "state"),
            Facet("why", _("for any reason"), WHY.items(), "why"),
            Facet("level", _("all levels"), Level.choices, "level"),
            Facet("outlet", _("all outlets"), outlets, "outlet"),
        ],
    )
    asked = filters.values
    page = page_of(request, queue(asked))
    done, total = progress(asked)
    wanted = wanting(asked)
    context = {
        "filters": filters,
        "page": page,
        "rows": rows_of(page, request.get_full_path()),
        "done": done,
        "total": total,
        "wanted": [(name, label, wanted[name]) for name, label in WHY.items() if name in wanted],
        "orphaned": orphaned().count(),
        "last": entries(Review.objects.filter(by=request.user, undone_at=None)[:1]),
    }
    return render(request, "reviews.html", context)


@for_reviewers
@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    filters = Filters(
        request.GET,
        [
            Facet("kind", _("all kinds"), FactKind.choices, "kind"),
            Facet("action", _("any decision"), ReviewAction.choices, "action"),
            Facet("by", _("anybody"), _reviewers(), "by"),
            Facet(
                "state",
                _("standing or not"),
                [
                    (STANDING, _("standing")),
                    (UNDONE, _("taken back")),
                    (ORPHANED, _("its sentence is no longer found")),
                ],
                "state",
            ),
        ],
    )
    state = filters.values.get("state")
    rows = orphaned() if state == ORPHANED else Review.objects.all()
    if state in (STANDING, UNDONE):
        rows = rows.filter(undone_at__isnull=state == STANDING)
    rows = rows.filter(**{name: value for name, value in filters.values.items() if name != "state"})
    page = page_of(request, rows)
    return render(request, "decisions.html", {"filters": filters, "page": page, "log": entries(page.object_list)})


def _reviewers() -> list[tuple[str, str]]:
    rows = Review.objects.exclude(by=None).order_by("by_name").values_list("by", "by_name").distinct()
    return [(str(pk), name) for pk, name in rows]
