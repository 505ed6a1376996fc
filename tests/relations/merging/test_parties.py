"""Whether two reports name the same people."""

from dataclasses import asdict
from typing import Any

import pytest

from relations.merging.parties import is_anonymous, is_person, parties_of, same_parties, share_a_person
from relations.reading import Participant
from tests.readings import LAVROV, PUTIN, UNKNOWN, XI

CHINA, RUSSIA = Participant("Китай", "CN", "china"), Participant("Россия", "RU", "russia")
WANG = Participant("Ван И", "CN", "wang-yi")
MINISTRY, CUSTOMS = Participant("МИД РФ", "RU", "ru-mfa"), Participant("таможня РФ", "RU", "ru-customs")


def _parties(*people: Participant) -> dict[str, Any]:
    return parties_of([asdict(person) for person in people])


@pytest.mark.parametrize("name", ["Ван И", "Владимир Путин", "Сунь Вэйдун"])
def test_capitalised_words_are_a_person(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize("name", ["МИД КНР", "Хабаровский край", "Си", "Главное таможенное управление КНР"])
def test_bodies_and_single_words_are_not(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ((PUTIN, XI), (XI, PUTIN)),
        ((PUTIN, XI), (PUTIN, CHINA)),
        ((PUTIN, XI), (PUTIN, LAVROV, XI)),
        ((MINISTRY, CHINA), (MINISTRY, WANG)),
        ((MINISTRY, WANG), (LAVROV, WANG)),
    ],
    ids=["in any order", "a side left open", "with company", "a body by name", "a person for the body"],
)
def test_the_same_people_are_the_same(a: tuple[Participant, ...], b: tuple[Participant, ...]) -> None:
    assert same_parties(_parties(*a), _parties(*b)) == same_parties(_parties(*b), _parties(*a)) == "participants"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ((LAVROV, WANG), (LAVROV, XI)),
        ((PUTIN, XI), (LAVROV, UNKNOWN)),
        ((MINISTRY, CHINA), (CUSTOMS, CHINA)),
    ],
    ids=["another counterpart", "other people", "another body"],
)
def test_a_side_named_differently_makes_them_others(a: tuple[Participant, ...], b: tuple[Participant, ...]) -> None:
    assert same_parties(_parties(*a), _parties(*b)) == ""


def test_countries_alone_name_nobody() -> None:
    assert same_parties(_parties(RUSSIA, CHINA), _parties(PUTIN, XI)) == "unnamed"
    assert is_anonymous(_parties(RUSSIA, CHINA)) and not is_anonymous(_parties(RUSSIA, XI))


def test_troops_are_told_apart_by_nothing_but_persons() -> None:
    assert same_parties(_parties(MINISTRY), _parties(CUSTOMS), any_body=True) == "unnamed"
    assert same_parties(_parties(LAVROV), _parties(PUTIN), any_body=True) == ""


def test_a_person_is_shared_by_key() -> None:
    assert share_a_person(_parties(LAVROV, WANG), _parties(WANG))
    assert not share_a_person(_parties(MINISTRY), _parties(MINISTRY))
