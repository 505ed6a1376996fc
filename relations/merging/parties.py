"""Whether two reports name the same people, each side by persons, by bodies, or by no more than its country."""

from typing import Any

from relations.merging.keys import actor_key
from relations.reading import Participant
from relations.vocabulary import Side

COUNTRIES = {"russia", "china"}
SIDES = (Side.RU.value, Side.CN.value)
# Of two lists of persons whose first differ, so much must be common.
ENOUGH_COMMON = 2 / 3


def is_person(name: str) -> bool:
    """Two or more capitalised words: a person's name; bodies and offices have words in lower or upper case.

    A word of one letter is part of a name: "Ван И".
    """
    words = name.split()
    return len(words) > 1 and all(word[:1].isupper() and not (word.isupper() and len(word) > 1) for word in words)


def parties_of(participants: list[dict[str, Any]]) -> dict[str, Any]:
    """Who took part, by side: the persons in the order of the text, and the bodies; countries are left out."""
    persons: dict[str, list[str]] = {side: [] for side in SIDES}
    bodies: dict[str, list[str]] = {side: [] for side in SIDES}
    for given in participants:
        key = actor_key(Participant(**given))
        if given["side"] not in persons or key in COUNTRIES:
            continue
        named = persons if is_person(given["name"]) else bodies
        named[given["side"]].append(key)
    return {"persons": persons, "bodies": {side: sorted(set(keys)) for side, keys in bodies.items()}}


def same_parties(a: dict[str, Any], b: dict[str, Any], *, any_body: bool = False) -> str:
    """ "participants" if a side is named alike and none differently, "unnamed" if nothing tells them apart, else "".

    With `any_body`, as in exercises, where troops are named now by arm and now by country, bodies tell nothing apart.
    """
    sides = [_same_side(a, b, side, any_body=any_body) for side in SIDES]
    if None in sides:
        return ""
    return "participants" if any(sides) else "unnamed"


def is_anonymous(parties: dict[str, Any]) -> bool:
    """Whether nobody is named but the two countries."""
    return not any(parties[kind][side] for kind in ("persons", "bodies") for side in SIDES)


def share_a_person(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Whether anybody is named in both."""
    return any(set(a["persons"][side]) & set(b["persons"][side]) for side in SIDES)


def _same_side(a: dict[str, Any], b: dict[str, Any], side: str, *, any_body: bool) -> bool | None:
    """True if both name the same of this side, False if one of them leaves it open, None if they differ."""
    persons_a, persons_b = a["persons"][side], b["persons"][side]
    if persons_a and persons_b:
        common, either = set(persons_a) & set(persons_b), set(persons_a) | set(persons_b)
        return True if persons_a[0] == persons_b[0] or len(common) / len(either) >= ENOUGH_COMMON else None
    bodies_a, bodies_b = a["bodies"][side], b["bodies"][side]
    if bodies_a and bodies_b:
        if set(bodies_a) & set(bodies_b):
            return True
        return None if not (persons_a or persons_b or any_body) else False
    return False
