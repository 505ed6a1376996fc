"""Actors: who acts, and one actor with posts, contacts and statements."""

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from relations.filters import Facet, Filters
from relations.knowledge import moment
from relations.models import Actor, Article, Contact, Mention, Participation, Position
from relations.paging import page_of
from relations.then.counts import recounted
from relations.vocabulary import ActorKind, Side

SHOWN = 10


def actors(request: HttpRequest) -> HttpResponse:
    filters = Filters(
        request.GET,
        [
            Facet("side", _("all sides"), Side.choices, "side"),
            Facet("kind", _("persons, bodies and countries"), ActorKind.choices, "kind"),
        ],
    )
    listed = filters.apply(
        known_then().annotate(contact_count=_count(Participation, "actor"), position_count=_count(Position, "speaker"))
    ).order_by((F("contact_count") + F("position_count")).desc(), "name_ru", "pk")
    context = {"filters": filters, "page": page_of(request, listed.prefetch_related("posts__office"), per_page=50)}
    return render(request, "actors.html", context)


def _count(model: type[Participation] | type[Position], link: str) -> Coalesce:
    rows = getattr(model, "shown", model.objects).filter(**{link: OuterRef("pk")}).order_by().values(link)
    return Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0)


def known_then() -> QuerySet[Actor]:
    """The actors known at the moment asked for: of those met in articles, the ones that an article named by then."""
    if moment() is None:
        return Actor.objects.all()
    told = Mention.objects.filter(actor=OuterRef("pk"), article__in=Article.objects.order_by().values("pk"))
    took_part = Participation.shown.filter(actor=OuterRef("pk"))
    said = Position.objects.filter(speaker=OuterRef("pk"))
    return Actor.objects.filter(Q(is_known=True) | Exists(told) | Exists(took_part) | Exists(said))


def actor(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(known_then().prefetch_related("posts__office"), pk=pk)
    contacts = Contact.objects.filter(actors=found).prefetch_related("participations__actor")
    positions = found.positions.select_related("speaker").prefetch_related("topic_rows")
    context = {
        "actor": found,
        "contacts": recounted(contacts[:SHOWN]),
        "contact_count": contacts.count(),
        "positions": recounted(positions[:SHOWN]),
        "position_count": positions.count(),
        "article_count": Article.objects.filter(mentions__actor=found).distinct().count(),
        "met": _met(found, contacts),
    }
    return render(request, "actor.html", context)


def _met(found: Actor, contacts: QuerySet[Contact]) -> QuerySet[Actor]:
    """Whom of the other sides the actor has most contacts with."""
    others = Actor.objects.filter(contacts__in=contacts.order_by().values("pk")).exclude(side=found.side)
    return others.annotate(together=Count("contacts")).order_by("-together", "name_ru")[:SHOWN]
