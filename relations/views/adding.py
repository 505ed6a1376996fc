"""Adding a fact by hand: first its sentence is marked, then its fields are filled in."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from relations.kinds import KINDS
from relations.models import Article
from relations.paging import page_of
from relations.reviewing import CannotReview
from relations.reviews.adding import Passage, add, form_of, passage_of
from relations.sentences import paragraph_bounds, sentence_bounds
from relations.views.rights import for_reviewers
from relations.vocabulary import FactKind

PARAGRAPHS = 60  # a page


@for_reviewers
def add_fact(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    asked = request.POST if request.method == "POST" else request.GET
    passage = passage_of(article, asked.get("start", ""), asked.get("end", ""))
    if passage is None:
        return _sentences(request, article, nothing_marked="start" in asked)
    kind = asked.get("fact", "")  # a position has a field "kind" of its own
    kind = kind if kind in KINDS else FactKind.CONTACT.value
    if request.method != "POST":
        return _fields(request, kind, passage, form_of(kind, passage))
    form = form_of(kind, passage, request.POST)
    if form.is_valid():
        try:
            review = add(request.user, kind, passage, form)
        except CannotReview as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Added. It stays, whatever later readings say; it can be undone below."))
            return redirect(KINDS[kind].fact.every.get(pk=review.fact))
    return _fields(request, kind, passage, form)


def _sentences(request: HttpRequest, article: Article, *, nothing_marked: bool) -> HttpResponse:
    """All sentences of the article, each a link that marks it."""
    page = page_of(request, list(paragraph_bounds(article.text)), PARAGRAPHS)
    paragraphs = [
        [{"start": s, "end": e, "text": article.text[s:e]} for s, e in sentence_bounds(article.text, *bounds)]
        for bounds in page
    ]
    context = {"article": article, "page": page, "paragraphs": paragraphs, "nothing_marked": nothing_marked}
    return render(request, "mark_sentence.html", context)


def _fields(request: HttpRequest, kind: str, passage: Passage, form: Any) -> HttpResponse:
    context = {"article": passage.article, "passage": passage, "kind": kind, "kinds": FactKind.choices, "form": form}
    return render(request, "add_fact.html", context)
