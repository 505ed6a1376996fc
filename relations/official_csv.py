"""Official figures as a CSV file: the form of `relations/data/trade_official.csv`, and of what editors import.

A line is one period of one statistics office: turnover and both directions, in billions of the line's unit, each with
its change on the year before. An empty cell is a gap. A line without any figure says in its note why it stands there.
"""

import csv
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from relations.calendar import is_period
from relations.reference import DATA
from relations.vocabulary import Indicator, Statistics, Unit

BILLION = 1_000_000_000
INDICATORS = (Indicator.TURNOVER, Indicator.RU_TO_CN, Indicator.CN_TO_RU)
REQUIRED = ("period", "statistics_of", "source")
OPTIONAL = ("unit", "commodity", "address", "published", "note")
FIGURES = tuple(f"{indicator}_{what}" for indicator in INDICATORS for what in ("bn", "change_pct"))
COLUMNS = (*REQUIRED, *OPTIONAL, *FIGURES)
MOST_LINES = 5000
MOST_ERRORS = 10
LONGEST = {"commodity": 50, "source": 200, "address": 1000, "note": 500}
LARGEST = 1e6  # billions, and per cent: beyond it the column or the unit is wrong


class CsvError(Exception):
    """What is wrong with the file: `errors`, a sentence each, with the number of the line."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__(" ".join(errors))
        self.errors = errors


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One figure of one line, in base units. `published` is None where the line does not say when."""

    indicator: str
    commodity: str
    period: str
    value: float | None
    unit: str
    change_pct: float | None
    statistics_of: str
    source: str
    address: str
    published: date | None
    note: str
    line: int = 0


def shipped() -> list[PublishedFigure]:
    """The figures that come with Amur."""
    return read((DATA / "trade_official.csv").read_bytes())


def read(data: bytes) -> list[PublishedFigure]:
    """All figures of a file, or `CsvError` with what is wrong in the first lines that are."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CsvError([_("The file is not in UTF-8: save it as “CSV UTF-8”.")]) from None
    found, errors = [], []
    for number, row, delimiter in _lines(text):
        try:
            found += _figures(row, number, delimiter)
        except ValueError as error:
            errors.append(_("Line %(number)d: %(problem)s") % {"number": number, "problem": error})
        if len(errors) == MOST_ERRORS:
            break
    if errors:
        raise CsvError(errors)
    return found


def _lines(text: str) -> Iterator[tuple[int, dict[str, str], str]]:
    """Each line that says something: its number, its cells by column, and what parts the cells."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = [name.strip() for name in next(reader, [])]
        _check_columns(columns)
        for count, cells in enumerate(reader, 1):
            if count > MOST_LINES:
                raise CsvError([_("The file has more than %(most)d lines: import it in parts.") % {"most": MOST_LINES}])
            if any(cell.strip() for cell in cells):
                given = [cell.strip() for cell in cells] + [""] * (len(columns) - len(cells))
                row = dict(zip(columns, given, strict=False))
                yield reader.line_num, row | {"": "".join(given[len(columns) :])}, delimiter
    except csv.Error as error:
        raise CsvError([_("Line %(number)d: %(problem)s") % {"number": reader.line_num, "problem": error}]) from None


def _check_columns(columns: list[str]) -> None:
    unknown = [name for name in columns if name not in COLUMNS]
    missing = [name for name in REQUIRED if name not in columns]
    if missing:
        raise CsvError([_("Line 1: the column %(names)s is missing.") % {"names": ", ".join(missing)}])
    if unknown or len(set(columns)) < len(columns):
        names = ", ".join(name or "“”" for name in unknown or columns)
        said = _("Line 1: the columns must each be one of %(known)s, once; there is %(names)s.")
        raise CsvError([said % {"names": names[:200], "known": ", ".join(COLUMNS)}])


def _figures(row: dict[str, str], line: int, delimiter: str) -> list[PublishedFigure]:
    """The figures of a line, up to one an indicator. Raises ValueError with a sentence."""
    if row[""]:
        raise ValueError(_("there are more cells than columns; quote a cell that has the delimiter in it."))
    common = {
        "commodity": _short(row, "commodity"),
        "period": _period(row["period"]),
        "unit": _one_of(row.get("unit") or Unit.USD, Unit.values, _("a unit")),
        "statistics_of": _one_of(row["statistics_of"], Statistics.values, _("a statistics office")),
        "source": _short(row, "source"),
        "address": _address(_short(row, "address")),
        "published": _day(row.get("published", "")),
        "note": _short(row, "note"),
        "line": line,
    }
    if not common["source"]:
        raise ValueError(_("the source is missing: say who published the figures."))
    found = []
    for indicator in INDICATORS:
        value = _number(row.get(f"{indicator}_bn", ""), delimiter)
        change = _number(row.get(f"{indicator}_change_pct", ""), delimiter)
        if value is not None and value < 0:
            raise ValueError(_("a value is below zero."))
        if value is not None or change is not None:
            base = None if value is None else round(value * BILLION, 6)
            found.append(PublishedFigure(indicator=indicator.value, value=base, change_pct=change, **common))
    if not found and not common["note"]:
        raise ValueError(_("there is no figure and no note that says why."))
    return found


def _period(text: str) -> str:
    if not is_period(text):
        raise ValueError(_("“%(text)s” is no period; write 2023, 2023-11 or 2023-01/2023-11.") % {"text": text[:40]})
    return text


def _one_of(text: str, known: list[str], what: str) -> str:
    if text not in known:
        said = _("“%(text)s” is not %(what)s known here; write one of %(known)s.")
        raise ValueError(said % {"text": text[:40], "what": what, "known": ", ".join(known)})
    return text


def _short(row: dict[str, str], name: str) -> str:
    text = row.get(name, "")
    if len(text) > LONGEST[name] or "\0" in text:
        raise ValueError(_("“%(name)s” is longer than %(most)d characters.") % {"name": name, "most": LONGEST[name]})
    return text


def _address(text: str) -> str:
    """The address, if it is one of the web: it becomes a link on our pages."""
    if text:
        try:
            parts = urlsplit(text)
            is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            is_web = False
        if not is_web or any(sign.isspace() for sign in text):
            raise ValueError(_("“%(text)s” is no address; it begins with https://.") % {"text": text[:60]})
    return text


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(_("“%(text)s” is no day; write 2024-01-12.") % {"text": text[:40]}) from None


def _number(text: str, delimiter: str) -> float | None:
    """The number of a cell; a decimal comma counts where commas do not part the cells."""
    if not text:
        return None
    plain = text.replace("\N{MINUS SIGN}", "-").replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    try:
        value = float(plain if delimiter == "," else plain.replace(",", "."))
    except ValueError:
        value = math.nan
    if not abs(value) < LARGEST:
        raise ValueError(_("“%(text)s” is no number that can be right.") % {"text": text[:40]})
    return value
