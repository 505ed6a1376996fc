"""A quoted figure against the official series: within rounding, contradictory, or nothing to hold it against yet."""

from datetime import date
from typing import Any

import pytest

from relations.calendar import period_bounds
from relations.models import OfficialFigure, TradeFigure
from relations.official import Comparison, Standing, agree, compare, current, step


def quoted(**values: Any) -> TradeFigure:
    fields = {"indicator": "turnover", "status": "actual", "period": "2023", "value": 240e9, "unit": "USD"} | values
    start, end = period_bounds(fields["period"])
    return TradeFigure(**fields, period_start=start, period_end=end)


def official(**values: Any) -> OfficialFigure:
    fields = {"indicator": "turnover", "period": "2023", "value": 240.11e9, "statistics_of": "gacc"} | values
    start, end = period_bounds(fields["period"])
    return OfficialFigure(**fields, period_start=start, period_end=end)


def held(figure: TradeFigure, *rows: OfficialFigure, on: date | None = date(2024, 2, 1)) -> Comparison:
    outcome = compare(figure, on, rows)
    assert outcome
    return outcome


@pytest.mark.parametrize(
    ("value", "worth"),
    [(240.1e9, 1e8), (240e9, 1e9), (200e9, 1e9), (1.63e12, 1e10), (190_271_000_000, 1e6), (26.3, 0.1), (30, 1)],
)
def test_the_noughts_of_a_written_number_count_down_to_its_scale(value: float, worth: float) -> None:
    assert float(step(value)) == worth


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        (240e9, 240.11e9, True),
        (240.1e9, 240.11e9, True),
        (240.2e9, 240.11e9, False),
        (200e9, 190.271e9, False),
        (190e9, 190.271e9, True),
        (83.4e9, 83e9, True),
        (83.5e9, 83e9, False),
        (84e9, 83.5e9, True),
        (1.6e12, 1.63e12, True),
        (-3.4, -3.36, True),
        (26.3, 26, True),
        (0, 0, True),
    ],
)
def test_two_values_agree_if_one_is_the_other_rounded_to_its_own_digits(one: float, other: float, agrees: bool) -> None:
    assert agree(one, other) is agrees
    assert agree(other, one) is agrees


def test_a_quoted_value_within_rounding_agrees_and_any_other_contradicts() -> None:
    row = official()

    assert held(quoted(), row) == Comparison(Standing.AGREES, row)
    assert held(quoted(value=228e9), row) == Comparison(Standing.CONTRADICTS, row)


@pytest.mark.parametrize(
    "other", [{"period": "2022"}, {"indicator": "ru_to_cn"}, {"commodity": "oil"}, {"unit": "CNY"}, {"value": None}]
)
def test_only_the_same_trade_of_the_same_period_in_the_same_unit_is_compared(other: dict[str, Any]) -> None:
    assert held(quoted(), official(**other)) == Comparison(Standing.NONE_YET)


def test_a_year_written_as_twelve_months_is_that_year() -> None:
    assert held(quoted(period="2023-01/2023-12"), official()).standing == Standing.AGREES


def test_the_series_of_another_statistics_office_may_agree() -> None:
    theirs, ours = official(period="2010", value=55.45e9), official(period="2010", value=59.34e9, statistics_of="fcs")

    outcome = held(quoted(period="2010", value=59.3e9), theirs, ours)

    assert outcome == Comparison(Standing.AGREES, ours)
    assert held(quoted(period="2010", value=70e9), theirs, ours).official is ours  # the nearer one is named


def test_the_vintage_current_when_it_was_quoted_is_the_one_compared() -> None:
    first, revised = official(published=date(2024, 1, 12)), official(value=241.9e9, published=date(2024, 6, 1))

    early, late = held(quoted(), first, revised), held(quoted(), first, revised, on=date(2024, 7, 1))

    assert early == Comparison(Standing.AGREES, first, revised=revised)
    assert late == Comparison(Standing.CONTRADICTS, revised)


def test_a_vintage_without_a_day_is_the_oldest_and_the_first_stands_in_for_an_earlier_one() -> None:
    undated, dated = official(), official(value=1e9, published=date(2024, 1, 12))

    assert current([dated, undated], date(2024, 1, 1)) == [undated]
    assert current([dated, undated], None) == [dated]
    assert current([dated], date(2023, 1, 1)) == [dated]


def test_a_change_is_compared_where_no_value_can_be() -> None:
    row = official(value=None, change_pct=26.3)

    assert held(quoted(value=None, unit="", change_pct=26.0), row) == Comparison(Standing.AGREES, row, "change_pct")
    assert held(quoted(change_pct=20.0), row) == Comparison(Standing.CONTRADICTS, row, "change_pct")


def test_a_target_told_as_reached_agrees_with_what_surpasses_it() -> None:
    assert held(quoted(value=200e9, status="reached"), official()).standing == Standing.AGREES
    assert held(quoted(value=250e9, status="reached"), official()).standing == Standing.CONTRADICTS


@pytest.mark.parametrize(
    "change",
    [{"status": "target"}, {"status": "forecast"}, {"period": ""}, {"indicator": "share"}, {"value": None}],
    ids=str,
)
def test_what_official_series_cannot_speak_to_has_no_standing(change: dict[str, Any]) -> None:
    assert compare(quoted(**change), None, [official()]) is None
