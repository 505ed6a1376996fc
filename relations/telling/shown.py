"""The values that a fact shows, in the form of a report's."""

from typing import Any

from relations.fact_lines import contact_values, figure_values, position_values
from relations.models import Contact, TradeFigure
from relations.naming import names_of
from relations.vocabulary import Side


def values_of(fact: Any) -> dict[str, Any]:
    """As in the annotation guide, with names in the language of the page."""
    if isinstance(fact, Contact):
        sides = {"participants": (Side.RU, Side.CN), "others": (Side.OTHER,)}
        people = {name: [{"name": n} for side in own for n in names_of(fact, side)] for name, own in sides.items()}
        return contact_values(fact) | people
    if isinstance(fact, TradeFigure):
        return figure_values(fact)
    return position_values(fact) | {"speaker": fact.speaker.name, "post": fact.post}
