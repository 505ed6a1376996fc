"""Days of publication, however they are written."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from ingest.published import day_of, is_plausible


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-02-08", "2024-02-08"),
        ("2024-02-08T21:30:00Z", "2024-02-09"),
        ("2024-02-08T23:30:00+03:00", "2024-02-08"),
        ("2024-02-08 10:00", "2024-02-08"),
        ("Thu, 08 Feb 2024 22:30:00 GMT", "2024-02-09"),
        ("08.02.2024", "2024-02-08"),
        ("8 февраля 2024 г.", "2024-02-08"),
        ("8 фев. 2024, 13:13", "2024-02-08"),
        (20240208, "2024-02-08"),
        (datetime(2024, 2, 8, 10), "2024-02-08"),
        (date(2024, 2, 8), "2024-02-08"),
        ("вчера", "None"),
        ("31.02.2024", "None"),
        ("Thu", "None"),
        ("", "None"),
    ],
)
def test_a_day_is_moscows(written: object, day: str) -> None:
    assert str(day_of(written)) == day


def test_a_plausible_day_is_within_the_relations_and_not_to_come() -> None:
    today = timezone.localdate()

    assert is_plausible(date(1949, 10, 1))
    assert is_plausible(today + timedelta(days=1))
    assert not is_plausible(date(1949, 9, 30))
    assert not is_plausible(today + timedelta(days=2))
