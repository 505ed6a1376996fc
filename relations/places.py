"""Names of places in the reader's language, and whether two of them can be one."""

from functools import lru_cache

import yaml
from django.utils.translation import get_language

from relations.reference import DATA


@lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    return yaml.safe_load((DATA / "places.yaml").read_text(encoding="utf-8"))


def place_name(place: str) -> str:
    """The place in the page's language; one that `places.yaml` does not have stays as the article has it."""
    return place if (get_language() or "").startswith("ru") else _english().get(place, place)


@lru_cache(maxsize=1)
def _sides() -> dict[str, str]:
    by_side = yaml.safe_load((DATA / "place_sides.yaml").read_text(encoding="utf-8"))
    return {place: side for side, places in by_side.items() for place in places}


# A whole country is the place of whatever happens in it.
_COUNTRIES = {"Россия", "Китай"}


def same_place(a: str, b: str, *, several: bool = False) -> bool | None:
    """True for the same place, or a country and a place in it; False if one is not given; None if they differ.

    With `several`, as on a journey, two places of one country are no difference either.
    """
    if not a or not b:
        return False
    side_a, side_b = _sides().get(a), _sides().get(b)
    if a == b or (side_a and side_a == side_b and (several or a in _COUNTRIES or b in _COUNTRIES)):
        return True
    return None
