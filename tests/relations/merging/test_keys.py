"""What is the same has the same key."""

from relations.merging.keys import actor_key, hashed
from relations.reading import Participant


def test_a_known_actor_has_the_gazetteers_key() -> None:
    assert actor_key(Participant("Ван И", "CN", "wang-yi")) == "wang-yi"


def test_an_unknown_one_is_known_by_side_and_name_however_spelt() -> None:
    assert actor_key(Participant("Пётр  Семёнов", "RU")) == actor_key(Participant("петр семенов", "RU"))
    assert actor_key(Participant("Пётр Семёнов", "RU")) != actor_key(Participant("Пётр Семёнов", "CN"))


def test_what_is_hashed_keeps_its_parts_apart() -> None:
    assert hashed("ab", "c") != hashed("a", "bc")
