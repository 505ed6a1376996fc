"""Arithmetic of days, months and years, and the choice of a year that the text leaves open."""

from collections.abc import Iterable
from datetime import date, timedelta

# A time that the tense points to may be this many times further off than one on the other side of
# the present day, and is still taken ("договорились встретиться 5 мая" is next May, not last).
TENSE_WEIGHT = 6
DONE_WEIGHT = 100  # what is told as done, the verb right beside the date, is not to come; a day or two may be a slip


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def four_digit_year(text: str, reference: date | None) -> int:
    """The year that two or four digits stand for: of two, the century that is not over ten years ahead."""
    year = int(text)
    if len(text) == 4:
        return year
    latest = (reference.year if reference else 2029) + 10
    return 2000 + year if 2000 + year <= latest else 1900 + year


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month so many months later (earlier if negative)."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def month_iso(year: int, month: int) -> str:
    """A month as ISO writes it, 2024-02."""
    return f"{year:04}-{month:02}"


def _distance(days: int, lean: str) -> int:
    if lean == "done" and days > 0:
        return days * DONE_WEIGHT
    against = (lean == "past" and days > 0) or (lean == "future" and days < 0)
    return abs(days) * (TENSE_WEIGHT if against else 1)


def nearest(candidates: Iterable[date], reference: date, lean: str) -> date | None:
    """The candidate nearest to the reference day, those against the tense (`lean`) counting as further off."""
    return min(candidates, key=lambda day: (_distance((day - reference).days, lean), day), default=None)


def nearest_day(month: int, day: int, reference: date, lean: str) -> date | None:
    """A day of the year without its year."""
    years = range(reference.year - 1, reference.year + 2)
    return nearest([found for year in years if (found := day_or_none(year, month, day))], reference, lean)


def nearest_month(month: int, reference: date, lean: str) -> int:
    """The year of a month named without it; the present month is at no distance."""
    years = range(reference.year - 1, reference.year + 2)

    def away(year: int) -> int:
        return (year - reference.year) * 12 + month - reference.month

    return min(years, key=lambda year: _distance(away(year), lean or "past"))


def weekday(number: int, reference: date, lean: str) -> date:
    """The last such weekday up to the reference day, or with a future lean the next from it on."""
    if lean == "future":
        return reference + timedelta((number - reference.weekday()) % 7)
    return reference - timedelta((reference.weekday() - number) % 7)


def week(reference: date, weeks: int) -> tuple[date, date]:
    """Monday and Sunday of the week so many weeks from the present one."""
    monday = reference - timedelta(reference.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(6)
