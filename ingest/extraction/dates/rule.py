"""What a rule of dating is: an expression and the time that its match stands for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.extraction.dates.calendar import four_digit_year, month_iso, nearest_month
from ingest.extraction.dates.words import fold, shift
from relations.reading import ReadDate

UNKNOWN = ReadDate()  # a time is told, but not enough to say which


@dataclass(slots=True)
class Setting:
    """What a match is read against.

    `lean(offset)` is the tense around a character of the sentence, `genitive_after(offset)` whether
    a word in the genitive follows it, `last_day` the last single day told before, `told_day` the
    same if it was told just before and is over (else the reference day), `context_year(month)`
    the year that was last named together with that month.
    """

    reference: date | None
    lean: Callable[[int], str]
    genitive_after: Callable[[int], bool]
    last_day: date | None
    told_day: date | None
    context_year: Callable[[int], int | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`resolve` gives the time of a match, or None if the words are no date after all.

    `needs` is a simple expression: a text in which it finds nothing has no match of `pattern` either.
    """

    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Setting], ReadDate | None]
    kind: str = "date"
    needs: str = ""


def rule(
    pattern: str, kind: str = "date", *, needs: str = ""
) -> Callable[[Callable[[re.Match[str], Setting], ReadDate | None]], Rule]:
    """Makes a rule of the function below it."""
    compiled = re.compile(pattern)
    return lambda resolve: Rule(compiled, resolve, kind, needs)


def year_of(match: re.Match[str], setting: Setting) -> int | None:
    """The year that a match names ("2023 года", "прошлого года"), or None if it names none or cannot tell."""
    groups = match.groupdict()
    if groups.get("year"):
        return four_digit_year(re.search(r"\d+", groups["year"])[0], setting.reference)
    if groups.get("relative") and setting.reference:
        return setting.reference.year + shift(fold(groups["relative"]))
    return None


def said_year(match: re.Match[str]) -> bool:
    """Whether a match names a year at all."""
    groups = match.groupdict()
    return bool(groups.get("year") or groups.get("relative"))


def month_year(match: re.Match[str], month: int, setting: Setting) -> int | None:
    """The year of a month: named, else by context, else by the reference day and the tense."""
    if said_year(match):
        return year_of(match, setting)
    known = setting.context_year(month)
    if known or not setting.reference:
        return known
    return nearest_month(month, setting.reference, setting.lean(match.start()))


def month_date(year: int | None, month: int) -> ReadDate:
    """A month as a date."""
    return ReadDate(month_iso(year, month)) if year else UNKNOWN


def months_range(year: int | None, first: int, last: int) -> ReadDate:
    """Months `first` to `last` of one year; of the year before for the first, where they wrap around."""
    if not year:
        return UNKNOWN
    start = year - 1 if first > last else year
    return ReadDate(month_iso(start, first), month_iso(year, last))


def day_date(day: date | None, *, inferred: bool = False) -> ReadDate:
    """A day as a date."""
    return ReadDate(day.isoformat(), inferred=inferred) if day else UNKNOWN


def days_range(first: date | None, last: date | None) -> ReadDate:
    """A range of days; None for an end that the calendar does not have."""
    if not first or not last:
        return UNKNOWN
    return ReadDate(first.isoformat(), last.isoformat())


def week_date(monday: date) -> ReadDate:
    """A week: news that says no more than the week is dated to its month, unless the week spans two."""
    sunday = monday + timedelta(6)
    if monday.month == sunday.month:
        return ReadDate(month_iso(monday.year, monday.month))
    return days_range(monday, sunday)
