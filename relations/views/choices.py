"""What the filters offer that depends on the data: years and actors."""

from typing import Any

from django.db.models import Count, Model

from relations.knowledge import shown
from relations.models import Actor

# A menu longer than this is no menu; an actor outside it is still reached from the actor's own page.
MOST_ACTORS = 30


def year_choices(model: type[Model], field: str) -> list[tuple[str, str]]:
    """The years that occur, newest first."""
    days = model._default_manager.dates(field, "year", order="DESC")
    return [(str(day.year), str(day.year)) for day in days]


def actor_choices(related: str, asked: str = "") -> list[tuple[str, Any]]:
    """The actors with most contacts or positions (`related` says which), and the one asked for, whoever it is."""
    counted = Count(related, filter=shown(f"{related}__"))
    busy = Actor.objects.annotate(facts=counted).filter(facts__gt=0).order_by("-facts", "pk")[:MOST_ACTORS]
    choices = [(str(actor.pk), actor.name) for actor in busy]
    if asked.isascii() and asked.isdigit() and len(asked) < 10 and asked not in dict(choices):
        choices += [(str(actor.pk), actor.name) for actor in Actor.objects.filter(pk=asked)]
    return choices
