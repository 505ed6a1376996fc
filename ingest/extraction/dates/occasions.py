"""Years that names and jubilees tell: «Морское взаимодействие-2015», «80-летие Победы».

They date an event only where nothing else does (`kind` "occasion"), and give an article without a
publication date the year of its days and months.
"""

import re
from datetime import date

from ingest.extraction.dates.calendar import month_iso
from ingest.extraction.dates.rule import Setting, rule
from ingest.extraction.dates.words import A_YEAR, JUBILEES, NUMERAL, fold
from relations.reading import ReadDate

_NAMED_YEAR = (  # «Учения-2015», «Взаимодействие — 2015»
    r"(?<=[а-яa-z»\"”])(?:-(?=\d{4}(?![\d-]))|\s?[-–—]{1,2}\s?(?=\d{4}\s*[»\"”]))(?P<year>(?:19|20)\d\d)"
)
_NUMBERED = r"(?<![\d.,])(?P<n>\d{2,3})\s?-?\s?(?:лети[еяю]м?|[йяюе]е?\s+годовщин\w{1,2}|ю\s+годовщину)"
_JUBILEE = rf"{_NUMBERED}\s+(?:со\s+дня\s+)?(?P<what>{'|'.join(JUBILEES)})"
# A report on a part of a year comes out in that year or soon after.
_PART_OF_YEAR = re.compile(
    rf"(?:за|по\s+итогам|в)\s+(?:перв\w+\s+)?(?P<months>{NUMERAL})\s+месяц\w*\s+(?P<year>(?:19|20)\d\d)"
    r"|с\s+начала\s+(?P<begun>(?:19|20)\d\d)\s+года|в\s+(?:текущем|нынешнем|этом),?\s+(?P<now>(?:19|20)\d\d)"
)


@rule(_NAMED_YEAR, "occasion", needs=A_YEAR)
def year_of_name(match: re.Match[str], setting: Setting) -> ReadDate:
    """учения «Морское взаимодействие-2015»"""
    return ReadDate(match["year"])


@rule(_JUBILEE, "occasion", needs="лети|годовщин")
def jubilee(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """на торжествах по случаю 80-летия Победы: its month"""
    when = _jubilee(match)
    return ReadDate(month_iso(*when)) if when else None


def _jubilee(match: re.Match[str]) -> tuple[int, int] | None:
    year, month = next(since for pattern, since in JUBILEES.items() if re.fullmatch(pattern, match["what"]))
    told = year + int(match["n"])
    return (told, month) if told <= 2100 else None


def year_of_article(text: str) -> int | None:
    """The year that an article without a date of its own speaks of; None if its names and jubilees disagree."""
    folded = fold(text)
    years = {int(match["year"]) for match in re.finditer(_NAMED_YEAR, folded)}
    years |= {when[0] for match in re.finditer(_JUBILEE, folded) if (when := _jubilee(match))}
    for match in _PART_OF_YEAR.finditer(folded):
        years.add(int(match["year"] or match["begun"] or match["now"]))
    year = years.pop() if len(years) == 1 else None
    return year if year and 1949 <= year <= date.max.year else None


OCCASION_RULES = (jubilee, year_of_name)
