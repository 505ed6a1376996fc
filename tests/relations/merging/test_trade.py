"""When two reports quote the same figure: each rule, and what just misses it."""

from datetime import date

import pytest

from relations.merging.trade import room_above, same, step_of
from tests.relations.merging.made import figure


@pytest.mark.parametrize(
    ("value", "words", "step"),
    [
        (240e9, "240 млрд", 1e9),
        (240.1e9, "240,1 млрд", 0.1e9),
        (1_200_000, "1 200 000", 1),
        (2e6, "два миллиона", 1e5),
        (None, "", 0),
    ],
)
def test_a_number_is_as_fine_as_it_is_written(value: float | None, words: str, step: float) -> None:
    assert step_of(value, words) == pytest.approx(step)


@pytest.mark.parametrize(("value", "room"), [(240e9, 10e9), (200e9, 100e9), (88e9, 1e9), (1234.0, 1)])
def test_more_than_a_round_number_reaches_to_the_next_as_round(value: float, room: float) -> None:
    assert room_above(value) == room


def test_a_rounding_is_the_same_figure_and_the_next_number_another() -> None:
    assert same(figure(240e9, "240 млрд"), figure(240.11e9, "240,11 млрд"))
    assert not same(figure(240e9, "240 млрд"), figure(240.6e9, "240,6 млрд"))


def test_a_lower_bound_is_the_same_as_what_it_bounds() -> None:
    bound = figure(240e9, "240 млрд", at_least=True)
    assert same(bound, figure(244.8e9, "244,8 млрд"))
    assert not same(bound, figure(251e9, "251 млрд"))
    assert not same(bound, figure(238e9, "238 млрд"))
    assert not same(figure(240e9, "240 млрд"), figure(244.8e9, "244,8 млрд"))
    assert bound.values["step"] > figure(240e9, "240 млрд").values["step"]  # the figure itself is shown, if known


def test_value_and_change_must_both_agree_where_both_are_told() -> None:
    assert same(figure(240e9, change_pct=26.3), figure(240e9))
    assert same(figure(None, "26 %", change_pct=26.0), figure(240e9, change_pct=26.3))
    assert not same(figure(240e9, change_pct=26.3), figure(240e9, change_pct=-3.0))
    assert not same(figure(240e9), figure(None, "26 %", change_pct=26.0))  # nothing to compare


@pytest.mark.parametrize(
    "changes",
    [{"period": "2022"}, {"indicator": "ru_to_cn"}, {"status": "forecast"}, {"commodity": "oil"}, {"unit": "CNY"}],
    ids=lambda changes: next(iter(changes)),
)
def test_what_is_measured_is_never_compared_with_anything_else(changes: dict[str, str]) -> None:
    assert figure(**changes).block != figure().block


def test_without_a_period_it_is_the_same_in_the_news_of_the_same_weeks() -> None:
    first = figure(period=None, published=date(2024, 2, 8))
    assert same(first, figure(period=None, published=date(2024, 3, 1)))
    assert not same(first, figure(period=None, published=date(2024, 4, 1)))
    assert first.block != figure().block


def test_without_a_period_or_a_day_of_publication_it_is_the_same_in_copies_alone() -> None:
    assert (
        figure(period=None, published=None, family="a").block != figure(period=None, published=None, family="b").block
    )
    assert same(figure(period=None, published=None), figure(period=None, published=None))
