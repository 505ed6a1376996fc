"""Contacts: the timeline with its list, and one contact with its evidence."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from relations.charts.timeline import timeline
from relations.filters import Facet, Filters
from relations.knowledge import today
from relations.models import Contact
from relations.paging import page_of
from relations.then.counts import recounted
from relations.views.choices import actor_choices, year_choices
from relations.views.facts import Gone, found, page_of_fact
from relations.vocabulary import ContactFormat, ContactStatus, FactKind, Level


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
    chosen = filters.apply(Contact.objects.all())
    page = page_of(request, chosen.prefetch_related("participations__actor"))
    recounted(page.object_list)
    context = {"filters": filters, "chart": timeline(chosen, today()), "page": page}
    return render(request, "contacts.html", context)


def contact(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        of_it = found(request, FactKind.CONTACT, pk)
    except Gone as gone:
        return gone.response
    return page_of_fact(request, "contact.html", of_it, contact=of_it)
