"""Names of places in the reader's language."""

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
