"""What looks like a contact of the two sides and is none."""

from collections.abc import Callable

import pytest

from ingest.extraction.contacts import read_contacts


@pytest.mark.parametrize(
    "text",
    [
        "В Москве открылась выставка, посвящённая работам китайского художника Ли Бо.",
        "В музее истории России показали выставку китайского фарфора.",
        "Галерея в Пекине открыла выставку картин русских мастеров.",
        "Об этом узнали от сотрудника посольства России в Пекине Ивана Петренко.",
    ],
)
def test_shows_of_art_and_people_of_a_mission_are_no_contact(analyse: Callable, text: str) -> None:
    assert read_contacts(analyse(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "В Пекине открылась Российская национальная выставка.",
        "В Харбине открылась российско-китайская выставка.",
    ],
)
def test_a_countrys_own_show_is_one(analyse: Callable, text: str) -> None:
    assert [contact.format for contact in read_contacts(analyse(text))] == ["forum"]
