"""What persons type into the forms, and what it is taken for."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from relations.reviews.fields import AmountField, NumberField, PartialDateField, PeriodField


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2024", "2024"),
        ("2024-02", "2024-02"),
        ("2024-2-8", "2024-02-08"),
        ("8.2.2024", "2024-02-08"),
        ("02.2024", "2024-02"),
        ("  2024-02-08 ", "2024-02-08"),
        ("", ""),
    ],
)
def test_a_date_is_as_exact_as_it_is_typed(typed: str, iso: str) -> None:
    assert PartialDateField(required=False).clean(typed) == iso


@pytest.mark.parametrize("typed", ["2024-02-30", "2024-13", "0008-02-08", "9999", "yesterday", "2024/02/08", "٢٠٢٤"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        PartialDateField(required=False).clean(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("240.1", 240.1), ("240,1", 240.1), ("−3,4", -3.4), ("1 200", 1200), ("+2", 2), ("", None)],
)
def test_a_number_is_typed_as_either_language_writes_it(typed: str, number: float | None) -> None:
    found = NumberField(required=False).clean(typed)
    assert found is None if number is None else float(found) == number


@pytest.mark.parametrize("typed", ["many", "NaN", "Infinity", "1e400", "1" * 30, "1,2,3"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        NumberField(required=False).clean(typed)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("value", [240.1e9, 1.5e12, 35.2, 0.7, 0.0, 123456789.0, -2e6, None])
def test_an_amount_comes_back_as_it_was_shown(value: float | None, language: str) -> None:
    field: Any = AmountField(required=False)
    with override(language):
        assert field.clean(field.widget.decompress(value)) == value


def test_an_amount_has_a_scale() -> None:
    assert AmountField(required=False).clean(["240,1", "1000000000"]) == 240.1e9
    with pytest.raises(ValidationError):
        AmountField(required=False).clean(["999999999", "1000000000000"])


@pytest.mark.parametrize("typed", ["2023", "2023-11", "2023-01/2023-11", ""])
def test_a_period_is_a_year_a_month_or_a_stretch(typed: str) -> None:
    assert PeriodField(required=False).clean(typed) == typed


@pytest.mark.parametrize("typed", ["2023-11/2023-01", "2023-13", "last year"])
def test_what_is_no_period_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        PeriodField(required=False).clean(typed)
