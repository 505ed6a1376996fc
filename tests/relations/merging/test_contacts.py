"""When two reports tell of the same contact: each rule, and what just misses it."""

from typing import Any

import pytest

from relations.merging.contacts import same
from relations.merging.terms import Terms
from relations.reading import Participant, ReadDate
from tests.readings import LAVROV, PUTIN, XI
from tests.relations.merging.made import contact

NOBODY: dict[str, Any] = {"participants": (Participant("Россия", "RU", "russia"), Participant("Китай", "CN", "china"))}
TODAY = ReadDate("2024-02-08", inferred=True)
LONG = "Делегации двух министерств провели в Харбине переговоры о рыбе и о воде."


def _same(a: Terms, b: Terms) -> set[str]:
    """Why they are one, whichever is asked about the other; empty if they are two."""
    found, turned = same(a, b), same(b, a)
    assert (found and set(found.reasons)) == (turned and set(turned.reasons))
    return set(found.reasons) if found else set()


# --- When ----------------------------------------------------------------------------------------


def test_a_day_a_month_and_a_range_agree_with_a_day_within() -> None:
    assert "day" in _same(contact("2024-02-08"), contact("2024-02-08"))
    assert "month" in _same(contact("2024-02-08"), contact("2024-02"))
    assert "days" in _same(
        contact("2024-02-08", format="meeting"), contact(ReadDate("2024-02-07", "2024-02-09"), format="meeting")
    )
    assert not _same(contact("2024-02-08"), contact("2024-03"))


@pytest.mark.parametrize("form", ["call", "video", "message"])
def test_what_nobody_does_two_days_running_may_be_a_day_off(form: str) -> None:
    assert "next_day" in _same(contact("2024-02-08", format=form), contact("2024-02-09", format=form))
    assert not _same(contact("2024-02-08", format=form), contact("2024-02-10", format=form))


def test_a_new_year_parts_no_days() -> None:
    assert "next_day" in _same(contact("2023-12-31"), contact("2024-01-01"))


def test_meetings_on_neighbouring_days_are_two_and_what_lasts_goes_on() -> None:
    assert "days" in _same(contact("2024-02-08", format="session"), contact("2024-02-09", format="session"))
    assert not _same(contact("2024-02-08", format="meeting"), contact("2024-02-09", format="meeting"))
    assert "days" in _same(contact("2024-02-08", format="visit"), contact("2024-02-09", format="visit"))


def test_a_year_tells_which_visit_and_which_call_it_does_not() -> None:
    there = {"format": "visit", "place": "Китай"}
    assert "year" in _same(contact("2024", **there), contact("2024-02-08", **there))
    assert not _same(contact("2024"), contact("2024-02-08"))


def test_without_any_date_it_is_the_same_in_copies_alone() -> None:
    undated = ReadDate()
    assert contact(undated, family="a").key == contact(undated, family="a").key
    assert contact(undated, family="a").block != contact(undated, family="b").block
    assert not _same(contact(undated), contact(undated))


def test_years_on_end_are_no_date_of_a_contact() -> None:
    assert contact(ReadDate("2019-01-01", "2024-12-31")).first is None


def test_the_today_of_a_later_copy_is_that_of_the_first() -> None:
    later = ReadDate("2024-02-11", inferred=True)
    assert contact(later, lag=3).key == contact(TODAY).key
    assert contact("2024-02-11", lag=3).key == contact("2024-02-11").key  # a day that the text states is that day


def test_one_long_sentence_on_two_days_tells_of_one_meeting() -> None:
    tomorrow = ReadDate("2024-02-09", inferred=True)
    meeting = {"format": "meeting", "sentence": LONG}
    assert "next_day" in _same(contact(TODAY, **meeting), contact(tomorrow, **meeting))
    assert not _same(contact(TODAY, **meeting), contact(tomorrow, **meeting | {"sentence": f"Снова. {LONG}"}))
    assert not _same(contact(TODAY, **meeting), contact("2024-02-09", **meeting))


def test_what_was_put_off_is_the_same_on_the_new_day() -> None:
    moved = contact("2024-02-08", format="visit", status="cancelled", moved_to="2024-02-20")
    assert _same(moved, contact("2024-02-08", format="visit"))
    assert _same(moved, contact("2024-02-20", format="visit"))
    assert not _same(moved, contact("2024-02-14", format="visit"))
    assert moved.rank < contact("2024-02-08", format="visit").rank  # it is what the other two are compared with


# --- Who -----------------------------------------------------------------------------------------


def test_other_people_are_another_contact() -> None:
    assert not _same(contact(participants=(LAVROV, XI)), contact(participants=(PUTIN, XI)))


def test_unnamed_people_are_the_same_on_a_day_alone() -> None:
    assert "unnamed" in _same(contact(**NOBODY), contact(**NOBODY))
    assert not _same(contact("2024-02-08", **NOBODY), contact("2024-02-09", **NOBODY))
    assert not _same(contact("2024-02"), contact("2024-02-08", **NOBODY | {"participants": ()}))
    assert contact("2024-02", **NOBODY).first is None  # which of that month's, nobody knows


def test_an_exhibition_is_known_by_its_town_and_month() -> None:
    fair = NOBODY | {"format": "forum", "place": "Харбин"}
    assert "month" in _same(contact("2024-05", **fair), contact(ReadDate("2024-05-17", "2024-05-21"), **fair))
    assert not _same(contact("2024-05", **fair), contact("2024-05-17", **fair | {"place": "Казань"}))


def test_troops_of_any_name_are_the_same_on_a_day() -> None:
    bombers, forces = Participant("бомбардировщики РФ", "RU"), Participant("ВКС РФ", "RU", "ru-vks")
    assert _same(
        contact(format="exercise", participants=(bombers,)), contact(format="exercise", participants=(forces,))
    )


# --- What and where ------------------------------------------------------------------------------


def test_a_video_link_may_be_called_a_call_and_no_meeting() -> None:
    assert "remote" in _same(contact(format="video"), contact(format="call"))
    assert contact(format="video").block != contact(format="meeting").block


def test_two_places_are_two_meetings_and_stages_of_one_visit() -> None:
    assert not _same(contact(format="meeting", place="Москва"), contact(format="meeting", place="Казань"))
    assert "place" in _same(contact(format="meeting", place="Москва"), contact(format="meeting", place="Россия"))
    assert "place" in _same(contact(format="visit", place="Москва"), contact(format="visit", place="Казань"))


def test_condolences_and_greetings_of_one_day_are_two() -> None:
    condoled, greeted = "Он выразил соболезнования.", "Он поздравил соседей."
    assert not _same(contact(format="message", sentence=condoled), contact(format="message", sentence=greeted))


def test_greetings_on_neighbouring_days_are_two_where_their_occasions_are() -> None:
    republic, treaty = "Поздравил с 75-летием республики.", "Поздравил с 75-летием договора."
    first, next_one = (
        contact(format="message", sentence=republic),
        contact("2024-02-09", format="message", sentence=treaty),
    )
    assert not _same(first, next_one)
    assert _same(first, contact("2024-02-09", format="message", sentence=republic))


def test_two_subcommissions_of_one_day_are_two_unless_a_person_chairs_both_reports() -> None:
    transport, customs = "Подкомиссия по транспорту заседала.", "Подкомиссия по таможне заседала."
    a, b = ({"format": "session", "sentence": sentence} for sentence in (transport, customs))
    assert not _same(contact(**a, **NOBODY), contact(**b, **NOBODY))
    assert _same(contact(**a), contact(**b))  # the same two people, told in other words
