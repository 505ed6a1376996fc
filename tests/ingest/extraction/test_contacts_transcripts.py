"""Talks printed word for word; the sentences are our own."""

from collections.abc import Callable

import pytest

from ingest.extraction.contacts import read_contacts
from ingest.extraction.document import Document
from relations.reading import ReadContact

Analyse = Callable[..., Document]
Read = Callable[..., tuple[ReadContact, ...]]

GREETING = "В.Путин: Уважаемый господин Председатель! Добро пожаловать в нашу столицу.\n"
ANSWER = "Си Цзиньпин (как переведено): Господин Президент! Благодарю за тёплый приём.\n"


@pytest.fixture(scope="session")
def read(analyse: Analyse) -> Read:
    """`read(text)` gives the contacts of a text."""
    return lambda text: read_contacts(analyse(text, published="2024-05-14"))


def told(contacts: tuple[ReadContact, ...]) -> list[tuple[str, str, set[str]]]:
    return [(contact.format, contact.status, {p.name for p in contact.participants}) for contact in contacts]


def test_two_who_speak_in_turn_meet(read: Read) -> None:
    contacts = read(GREETING + ANSWER)
    assert told(contacts) == [("meeting", "held", {"Владимир Путин", "Си Цзиньпин"})]
    assert contacts[0].when.date == "2024-05-14"


def test_a_meeting_told_of_besides_is_the_same(read: Read) -> None:
    text = "Владимир Путин встретился в Кремле с Си Цзиньпином.\n" + GREETING + ANSWER
    assert told(read(text)) == [("meeting", "held", {"Владимир Путин", "Си Цзиньпин"})]


def test_one_speaker_or_a_third_makes_no_meeting(read: Read) -> None:
    assert told(read(GREETING + "Китай наш друг.")) == []
    assert told(read(GREETING + ANSWER + "Н.Моди: Индия рада этому.\n")) == []


@pytest.mark.parametrize(
    ("words", "traveller"),
    [
        ("Ваша предстоящая поездка в Китай важна для нас.", {"Владимир Путин"}),
        ("Я с радостью жду моего визита в Россию.", {"Си Цзиньпин"}),
    ],
)
def test_whose_a_trip_is_who_speaks_tells(read: Read, words: str, traveller: set[str]) -> None:
    visits = [people for format_, _, people in told(read(GREETING + ANSWER + words)) if format_ == "visit"]
    assert visits == [traveller]


def test_you_is_whom_the_speaker_talks_to(read: Read) -> None:
    found = told(read(GREETING + ANSWER + "Вчера Вас принял Михаил Мишустин. В марте Вы посетили Сочи.\n"))
    assert ("meeting", "held", {"Михаил Мишустин", "Владимир Путин"}) not in found  # the answer is Xi's
    found = told(read(ANSWER + GREETING + "Вчера Вас принял Михаил Мишустин. В марте Вы посетили Сочи.\n"))
    assert ("meeting", "held", {"Михаил Мишустин", "Си Цзиньпин"}) in found
    assert ("visit", "held", {"Си Цзиньпин"}) in found


def test_who_is_greeted_by_name_is_met(read: Read) -> None:
    text = "С.Лавров: Уважаемый господин Ван И! Рад встрече с Вами.\n"
    assert told(read(text)) == [("meeting", "held", {"Сергей Лавров", "Ван И"})]


def test_our_meeting_is_the_speakers(read: Read) -> None:
    text = "В.Путин: Уважаемые коллеги! Наша встреча с Председателем КНР Си Цзиньпином прошла успешно.\n"
    assert told(read(text)) == [("meeting", "held", {"Владимир Путин", "Си Цзиньпин"})]
    text = "В.Путин: Уважаемые коллеги! Мы с Председателем КНР Си Цзиньпином много раз говорили об этом.\n"
    assert told(read(text)) == []
