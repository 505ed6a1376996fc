"""Commitments: the targets that were set for the trade, and what became of each."""

from collections import Counter
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from relations.commitments import EXPECTED, MOST, Commitment, Outcome, ledger, targets
from relations.filters import Facet, Filters
from relations.knowledge import today
from relations.models import TradeFigure
from relations.paging import page_of
from relations.vocabulary import FigureStatus, Indicator


def commitments(request: HttpRequest) -> HttpResponse:
    filters = Filters(
        request.GET,
        [
            Facet("outcome", _("open and decided"), Outcome.choices, "outcome"),
            Facet("indicator", _("all indicators"), Indicator.choices, "indicator"),
            Facet("status", _("targets and forecasts"), _expected_choices(), "status"),
        ],
    )
    asked = {name: value for name, value in filters.values.items() if name != "outcome"}
    wanted = targets().filter(**asked)
    judged = ledger(wanted, today())
    outcome = filters.values.get("outcome")
    found = [commitment for commitment in judged if outcome in (None, commitment.outcome)]
    context = {
        "filters": filters,
        "title": _finding(found),
        "page": page_of(request, found),
        "undated": TradeFigure.objects.filter(status__in=EXPECTED).count() - targets().count(),
        "most": MOST if len(judged) == MOST else 0,
    }
    return render(request, "commitments.html", context)


def _expected_choices() -> list[tuple[str, object]]:
    return [choice for choice in FigureStatus.choices if choice[0] in EXPECTED]


def _finding(found: Sequence[Commitment]) -> str:
    """How many there are, and of each outcome how many."""
    counts = Counter(commitment.outcome for commitment in found)
    return ngettext(
        "%(total)d commitment: %(reached)d reached, %(missed)d missed, %(open)d open",
        "%(total)d commitments: %(reached)d reached, %(missed)d missed, %(open)d open",
        len(found),
    ) % {
        "total": len(found),
        "reached": counts[Outcome.REACHED],
        "missed": counts[Outcome.MISSED],
        "open": counts[Outcome.OPEN],
    }
