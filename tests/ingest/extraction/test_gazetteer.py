"""Look-up among the known actors and offices."""

import pytest

from ingest.extraction.gazetteer import Gazetteer, Phrases, covers
from relations.reading import KnownActor, KnownOffice, Tenure


def _keys(text: str) -> list[tuple[str, str]]:
    return [(word.casefold(), word.casefold()) for word in text.split()]


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2013-03-13", False), ("2013-03-14", True), ("2013", True), ("2018-03-17", True), ("2018-03-18", False)],
)
def test_a_tenure_covers_days_at_the_precision_of_its_dates(day: str, inside: bool) -> None:
    assert covers(Tenure("cn-npc-speaker", "2013-03-14", "2018-03-17"), day) is inside


def test_an_open_tenure_goes_on() -> None:
    assert covers(Tenure("cn-president", "2013-03"), "2030-01-01")


def test_phrases_pass_over_quotation_marks_and_what_may_be_jumped_over() -> None:
    phrases = Phrases()
    phrases.add([frozenset({"глава"}), frozenset({"газпрома"})], "head")
    phrases.add([frozenset({"посол"}), frozenset({"в"}), frozenset({"рф"})], "ambassador")
    assert phrases.longest(_keys("глава « газпрома » сказал"), 0).last == 3
    (hit,) = phrases.at(_keys("посол кнр в рф"), 0, jumps={1: 2})
    assert (hit.last, hit.target, hit.over) == (3, "ambassador", (1,))


def test_an_office_with_two_holders_at_once_is_shared_and_one_after_the_other_is_not() -> None:
    offices = [KnownOffice("aide", "RU", "minister", "помощник"), KnownOffice("premier", "RU", "government", "премьер")]
    actors = [
        KnownActor(
            "a", "person", "RU", "Иван Первый", tenures=(Tenure("aide", "2000"), Tenure("premier", "2000", "2004"))
        ),
        KnownActor("b", "person", "RU", "Петр Второй", tenures=(Tenure("aide", "2001"), Tenure("premier", "2004"))),
    ]
    assert Gazetteer(actors, offices).shared == {"aide"}


def test_the_shipped_gazetteer_knows_one_holder_of_the_highest_offices_on_any_day(gazetteer: Gazetteer) -> None:
    for office in ("ru-president", "cn-president", "cn-premier", "ru-premier", "ru-fm", "cn-fm"):
        for year in range(2001, 2026):
            assert len(gazetteer.holders(office, f"{year}-12-31")) == 1, (office, year)
