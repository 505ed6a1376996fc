"""Periods that only figures are counted over: "сентябрьский экспорт", "к концу года", "за 12 месяцев".

The reference day gives the year where none is told; without it these are unknown.
"""

from collections.abc import Iterator
from datetime import date

from ingest.extraction.lexicon import load
from ingest.extraction.trade.words import MONTH_ADJECTIVES, TWELVE_MONTHS, YEAR_END

_STEMS = {adjective: number for number, adjective in load("trade")["month_adjectives"].items()}


def spans(text: str, reference: date | None) -> Iterator[tuple[int, int, str]]:
    """Start, end and value of each such period in a folded sentence."""
    if reference is None:
        return
    for match in MONTH_ADJECTIVES.finditer(text):
        month = _STEMS[match["month"]]
        yield match.start(), match.end(), f"{reference.year - (month > reference.month)}-{month:02}"
    for match in YEAR_END.finditer(text):
        yield match.start(), match.end(), str(reference.year)
    for match in TWELVE_MONTHS.finditer(text):
        if reference.month <= _RESULTS_OUT:
            yield match.start(), match.end(), str(reference.year - 1)


_RESULTS_OUT = 4  # until April "за 12 месяцев" is the year that has just ended
