"""What a contact shows of what its reports say."""

from itertools import permutations
from typing import Any

import pytest

from relations.choosing import choose_contact
from relations.choosing.chosen import Chosen
from tests.relations.choosing.voices import CONTACT, DAILY, KREMLIN, TASS, XINHUA, person, report

LAVROV, WANG = person("Сергей Лавров", "RU", "sergey-lavrov"), person("Ван И", "CN", "wang-yi", "глава МИД")


def _of(*reports: Any, **corrections: Any) -> Chosen:
    """What is chosen of the reports in any order."""
    chosen = [choose_contact(order, corrections) for order in permutations(reports)]
    assert all((c.columns, c.reasons, set(c.people)) == _parts(chosen[0]) for c in chosen)
    return chosen[0]


def _parts(chosen: Chosen) -> tuple[Any, ...]:
    return chosen.columns, chosen.reasons, set(chosen.people)


def _report(by: Any = DAILY, on: str = "2024-02-08", **values: Any) -> Any:
    return report(CONTACT, by, on, **values)


# --- What became of it -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "status", "why"),
    [
        ([("planned", "2024-02-01")], "planned", "only"),
        ([("held", "2024-02-08"), ("planned", "2024-02-09")], "held", "happened"),
        ([("planned", "2024-02-01"), ("cancelled", "2024-02-03")], "cancelled", "latest"),
        ([("cancelled", "2024-02-01"), ("planned", "2024-02-03")], "planned", "latest"),
        ([("proposed", "2024-02-03"), ("planned", "2024-02-03")], "planned", "latest"),
    ],
    ids=["planned", "held, whatever plan comes after", "called off", "planned anew", "two on one day"],
)
def test_what_happened_outweighs_plans_and_of_plans_the_latest_counts(
    told: list[tuple[str, str]], status: str, why: str
) -> None:
    chosen = _of(*(_report(status=state, on=day) for state, day in told))

    assert (chosen.columns["status"], chosen.reasons["status"]) == (status, why)


def test_the_date_is_that_of_what_happened_not_of_the_plan() -> None:
    chosen = _of(
        _report(KREMLIN, status="planned", date="2024-02-07"),
        _report(status="held", date="2024-02-08"),
    )

    assert chosen.columns["date"] == "2024-02-08"
    assert not chosen.disputed


# --- When ----------------------------------------------------------------------------------------


def test_a_day_goes_before_a_month_and_a_stated_one_before_an_inferred_one() -> None:
    month = _report(TASS, date="2024-02", precision="month")
    inferred = _report(XINHUA, date="2024-02-09", inferred=True)

    assert _of(month, inferred).columns["date"] == "2024-02-09"
    assert _of(month, inferred, _report()).columns["date"] == "2024-02-08"
    assert _of(month, inferred, _report()).reasons["date"] == "precision"


def test_all_days_of_a_visit_go_before_one_of_them() -> None:
    whole = _report(date="2024-05-16", date_end="2024-05-17", precision="range")
    part = _report(TASS, date="2024-05-16"), _report(XINHUA, date="2024-05-16")

    columns = _of(whole, *part).columns
    assert (columns["date"], columns["date_end"]) == ("2024-05-16", "2024-05-17")
    assert (columns["day"].day, columns["last_day"].day) == (16, 17)


def test_a_date_is_stated_where_anybody_states_it() -> None:
    assert _of(_report(inferred=True)).columns["inferred"]
    assert not _of(_report(inferred=True), _report(TASS)).columns["inferred"]


@pytest.mark.parametrize(("other", "disputed"), [("2024-02-07", True), ("2024-02", False), (None, False)])
def test_days_that_have_nothing_in_common_are_a_dispute(other: str | None, disputed: bool) -> None:
    assert _of(_report(), _report(TASS, date=other)).disputed is disputed


# --- Who, where, how high -----------------------------------------------------------------------------


def test_everybody_named_takes_part_and_a_bare_country_only_where_nobody_else_is() -> None:
    countries = [person("Россия", "RU", "russia"), person("Китай", "CN", "china")]

    assert {key for key, _, _ in _of(_report(participants=countries)).people} == {"russia", "china"}
    people = _of(_report(participants=countries), _report(TASS, participants=[LAVROV])).people
    assert {key for key, _, _ in people} == {"sergey-lavrov", "china"}


def test_a_post_that_one_report_gives_is_known() -> None:
    without = WANG | {"post": None}
    assert _of(_report(participants=[without]), _report(TASS, participants=[WANG])).people == (
        ("wang-yi", "CN", "глава МИД"),
    )


def test_the_level_is_the_highest_told_and_margins_are_if_anyone_says_so() -> None:
    columns = _of(_report(level="deputy"), _report(TASS, level="leader", margins=True)).columns
    assert (columns["level"], columns["margins"]) == ("leader", True)


def test_a_place_that_nobody_gives_stays_empty() -> None:
    assert _of(_report()).columns["place"] == ""
    assert _of(_report(), _report(TASS, place="Москва")).columns["place"] == "Москва"


# --- A person's word -------------------------------------------------------------------------------


def test_what_a_person_set_goes_before_an_official_source() -> None:
    chosen = _of(_report(KREMLIN, place="Москва"), date="2024-02-07", place="Пекин", participants=[WANG])

    assert (chosen.columns["date"], chosen.columns["place"]) == ("2024-02-07", "Пекин")
    assert chosen.columns["day"].day == 7
    assert chosen.people == (("wang-yi", "CN", "глава МИД"),)
    assert {chosen.reasons[name] for name in ("date", "place", "participants")} == {"person"}
