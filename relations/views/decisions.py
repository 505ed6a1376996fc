"""One fact under review: its page, the decisions about it, and taking them back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from relations import reviewing
from relations.kinds import KINDS
from relations.models import Review
from relations.reviewing import CannotReview
from relations.reviews.actors import suggest
from relations.reviews.decisions import carry_out, form_for
from relations.reviews.log import review_address
from relations.reviews.panel import panel_of
from relations.reviews.words import title_of
from relations.views.rights import for_reviewers, next_or
from relations.vocabulary import FactKind, ReviewAction, ReviewState

ACTIONS = {action.value for action in ReviewAction} - {ReviewAction.ADD.value}


@for_reviewers
def review_fact(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The fact, also one that is rejected or gone; a decision is sent here as well."""
    fact = _fact_or_404(kind, pk)
    if request.method != "POST":
        return _page(request, kind, fact)
    action = request.POST.get("action", "")
    if action not in ACTIONS:
        raise Http404
    form = form_for(action, kind, fact, request.POST)
    if form.is_valid():
        try:
            review = carry_out(request.user, action, kind, fact, form, request.POST.get("seen", ""))
        except CannotReview as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _done(review, title_of(kind, _fact_or_404(kind, pk))))
            return redirect(next_or(request, _address(kind, pk)))
    return _page(request, kind, fact, (action, form))


@for_reviewers
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(Review, pk=pk)
    try:
        reviewing.undo(request.user, review)
        messages.success(request, _("Taken back: %(decision)s.") % {"decision": review})
    except CannotReview as error:
        messages.error(request, str(error))
    return redirect(next_or(request, _address(review.kind, review.fact)))


@for_reviewers
@require_safe
def actor_names(request: HttpRequest) -> JsonResponse:
    """Suggestions while a name is typed."""
    found = suggest(request.GET.get("q", "")[:100])
    return JsonResponse({"names": [{"name": actor.name, "note": actor.name_ru} for actor in found]})


def _fact_or_404(kind: str, pk: int) -> Any:
    if kind not in KINDS:
        raise Http404
    rows = KINDS[kind].fact.every.filter(of=None)
    rows = rows.select_related("speaker") if kind == FactKind.POSITION else rows
    return get_object_or_404(rows, pk=pk)


def _page(request: HttpRequest, kind: str, fact: Any, bound: tuple[str, Any] | None = None) -> HttpResponse:
    context = {
        "kind": kind,
        "fact": fact,
        "title": title_of(kind, fact),
        "panel": panel_of(request.user, fact, bound),
        "reports": KINDS[kind].report.objects.filter(fact=fact).select_related("article__outlet"),
        "is_shown": _is_shown(fact),
    }
    return render(request, "review_fact.html", context)


def _is_shown(fact: Any) -> bool:
    return fact.known_until is None and fact.review_state != ReviewState.REJECTED


def _address(kind: str, number: int) -> str:
    """The fact's own page; where it has none any longer, the one of its review."""
    fact = KINDS[kind].fact.every.filter(pk=number).first()
    return fact.get_absolute_url() if fact and _is_shown(fact) else review_address(kind, number)


def _done(review: Review, title: str) -> str:
    said = {
        ReviewAction.ACCEPT: _("Accepted: %(title)s."),
        ReviewAction.REJECT: _(
            "Rejected: %(title)s. It is hidden, and no later reading of its sentences brings it back."
        ),
        ReviewAction.CORRECT: _("Corrected: %(title)s."),
        ReviewAction.MERGE: _("Merged: %(title)s now has the reports of fact %(other)s as well."),
        ReviewAction.SPLIT: _("Split: what was taken from %(title)s is now fact %(new)s."),
        ReviewAction.APART: _("Kept apart: %(title)s and fact %(other)s are never the same."),
    }[ReviewAction(review.action)]
    return said % {"title": title, "other": review.values.get("other"), "new": review.values.get("new")}
