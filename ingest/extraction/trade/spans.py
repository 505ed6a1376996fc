"""Periods that only figures are counted over: "сентябрьский экспорт", "к концу года", "за 12 месяцев".

The reference day gives the year where none is told; without it these are unknown.
"""

import re
from collections.abc import Iterator
from datetime import date

from ingest.extraction.dates.words import month_number
from ingest.extraction.lexicon import load
from ingest.extraction.trade.words import (
    MONTH_ADJECTIVES,
    RESULTS_OF,
    SEASON_EDGE,
    SEASON_MONTH,
    SINCE_UPTO,
    SINCE_YEAR,
    TWELVE_MONTHS,
    YEAR_END,
)

_STEMS = {adjective: number for number, adjective in load("trade")["month_adjectives"].items()}


def spans(text: str, reference: date | None) -> Iterator[tuple[int, int, str]]:
    """Start, end and value of each such period in a folded sentence."""
    if reference is None:
        return
    for match in MONTH_ADJECTIVES.finditer(text):
        month = _STEMS[match["month"]]
        yield match.start(), match.end(), f"{reference.year - (month > reference.month)}-{month:02}"
    for pattern in (RESULTS_OF, SEASON_EDGE, SEASON_MONTH):
        for match in pattern.finditer(text):
            month = _month_told(match)
            yield match.start(), match.end(), f"{reference.year - (month > reference.month)}-{month:02}"
    for match in SINCE_UPTO.finditer(text):
        year = match["year"] or reference.year
        yield match.start(), match.end(), f"{year}-01/{year}-{month_number(match['month']):02}"
    for match in SINCE_YEAR.finditer(text):
        yield match.start(), match.end(), match["year"]
    for match in YEAR_END.finditer(text):
        yield match.start(), match.end(), str(reference.year)
    for match in TWELVE_MONTHS.finditer(text):
        if reference.month <= _RESULTS_OUT:
            yield match.start(), match.end(), str(reference.year - 1)


def _month_told(match: re.Match[str]) -> int:
    """The month of "по итогам сентября", "в начале осени", "в конце лета", "первый месяц осени"."""
    if "month" in match.groupdict():
        return month_number(match["month"])
    first = next(month for stem, month in _SEASONS.items() if match["season"].startswith(stem))
    told = match.groupdict().get("edge") or match["nth"]
    step = next(step for stem, step in _STEPS.items() if told.startswith(stem))
    return (first - 1 + step) % 12 + 1


_STEPS = {"нач": 0, "перв": 0, "середин": 1, "втор": 1, "трет": 2, "кон": 2, "последн": 2}
_SEASONS = {"весн": 3, "лет": 6, "осен": 9, "зим": 12}
_RESULTS_OUT = 4  # until April "за 12 месяцев" is the year that has just ended
