"""What the first lines of a text say of it: its title, and a dateline («Пекин, 8 февраля, 2024, 13:13 — …»)."""

import re
from dataclasses import dataclass
from datetime import date

from ingest.extraction.dates.words import MONTH, MONTH_SHORT, fold, month_number

LINES = 4  # a heading is the first few lines; further down a date is the story's, not the text's
TITLE = 200  # characters; a longer first line is a paragraph

_DAY = re.compile(
    rf"(?P<day>[0-3]?\d)\s+(?P<month>(?i:{MONTH}|{MONTH_SHORT})),?\s+(?P<year>(?:19|20)\d\d)"
    r"|(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)|(?P<dots>[0-3]?\d\.[01]?\d\.(?:19|20)\d\d)"
)
# A dateline opens its line: a place or a date, then a dash before an outlet or slashes around it.
_PLACE = r"[А-ЯЁA-Z][\w .\-]{1,40}"
_OUTLET = r"(?:\s+[—–-]\s+[А-ЯЁA-Z][^.]{1,60}|\.?\s*/[^/\n]{1,60}/)"
_DATED = re.compile(rf"^(?:{_PLACE},\s*)?(?:{_DAY.pattern})(?:\s*г\.|\s*года)?(?:,?\s*\d\d?:\d\d)?(?:{_OUTLET}|\W*$)")
_UNDATED = re.compile(rf"^{_PLACE}(?:,\s*[0-3]?\d\s+[а-я]{{3,8}}\.?)?{_OUTLET}(?:(?<=/)|\.)")


@dataclass(frozen=True, slots=True)
class Heading:
    """What was found; `dateline` is the words themselves, in which an outlet may be named."""

    title: str = ""
    published: date | None = None
    dateline: str = ""


def find_heading(text: str) -> Heading:
    """The title, if the first line is one, and the date of the dateline; both may be missing."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:LINES]
    datelines = [(line, match) for line in lines if (match := _DATED.match(line) or _UNDATED.match(line))]
    line, match = datelines[0] if datelines else ("", None)
    title = lines[0] if lines and lines[0] != line and _is_title(lines) else ""
    return Heading(title, date_in(match[0]) if match else None, match[0] if match else "")


def _is_title(lines: list[str]) -> bool:
    first = lines[0]
    return len(lines) > 1 and len(first) <= TITLE and not first.endswith((".", ";", ",", ":"))


def date_in(words: str) -> date | None:
    """The date in a dateline's words, if it is one of the calendar."""
    match = _DAY.search(words)
    if not match:
        return None
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["dots"]:
            day, month, year = map(int, match["dots"].split("."))
        else:
            day, month, year = int(match["day"]), month_number(fold(match["month"])), int(match["year"])
        return date(year, month, day)
    except ValueError:
        return None
