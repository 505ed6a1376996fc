"""Contacts: the timeline with its list, and one contact with its evidence."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from relations.charts.timeline import timeline
from relations.evidence import evidence_of
from relations.filters import Facet, Filters
from relations.models import Contact
from relations.paging import page_of
from relations.views.choices import actor_choices, year_choices
from relations.vocabulary import ContactFormat, ContactStatus, Level


def contacts(request: HttpRequest) -> HttpResponse:
    filters = Filters(
        request.GET,
        [
            Facet("level", _("all levels"), Level.choices, "level"),
            Facet("format", _("all formats"), ContactFormat.choices, "format"),
            Facet("status", _("held or not"), ContactStatus.choices, "status"),
            Facet("actor", _("anyone"), actor_choices("contacts", request.GET.get("actor", "")), "actors"),
            Facet("year", _("all years"), year_choices(Contact, "day"), "day__year"),
        ],
    )
    found = filters.apply(Contact.objects.all())
    listed = found.prefetch_related("participations__actor")
    context = {
        "filters": filters,
        "chart": timeline(found, timezone.localdate()),
        "page": page_of(request, listed),
    }
    return render(request, "contacts.html", context)


def contact(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Contact.objects.prefetch_related("participations__actor"), pk=pk)
    return render(request, "contact.html", {"contact": found, "evidence": evidence_of(found)})
