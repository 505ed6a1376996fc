"""To when a contact was put off; our sentences."""

from collections.abc import Callable

import pytest

from ingest.extraction.contacts import read_contacts
from ingest.extraction.document import Document

Analyse = Callable[..., Document]
DAY = "2025-06-06"


@pytest.mark.parametrize(
    ("text", "moved_to"),
    [
        ("Визит делегации Минэнерго РФ в Китай, намеченный на 10 июня, перенесён на 24 июня.", "2025-06-24"),
        ("Визит делегации Минэнерго РФ в Китай отложен на июль.", "2025-07"),
        ("Визит делегации Минэнерго РФ в Китай, намеченный на 10 июня, перенесён.", None),
        ("Визит делегации Минэнерго РФ в Китай, намеченный на 10 июня, отменён.", None),
        ("Визит делегации Минэнерго РФ в Китай намечен на 10 июня.", None),
    ],
    ids=["to a day", "to a month", "nobody knows when", "called off", "not put off"],
)
def test_a_contact_put_off_has_its_new_date_beside_its_own(analyse: Analyse, text: str, moved_to: str | None) -> None:
    (contact,) = read_contacts(analyse(text, published=DAY))
    assert contact.moved_to == moved_to
