from datetime import date

import pytest
from django.utils.translation import override

from relations import wording


def plain(text: str) -> str:
    return text.replace(wording.NO_BREAK, " ")


@pytest.mark.parametrize(
    ("iso", "english", "russian"),
    [
        ("2024-02-08", "8 February 2024", "8 февраля 2024"),
        ("2024-02", "February 2024", "февраль 2024"),
        ("2024", "2024", "2024"),
        ("", "", ""),
        ("2024-02-31", "", ""),
    ],
)
def test_a_date_is_said_at_its_own_precision(iso: str, english: str, russian: str) -> None:
    with override("en"):
        assert plain(wording.iso_date(iso)) == english
    with override("ru"):
        assert plain(wording.iso_date(iso)) == russian


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2024-05-16", "2024-05-17", "16–17 May 2024"),
        ("2024-04-30", "2024-05-02", "30 April 2024 – 2 May 2024"),
        ("2024-05-16", "2024-05-16", "16 May 2024"),
        ("2024-05-16", "", "16 May 2024"),
        ("2024-03", "2024-05", "March 2024 – May 2024"),
    ],
)
def test_a_range_says_month_and_year_once_where_they_are_shared(first: str, last: str, said: str) -> None:
    with override("en"):
        assert plain(wording.iso_range(first, last)) == said


@pytest.mark.parametrize(
    ("value", "unit", "english", "russian"),
    [
        (240.11e9, "USD", "$240.11 bn", "240,11 млрд долл."),
        (1.7e12, "CNY", "¥1.7 trn", "1,7 трлн юаней"),
        (107e6, "t", "107 m tonnes", "107 млн т"),
        (12.5, "%", "12.5%", "12,5 %"),
        (None, "USD", "", ""),
        (534_000, "t", "534,000 tonnes", "534 000 т"),
    ],
)
def test_an_amount_is_scaled_and_has_its_unit(value: float | None, unit: str, english: str, russian: str) -> None:
    with override("en"):
        assert plain(wording.amount(value, unit)) == english
    with override("ru"):
        assert plain(wording.amount(value, unit)) == russian


def test_a_change_has_its_sign_and_a_real_minus() -> None:
    with override("en"):
        assert wording.change(26.3) == "+26.3%"
        assert wording.change(-3.4) == "−3.4%"
        assert wording.change(None) == ""


def test_a_period_of_several_months_is_a_range() -> None:
    with override("en"):
        assert plain(wording.period("2023-01/2023-11")) == "January 2023 – November 2023"


def test_surplus_names_are_counted() -> None:
    with override("en"):
        assert wording.joined(["A", "B", "C", "D", "E"]) == "A, B, C and 2 more"
        assert wording.joined(["A"]) == "A"


def test_a_day_stays_on_one_line_with_its_month() -> None:
    with override("en"):
        assert wording.long_date(date(2024, 2, 8)) == f"8{wording.NO_BREAK}February 2024"
