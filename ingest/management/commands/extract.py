"""manage.py extract FILE.jsonl: the reading of each article as one JSON line, without a database."""

import json
import os
import sys
import warnings
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from relations.reading import ArticleText, as_dict


class Command(BaseCommand):
    help = "Reads articles (JSON lines with id, title, text, published, outlet) and prints what was found in each."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        self.bad_lines = 0
        try:
            self._extract(file)
            self.stdout.flush()
        except OSError as error:
            if not isinstance(error, BrokenPipeError):
                raise CommandError(f"{file} can't be read ({error.strerror}). Give a file of JSON lines.") from error
            # Whoever read the lines has seen enough; Python's own flush at the end must not fail on it again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if self.bad_lines:
            raise SystemExit(1)

    def _extract(self, file: Path) -> None:
        rows = list(self._rows(file))
        # The models load only when there is something to read.
        warnings.filterwarnings("ignore", "pkg_resources is deprecated", UserWarning)
        from ingest.extraction.reader import Reader
        from ingest.gazetteer import from_file

        texts = [
            ArticleText(row["text"], _word(row, "title") or "", _word(row, "published"), _word(row, "outlet"))
            for row in rows
        ]
        for row, reading in zip(rows, Reader(from_file()).read_many(texts), strict=True):
            self.stdout.write(_as_line({"id": row["id"], **as_dict(reading)}))

    def _rows(self, file: Path) -> Iterator[dict[str, Any]]:
        """The articles; a line that holds none is told on standard error and passed over."""
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    yield _article(line)
                except ValueError as error:
                    self.bad_lines += 1
                    self.stderr.write(f"{file}, line {number}: {error}.")


def _article(line: bytes) -> dict[str, Any]:
    """The article on a line; raises ValueError saying what is wrong with it."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError("the line is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ValueError("the line is not JSON") from error
    if not isinstance(row, dict):
        raise ValueError("not an article (a JSON object with id and text)")
    if row.get("id") is None:
        raise ValueError("the article has no id")
    if not isinstance(row.get("text"), str):
        raise ValueError("the article has no text")
    return row


def _as_line(row: dict[str, Any]) -> str:
    """JSON in plain letters; half of a surrogate pair, which no charset has, in its escaped form."""
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        line = json.dumps(row)
    return line


def _word(row: dict[str, Any], name: str) -> str | None:
    """A field that may be missing, empty, null or nonsense."""
    value = row.get(name)
    return value if value and isinstance(value, str) else None
