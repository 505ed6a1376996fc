"""Whether two reports put a contact at the same time, each at its own precision."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any, NamedTuple

DAY = timedelta(days=1)
# No contact lasts longer; what is dated by more says nothing of when it was.
LONGEST = timedelta(days=366)
# They last for days, and one report gives the first of them, another the last or all.
LASTING = {"visit", "session", "forum", "exercise"}
# A report dated by the day of publication, or in another time zone, may be a day off; only where two such
# contacts of the same people on neighbouring days are unheard of.
MAY_BE_A_DAY_OFF = {"call", "video", "message"}
PRECISION = {"day": 0, "range": 0, "month": 1, "year": 2, "unknown": 3}


class Span(NamedTuple):
    """The days among which a report puts the contact, and how precise it is."""

    first: date
    last: date
    precision: str

    @property
    def is_exact(self) -> bool:
        """Whether the days themselves are told, not a month or year."""
        return PRECISION[self.precision] == 0


def days_of(values: dict[str, Any]) -> Iterator[Span]:
    """The days that a report's terms tell: its own, and those to which the contact was put off."""
    if "days" in values:
        yield Span(*map(date.fromisoformat, values["days"]), values["precision"])
    if "moved" in values:
        yield Span(*map(date.fromisoformat, values["moved"]["days"]), values["moved"]["precision"])


def agreements(form: str, a: dict[str, Any], b: dict[str, Any]) -> Iterator[tuple[str, Span, Span]]:
    """Each way in which the two agree on a time: why ("day", "days", "next_day", "month" or "year"), and the spans."""
    for left, right in product(days_of(a), days_of(b)):
        if why := _same_time(form, left, right):
            yield why, left, right
        elif _is_told_alike(a, b):
            yield "next_day", left, right


def _is_told_alike(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """One sentence printed on two neighbouring days, each taken for the day of the event."""
    if not a.get("said") or a.get("said") != b.get("said"):
        return False
    left, right = next(days_of(a)), next(days_of(b))
    return abs(left.first - right.first) <= DAY


def _same_time(form: str, a: Span, b: Span) -> str:
    if a.is_exact and b.is_exact:
        return _same_days(form, a, b)
    if a.first <= b.last and b.first <= a.last:
        return "month" if "year" not in (a.precision, b.precision) else "year"
    return ""


def _same_days(form: str, a: Span, b: Span) -> str:
    if (a.first, a.last) == (b.first, b.last):
        return "day"
    gap = max(a.first - b.last, b.first - a.last)
    if gap <= (DAY if form in LASTING else timedelta(0)):
        return "days"
    return "next_day" if form in MAY_BE_A_DAY_OFF and gap <= DAY else ""
