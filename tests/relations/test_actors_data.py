"""The shipped actors and offices hang together."""

import re

from relations import reference
from relations.palladius import pinyin
from relations.vocabulary import ActorKind, Level, Side

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def test_keys_are_unique_and_values_are_of_the_closed_lists() -> None:
    actors, offices = reference.actors(), reference.offices()
    assert len({actor.key for actor in actors}) == len(actors)
    assert len({office.key for office in offices}) == len(offices)
    assert {actor.kind for actor in actors} <= set(ActorKind.values)
    assert {row.side for row in [*actors, *offices]} <= set(Side.values)
    assert {office.level for office in offices} <= set(Level.values)


def test_tenures_name_known_offices_and_have_dates_in_order() -> None:
    offices = {office.key for office in reference.offices()}
    for actor in reference.actors():
        for tenure in actor.tenures:
            assert tenure.office in offices, actor.key
            for date in filter(None, (tenure.since, tenure.until)):
                assert _DATE.fullmatch(date), (actor.key, date)
            assert not (tenure.since and tenure.until) or tenure.since <= tenure.until, actor.key


def test_chinese_persons_have_the_pinyin_of_their_russian_name() -> None:
    """Catches slips in either name; the few that differ are usual spellings of their own."""
    own = {"nur-bekri", "lu-fuyuan", "lyu-daliang", "le-yucheng"}
    for actor in reference.actors():
        if actor.kind == "person" and actor.side == "CN" and actor.key not in own:
            assert pinyin(actor.ru).replace("'", "") == actor.en.replace("'", ""), actor.key
