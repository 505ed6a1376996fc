"""Actors found by what a person types: a name in any language, another spelling, or the key."""

from collections.abc import Iterator

from relations.folding import fold
from relations.models import Actor

MOST_SUGGESTED = 12


def find(typed: str) -> list[Actor]:
    """The actors called exactly so, but for case and ё; those of the gazetteer before others."""
    wanted = fold(typed)
    keys = [pk for pk, names in _named() if wanted in names]
    return list(Actor.objects.filter(pk__in=keys).order_by("-is_known", "pk"))


def suggest(typed: str) -> list[Actor]:
    """The actors one of whose names has a word that begins so: those of the gazetteer first, a dozen at most."""
    wanted = fold(typed)
    if len(wanted) < 2:
        return []
    keys = [pk for pk, names in _named() if _begins(wanted, names)]
    return list(Actor.objects.filter(pk__in=keys[:MOST_SUGGESTED]).order_by("-is_known", "name_ru", "pk"))


def near(typed: str) -> list[Actor]:
    """Who may be meant by a name that nobody bears: those whose names share most of its words, the first above all."""
    words = [word for word in fold(typed).split() if len(word) > 1]
    shared = {pk: {word for word in words if _begins(word, names)} for pk, names in _named()}
    best = sorted((pk for pk in shared if shared[pk]), key=lambda pk: (-len(shared[pk]), words[0] not in shared[pk]))
    found = Actor.objects.in_bulk(best[:MOST_SUGGESTED])
    return [found[pk] for pk in best[:MOST_SUGGESTED]]


def _begins(word: str, names: set[str]) -> bool:
    return any(f" {name}".find(f" {word}") >= 0 for name in names)


def all_names(actor: Actor) -> set[str]:
    """Every name of the actor, as it is written."""
    return {actor.key, actor.name_ru, actor.name_en, actor.name_zh, *actor.aliases.splitlines()} - {""}


def _named() -> Iterator[tuple[int, set[str]]]:
    """Every actor with all its names, folded here because SQLite can't."""
    rows = Actor.objects.order_by("-is_known", "pk")
    for pk, aliases, *names in rows.values_list("pk", "aliases", "key", "name_ru", "name_en", "name_zh").iterator():
        yield pk, {fold(name) for name in [*names, *aliases.splitlines()] if name}
