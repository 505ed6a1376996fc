"""Template filters of the pages; the words themselves come from `relations.wording` and `relations.naming`."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.text import capfirst

from relations import evidence, naming, standing, wording
from relations.commodities import commodity_name
from relations.knowledge import today
from relations.models import Actor, Contact, Participation
from relations.places import place_name
from relations.telling import decisions
from relations.vocabulary import Topic

register = template.Library()

register.filter("iso_range", wording.iso_range)
register.filter("iso_date", wording.iso_date)
register.filter("long_date", wording.long_date)
register.filter("period", wording.period)
register.filter("amount", wording.amount)
register.filter("change", wording.change)
register.filter("contact_title", naming.contact_title)
register.filter("figure_title", naming.figure_title)
register.filter("figure_amount", naming.figure_amount)
register.filter("commodity_name", commodity_name)
register.filter("post_name", naming.post_name)
register.filter("origin", standing.origin)
register.filter("sentence_address", evidence.address)
register.filter("place_name", place_name)
register.filter("long_moment", wording.long_moment)
register.filter("decision", decisions.said_of)


@register.filter
def of_side(participations: list[Participation], side: str) -> list[Participation]:
    """Those of the participations that acted for a side."""
    return [row for row in participations if row.side == side]


@register.filter
def of_key(values: dict[str, Any], key: str) -> Any:
    """The value under a key, None where there is none."""
    return values.get(key)


@register.filter
def unconfirmed(contact: Contact) -> bool:
    """A plan whose date has passed without word of it."""
    return contact.is_unconfirmed(today())


@register.filter
def topic(value: str) -> str:
    """A topic's label, set as a name."""
    return capfirst(str(dict(Topic.choices).get(value, value)))


@register.filter
def other_names(actor: Actor) -> list[str]:
    """The actor's names in the languages other than the page's."""
    return [name for name in (actor.name_ru, actor.name_en, actor.name_zh) if name and name != actor.name]


@register.simple_tag(takes_context=True)
def here(context: dict[str, Any]) -> str:
    """The section of the address bar: "contacts" on /contacts/ and everything below it; "" on the overview."""
    request: HttpRequest | None = context.get("request")
    return request.path.split("/")[1] if request else ""
