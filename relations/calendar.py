"""Dates at any precision: ISO `2023`, `2023-11`, `2023-11-05`, and periods such as `2023-01/2023-11`."""

import calendar
import re
from datetime import date

_PERIOD = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:/(?:19|20)\d\d-(?:0[1-9]|1[0-2]))?)?")


def first_day(iso: str) -> date | None:
    """The first day of an ISO date of any precision; None for an empty or impossible one."""
    parts = iso.split("-")
    try:
        return date(int(parts[0]), *(int(part) for part in [*parts[1:], "1", "1"][:2]))
    except ValueError:
        return None


def last_day(iso: str) -> date | None:
    """The last day of an ISO date of any precision; None for an empty or impossible one."""
    first = first_day(iso)
    if first is None or iso.count("-") == 2:
        return first
    month = first.month if iso.count("-") else 12
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def period_bounds(period: str) -> tuple[date | None, date | None]:
    """First and last day of a period; (None, None) for an empty one."""
    start, _, end = period.partition("/")
    return first_day(start), last_day(end or start)


def is_period(text: str) -> bool:
    """Whether it is a year, a month or a stretch of months written as periods are, the end not before the start."""
    if not _PERIOD.fullmatch(text):
        return False
    start, end = period_bounds(text)
    return start is not None and end is not None and start < end
