"""The dateline of an article: place, day and agency at its head or foot.

«Пекин, 8 февраля, 2024, 13:13 — ИА Регнум», «МОСКВА, 5 апр — РИА Новости», and a last
line such as «27 апреля 2009, 21:16» or «Дата публикации: 27 апреля 2009 года».
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.extraction.dates.calendar import day_or_none
from ingest.extraction.dates.words import MONTH, MONTH_SHORT, fold, month_number
from relations.reading import Span

_HEAD_LENGTH = 200  # a dateline stands within the first line's first words
_FILED = timedelta(days=2)  # news is published within it
_DAY = rf"(?P<day>\d{{1,2}})\s+(?P<month>{MONTH}|{MONTH_SHORT})(?:,?\s+(?P<year>(?:19|20)\d\d)(?:\s*г(?:ода|\.)?)?)?"
_TIME = r"(?:,?\s*(?:в\s+)?\d{1,2}:\d\d)?"
_AGENCY = r"(?:/[^/\n]{2,40}/|(?:[a-z][a-z.-]{2,25}\s*)?[-–—]+\s*[а-я/«\"])"
_HEAD = re.compile(rf"\s*(?P<place>[а-я][а-я .«»\"-]{{2,40}}?)[,.]\s*{_DAY}{_TIME}\s*[.,]?\s*{_AGENCY}")
_HEAD_NUMERIC = re.compile(r"\s*(?P<day>\d{2})\.(?P<month>\d{2})\.(?P<year>(?:19|20)\d\d)(?:,?\s*\d{1,2}:\d\d)?")
_FOOT = re.compile(rf"^\s*{_DAY}(?:,?\s*\d{{1,2}}:\d\d)\s*$", re.MULTILINE)
_AIRED = re.compile(
    rf"(?:дата\s+(?:выхода\s+в\s+эфир|публикации)|опубликован[оа]?)[:\s]+{_DAY}{_TIME}\W*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when the article was filed; `day` is None where the year is not said."""

    span: Span
    month: int
    day_of_month: int
    day: date | None
    place: str | None = None
    until: int = 0  # where the news itself begins, of a dateline at the head

    def before(self, published: date) -> date | None:
        """The day of filing, where it is the day of publication or one of the few before; None if it is not."""
        years = (published.year, published.year - 1) if self.day is None else (self.day.year,)
        days = (day_or_none(year, self.month, self.day_of_month) for year in years)
        return next((day for day in days if day and timedelta(0) <= published - day <= _FILED), None)


def _dateline(match: re.Match, text: str, offset: int = 0, head: int = 0) -> Dateline | None:
    month = match["month"]
    number = int(month) if month.isdigit() else month_number(month)
    year = int(match["year"]) if match["year"] else None
    day = int(match["day"])
    if not (1 <= number <= 12 and 1 <= day <= 31):
        return None
    start = match.start("day") + offset
    place = None
    if match.groupdict().get("place"):
        place = text[match.start("place") : match.end("place")].strip().title()
    end = match.end("year") if year else match.end("month")
    filed = day_or_none(year, number, day) if year else None
    return Dateline(Span(start, end + offset), number, day, filed, place, head)


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the head of a text, or the line of date and time at its foot; None if there is neither."""
    head = fold(text[:_HEAD_LENGTH])
    match = _HEAD.match(head) or _HEAD_NUMERIC.match(head)
    if match:
        return _dateline(match, text, head=match.end())
    tail_start = max(0, len(text) - _HEAD_LENGTH)
    tail = fold(text[tail_start:])
    feet = [*_AIRED.finditer(tail), *_FOOT.finditer(tail)]
    return _dateline(feet[-1], text, tail_start) if feet else None
