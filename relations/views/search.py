"""Search over articles, facts and actors."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from relations import wording
from relations.naming import contact_title, figure_amount, figure_title
from relations.search import Hit, find
from relations.search.finding import MOST
from relations.vocabulary import SearchKind

LABELS = {
    SearchKind.ACTOR: _("Actors"),
    SearchKind.CONTACT: _("Contacts"),
    SearchKind.TRADE: _("Trade figures"),
    SearchKind.POSITION: _("Positions"),
    SearchKind.ARTICLE: _("Articles"),
}


@dataclass(frozen=True)
class Line:
    """A hit as the page shows it."""

    found: Any
    title: str
    when: str
    pieces: list[Any]


@dataclass(frozen=True)
class Group:
    """The hits of one kind; `is_cut` where there may be more."""

    label: Any
    hits: list[Line]
    is_cut: bool
    is_russian: bool


def search(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("q", "").replace("\0", "").strip()
    results = find(asked)
    groups = [
        Group(
            LABELS[kind],
            [_line(kind, hit) for hit in hits],
            len(hits) >= MOST,
            kind in (SearchKind.POSITION, SearchKind.ARTICLE),
        )
        for kind, hits in results.groups.items()
    ]
    return render(request, "search.html", {"asked": asked, "groups": groups})


def _line(kind: SearchKind, hit: Hit) -> Line:
    found = hit.found
    if kind == SearchKind.CONTACT:
        return Line(found, contact_title(found), wording.period(found.date), hit.pieces)
    if kind == SearchKind.TRADE:
        return Line(found, f"{figure_title(found)}: {figure_amount(found)}", wording.period(found.period), hit.pieces)
    if kind == SearchKind.POSITION:
        return Line(found, f"{found.speaker}: {found}", _day(found.reported_on), hit.pieces)
    if kind == SearchKind.ARTICLE:
        return Line(found, str(found), _day(found.published), hit.pieces)
    return Line(found, found.name, "", hit.pieces)


def _day(day: date | None) -> str:
    return wording.long_date(day) if day else ""
