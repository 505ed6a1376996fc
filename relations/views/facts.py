"""What the pages of all facts share: found by their permanent id, or what became of the ones that are gone."""

from typing import Any

from django.db.models import BigIntegerField, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from relations.kinds import KINDS, Kind
from relations.knowledge import known, known_facts, moment
from relations.models import Article, Contact, Position
from relations.telling.decisions import decisions_of, stands
from relations.telling.page import told
from relations.then.links import linked
from relations.vocabulary import FactKind, ReviewAction, ReviewState

# No row has a larger number; databases refuse to look for one.
LARGEST = BigIntegerField.MAX_BIGINT
# Articles that the page of a fact that is gone leads to.
MOST_ARTICLES = 50


class Gone(Exception):
    """There is no page of the fact itself; `response` says what became of it."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response


def found(request: HttpRequest, name: FactKind, number: int) -> Any:
    """The fact as known at the moment asked for; raises Gone for one that ended, Http404 for one that never was."""
    kind = KINDS[name]
    if number > LARGEST:
        raise Http404
    fact = _rows(kind, known_facts(kind.fact, [number])).first()
    if fact is None:
        raise Gone(_farewell(request, kind, number))
    return fact


def page_of_fact(request: HttpRequest, template: str, fact: Any, **context: Any) -> HttpResponse:
    """The fact's own page."""
    return render(request, template, told(fact) | context)


def _rows(kind: Kind, rows: Any) -> Any:
    if kind.fact is Contact:
        return rows.prefetch_related("participations__actor")
    if kind.fact is Position:
        return rows.select_related("speaker").prefetch_related("topic_rows")
    return rows


def _farewell(request: HttpRequest, kind: Kind, number: int) -> HttpResponse:
    at = moment() or timezone.now()
    of_it = _rows(kind, kind.fact.every.filter(Q(pk=number, of=None) | Q(of=number)))
    if not of_it.exists():
        raise Http404
    rejected = of_it.filter(known(), review_state=ReviewState.REJECTED).first()
    last = rejected or of_it.filter(known_until__lte=at).order_by("-known_until").first()
    if last is None:
        return _not_yet(request, of_it.order_by("known_from").first())
    if not rejected and last.merged_into_id:
        return _moved(last)
    reports = kind.report.every.filter(fact=number).order_by().values("article")
    context = {
        "fact": last,
        "kind": kind.name,
        "rejections": [r for r in decisions_of(last) if stands(r) and r.action == ReviewAction.REJECT],
        "is_rejected": rejected is not None,
        "articles": Article.objects.filter(pk__in=reports).select_related("outlet")[:MOST_ARTICLES],
        "last_day": _last_day(last),
    }
    return render(request, "gone.html", context, status=410)


def _moved(last: Any) -> HttpResponse:
    """To what it became part of. Permanent, but asked again each time: a merge can be undone."""
    response = HttpResponsePermanentRedirect(linked(type(last)(pk=last.merged_into_id).get_absolute_url()))
    response["Cache-Control"] = "no-cache"
    return response


def _not_yet(request: HttpRequest, first: Any) -> HttpResponse:
    learned = timezone.localdate(first.known_from)
    sentence = _("This was not known yet on that day: it was learned on %(day)s.") % {"day": learned.isoformat()}
    return render(request, "no_day.html", {"sentence": sentence, "title": _("Not known yet")}, status=404)


def _last_day(last: Any) -> str:
    """A day on whose evening the fact was shown, for a link to it as it was; "" where there was none."""
    if last.known_until is None:
        return ""
    first, ended = timezone.localdate(last.known_from), timezone.localdate(last.known_until)
    return first.isoformat() if first < ended else ""
