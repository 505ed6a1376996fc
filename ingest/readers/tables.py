"""Tables of articles: CSV and Excel workbooks (.xlsx), an article a row, columns known by their headings."""

import csv
import io
import itertools
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ingest.readers.charset import charset_of
from ingest.readers.draft import Draft, Limits, Refusal, Unreadable
from ingest.readers.packed import check_office
from ingest.readers.plain import looks_binary

COLUMNS = Path(__file__).parents[1] / "data" / "columns.yaml"
DELIMITERS = ",;\t|"
SNIFFED = 20_000  # characters in which the delimiter is looked for

Row = tuple[Any, ...] | list[Any]


def read_csv(data: bytes, limits: Limits) -> Iterator[Draft | Refusal]:
    """An article a row; the delimiter and the charset are found out."""
    if looks_binary(data):
        raise Unreadable("not_text")
    charset = charset_of(data)
    text = data.decode(charset, errors="replace").lstrip("\ufeff")
    csv.field_size_limit(limits.text)
    delimiter = _delimiter(text)

    def rows() -> Iterator[Row]:
        return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)

    _check_count(rows(), limits)
    yield from _articles(rows())


def read_workbook(data: bytes, limits: Limits) -> Iterator[Draft | Refusal]:
    """An article a row of the first sheet."""
    check_office(data, limits)
    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False).worksheets[0]
    sheet.reset_dimensions()  # what the file says of its size is not to be relied upon
    rows = list(itertools.islice(sheet.iter_rows(values_only=True), limits.articles + 2))
    _check_count(rows, limits)
    yield from _articles(rows)


def _delimiter(text: str) -> str:
    """The one that the heading has most of: a sniffer that counts in texts of articles goes astray."""
    heading = text[:SNIFFED].split("\n", 1)[0]
    return max(DELIMITERS, key=heading.count)


def _check_count(rows: Iterable[Row], limits: Limits) -> None:
    if sum(1 for _ in itertools.islice(rows, limits.articles + 2)) > limits.articles + 1:
        raise Unreadable("too_many")


def _articles(rows: Iterable[Row]) -> Iterator[Draft | Refusal]:
    numbered = enumerate(rows, 1)
    fields = _fields(next(numbered, (0, ()))[1])
    for number, row in numbered:
        if not any(_word(cell) for cell in row):
            continue
        values = {field: _word(cell) for field, cell in zip(fields, row, strict=False) if field}
        name = str(number)
        yield Draft(name=name, **values) if values.get("text") else Refusal("empty", name=name)


def _fields(heading: Row) -> list[str]:
    """The field of each column, empty for one that is not taken; raises Unreadable where no column has the text."""
    known, fields = _headings(), []
    for cell in heading:
        field = known.get(_word(cell).casefold().replace("ё", "е").strip(" :"), "")
        fields.append("" if field in fields else field)
    if "text" not in fields:
        raise Unreadable("no_column")
    return fields


@cache
def _headings() -> dict[str, str]:
    table = yaml.safe_load(COLUMNS.read_text(encoding="utf-8"))
    return {heading: field for field, headings in table.items() for heading in headings}


def _word(cell: Any) -> str:
    if isinstance(cell, date | datetime):
        return cell.isoformat()
    return "" if cell is None else str(cell).strip()
