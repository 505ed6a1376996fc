"""Actors by their whole names, in any script and case."""

from relations.models import SearchName

Name = tuple[str, ...]


def actors_named(names: set[Name]) -> dict[Name, list[int]]:
    """The actors that have one of these names (runs of lemmas), by the name."""
    found: dict[Name, list[int]] = {}
    rows = SearchName.objects.filter(lemmas__in={" ".join(name) for name in names}).order_by("actor_id")
    for lemmas, actor in rows.values_list("lemmas", "actor_id"):
        found.setdefault(tuple(lemmas.split()), []).append(actor)
    return found
