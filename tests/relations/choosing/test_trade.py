"""What a trade figure shows of what its reports say."""

from datetime import date
from itertools import permutations
from typing import Any

from relations.choosing import choose_figure
from relations.choosing.chosen import Chosen
from tests.relations.choosing.voices import DAILY, FIGURE, KREMLIN, TASS, XINHUA, report


def _of(*reports: Any, **corrections: Any) -> Chosen:
    """What is chosen of the reports in any order."""
    chosen = [choose_figure(order, corrections) for order in permutations(reports)]
    assert all(other == chosen[0] for other in chosen)
    return chosen[0]


def test_the_number_written_most_exactly_is_shown() -> None:
    rounded = [report(FIGURE, by, value=240e9, words="240 млрд") for by in (TASS, XINHUA)]
    chosen = _of(*rounded, report(FIGURE, DAILY, value=240.1e9, words="240,1 млрд"))

    assert (chosen.columns["value"], chosen.reasons["value"]) == (240.1e9, "precision")


def test_an_official_rounding_goes_before_an_exact_number_of_others() -> None:
    official = report(FIGURE, KREMLIN, value=240e9, words="240 млрд")
    chosen = _of(official, report(FIGURE, DAILY, value=240.1e9, words="240,1 млрд"))

    assert (chosen.columns["value"], chosen.reasons["value"]) == (240e9, "official")


def test_the_change_may_come_from_another_report_than_the_value() -> None:
    columns = _of(report(FIGURE, TASS), report(FIGURE, DAILY, value=None, change_pct=26.3)).columns

    assert (columns["value"], columns["change_pct"]) == (240e9, 26.3)


def test_the_period_has_its_first_and_last_day() -> None:
    columns = _of(report(FIGURE, TASS, period="2023-01/2023-11")).columns
    assert (columns["period_start"], columns["period_end"]) == (date(2023, 1, 1), date(2023, 11, 30))

    columns = _of(report(FIGURE, TASS, period=None)).columns
    assert (columns["period"], columns["period_start"]) == ("", None)


def test_what_a_person_set_is_shown() -> None:
    chosen = _of(report(FIGURE, KREMLIN), value=241e9, period="2022")

    assert (chosen.columns["value"], chosen.columns["period_end"]) == (241e9, date(2022, 12, 31))
    assert chosen.reasons["value"] == "person"
