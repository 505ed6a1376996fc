"""The actors' rows of those whom readings name; whom nobody knew yet becomes a row of their own."""

from collections.abc import Iterable, Sequence
from typing import Any

from relations.merging import actor_key
from relations.merging.parties import is_person
from relations.models import Actor
from relations.palladius import pinyin
from relations.reading import Participant, Reading
from relations.search.indexing import index_actor
from relations.vocabulary import ActorKind


def actors_of(reading: Reading) -> dict[str, Actor]:
    """The actors of a reading by key."""
    wanted = {actor_key(participant): participant for participant in _spoken_of(reading)}
    named = {entity.actor for entity in reading.entities if entity.actor}
    return _rows(wanted, named)


def with_named_in(reports: Sequence[Any], corrections: dict[str, Any]) -> dict[str, Actor]:
    """The actors by key that stored reports, and the corrections of a fact, speak of."""
    wanted: dict[str, Participant] = {}
    for values in [*(report.values for report in reports), corrections]:
        people = [Participant(**p) for p in [*values.get("participants", []), *values.get("others", [])]]
        wanted |= {actor_key(person): person for person in people}
    speakers = {report.values["actor_key"] for report in reports if "actor_key" in report.values}
    return _rows(wanted, speakers | ({corrections["actor_key"]} if "actor_key" in corrections else set()))


def row_of(participant: Participant) -> Actor:
    """The actor's row; a new one for somebody whom nobody knew yet."""
    key = actor_key(participant)
    return _rows({key: participant}, set())[key]


def _spoken_of(reading: Reading) -> Iterable[Participant]:
    for contact in reading.contacts:
        yield from (*contact.participants, *contact.others)
    for position in reading.positions:
        yield position.speaker


def _rows(wanted: dict[str, Participant], named: set[str]) -> dict[str, Actor]:
    actors = {actor.key: actor for actor in Actor.objects.filter(key__in={*wanted, *named})}
    for key in sorted(wanted.keys() - actors.keys()):
        participant = wanted[key]
        defaults = {
            "name_ru": participant.name,
            "name_en": pinyin(participant.name) if participant.side == "CN" else "",
            "side": participant.side,
            "kind": ActorKind.PERSON if is_person(participant.name) else ActorKind.BODY,
            "is_known": False,
        }
        actors[key], is_new = Actor.objects.get_or_create(key=key, defaults=defaults)
        if is_new:
            index_actor(actors[key])
    return actors
