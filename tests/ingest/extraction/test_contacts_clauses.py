"""Contacts in clauses that hang together loosely: frames, second verbs, third countries; our own sentences."""

from collections.abc import Callable

import pytest

from ingest.extraction.contacts import read_contacts
from ingest.extraction.document import Document
from relations.reading import ReadContact

Analyse = Callable[..., Document]
Read = Callable[..., tuple[ReadContact, ...]]


@pytest.fixture(scope="session")
def read(analyse: Analyse) -> Read:
    """`read(text, published=…, title=…)` gives the contacts of a text."""
    return lambda text, published="2024-05-14", **about: read_contacts(analyse(text, published=published, **about))


def told(contacts: tuple[ReadContact, ...]) -> list[tuple[str, str, str | None]]:
    return [(contact.format, contact.status, contact.when.date) for contact in contacts]


def test_what_is_asked_for_at_a_meeting_makes_it_no_proposal(read: Read) -> None:
    text = "Сергей Лавров и Ван И на встрече в Пекине призвали стороны прекратить огонь."
    assert told(read(text)) == [("meeting", "held", "2024-05-14")]


@pytest.mark.parametrize(
    "text",
    [
        "Визит Ван И в Москву был намечен на апрель, однако был перенесён.",
        "Визит Ван И в Москву намечался на апрель, но затем был отложен.",
    ],
)
def test_a_second_verb_calls_a_trip_off(read: Read, text: str) -> None:
    assert told(read(text)) == [("visit", "cancelled", "2024-04")]


def test_a_date_that_fell_through_is_an_event_beside_the_new_one(read: Read) -> None:
    text = "Ван И посетит Москву 20 мая. Сначала визит Ван И был запланирован на апрель, но был перенесён."
    assert told(read(text)) == [("visit", "planned", "2024-05-20"), ("visit", "cancelled", "2024-04")]


def test_manoeuvres_of_others_are_theirs(read: Read) -> None:
    assert told(read("Россия и Китай призвали США и Южную Корею отказаться от учений.")) == []
    assert told(read("В манёврах участвуют военные России, Китая и Ирана.")) == [("exercise", "held", "2024-05")]
