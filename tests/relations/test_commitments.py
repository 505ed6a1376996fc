"""The ledger of commitments: set, reached, missed or open, each with the sentence or the figure that says so."""

from datetime import date
from typing import Any

import pytest

from relations.commitments import Commitment, Outcome, ledger, targets
from relations.models import Article, OfficialFigure
from tests.readings import article, store, turnover

pytestmark = pytest.mark.django_db

SET = "Товарооборот к 2024 году доведут до 200 млрд долларов."
MET = "Товарооборот достиг 200 млрд долларов, цель выполнена."
TODAY = date(2025, 6, 1)


def quoted(sentence: str, published: date | None, **changes: Any) -> Article:
    told = article(sentence, published=published)
    store(told, turnover(told, sentence, **{"value": 200e9, "period": "2024"} | changes))
    return told


def aim(**changes: Any) -> Article:
    return quoted(SET, date(2022, 12, 30), **{"status": "target"} | changes)


def official(value: float, period: str = "2024", **changes: Any) -> OfficialFigure:
    row = OfficialFigure(
        **{"indicator": "turnover", "period": period, "value": value, "statistics_of": "gacc", "source": "Herald"}
        | changes
    )
    row.save()
    return row


def only(today: date = TODAY) -> Commitment:
    (commitment,) = ledger(targets(), today)
    return commitment


def test_a_target_is_set_by_the_earliest_article_that_tells_it() -> None:
    later, first = aim(), quoted(SET, date(2019, 6, 5), status="target")

    commitment = only(date(2023, 1, 1))

    assert later.published != first.published
    assert (commitment.outcome, commitment.set_on, commitment.is_due) == (Outcome.OPEN, date(2019, 6, 5), False)
    assert commitment.set_by
    assert commitment.set_by.quote == SET


def test_a_report_that_a_new_reading_no_longer_gives_sets_nothing() -> None:
    first, later = quoted(SET, date(2019, 6, 5), status="target"), aim()
    store(first)

    commitment = only(date(2023, 1, 1))

    assert commitment.set_on == later.published
    assert commitment.set_by
    assert commitment.set_by.article == later


def test_a_report_of_a_target_reached_reaches_it_on_that_day_with_its_sentence() -> None:
    aim()
    quoted(MET, date(2023, 12, 19), status="reached", period=None)

    commitment = only()

    assert commitment.outcome == Outcome.REACHED
    assert commitment.met
    assert commitment.met.day == date(2023, 12, 19)
    assert commitment.met_by
    assert commitment.met_by.quote == MET


def test_a_report_from_before_it_was_set_is_of_another_target() -> None:
    aim()
    quoted(MET, date(2020, 1, 10), status="reached", period=None)

    assert only(date(2023, 1, 1)).outcome == Outcome.OPEN


def test_the_official_figure_reaches_it_or_misses_it_once_its_time_is_over() -> None:
    aim()
    assert only().outcome == Outcome.OPEN
    assert only().is_due

    row = official(199.6e9)
    assert only().outcome == Outcome.MISSED
    assert only(date(2024, 12, 1)).outcome == Outcome.OPEN

    OfficialFigure.objects.filter(pk=row.pk).update(value=244.8e9, published=date(2025, 1, 13))
    commitment = only()
    assert commitment.outcome == Outcome.REACHED
    assert commitment.met
    assert (commitment.met.official, commitment.met.day) == (row, date(2025, 1, 13))


def test_a_year_before_its_time_that_is_enough_reaches_it_early() -> None:
    aim()
    official(240.11e9, "2023")
    official(190e9, "2024")

    commitment = only()

    assert commitment.outcome == Outcome.REACHED
    assert commitment.met
    assert commitment.met.day == date(2023, 12, 31)


def test_a_figure_quoted_as_fact_reaches_it_as_well() -> None:
    aim()
    quoted("Товарооборот за 11 месяцев составил 218 млрд долларов.", date(2023, 12, 7), value=218e9, period="2023-11")

    commitment = only()

    assert commitment.outcome == Outcome.REACHED
    assert commitment.met
    assert commitment.met.figure


@pytest.mark.parametrize(
    ("value", "period", "other"),
    [
        (300e9, "2021", {}),  # over before it was set
        (300e9, "2025", {}),  # after its time
        (300e9, "2022-01/2024-12", {}),  # longer than what was promised
        (300e9, "2024", {"indicator": "ru_to_cn"}),
        (300e9, "2024", {"unit": "CNY"}),
        (300e9, "2024", {"commodity": "oil"}),
    ],
)
def test_other_times_and_other_trade_decide_nothing(value: float, period: str, other: dict[str, Any]) -> None:
    aim()
    official(value, period, **other)

    assert only().outcome == Outcome.OPEN


def test_of_two_vintages_the_newest_decides() -> None:
    aim()
    official(201e9, published=date(2025, 1, 13))
    official(199e9, published=date(2025, 3, 13))

    assert only().outcome == Outcome.MISSED


def test_a_share_is_not_judged_by_another_share() -> None:
    aim(indicator="share", value=50.0, unit="%")
    quoted("Доля составила 90%.", date(2024, 5, 1), indicator="share", value=90.0, unit="%", period="2023")

    assert only().outcome == Outcome.OPEN


def test_only_expected_values_of_a_known_time_are_commitments() -> None:
    aim(period=None)
    aim(value=None, unit=None, change_pct=10.0)
    quoted(MET, date(2024, 1, 1), status="actual")

    assert ledger(targets(), TODAY) == []


def test_the_ledger_asks_no_more_for_more_targets(django_assert_max_num_queries: Any) -> None:
    for year in range(2024, 2044):
        aim(period=str(year), value=1e9 * year)
        quoted(MET, date(2023, 12, 19), status="reached", period=None, value=1e9 * year)

    with django_assert_max_num_queries(8):
        assert len(ledger(targets(), TODAY)) == 20
