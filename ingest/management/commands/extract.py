"""manage.py extract FILE.jsonl: the reading of each article as one JSON line, without a database."""

import json
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
        from ingest.extraction.reader import Reader  # the models load only when there is something to read
        from ingest.gazetteer import from_file

        rows = list(self._rows(file))
        reader = Reader(from_file())
        texts = [
            ArticleText(row["text"], row.get("title") or "", row.get("published") or None, row.get("outlet") or None)
            for row in rows
        ]
        for row, reading in zip(rows, reader.read_many(texts), strict=True):
            self.stdout.write(json.dumps({"id": row["id"], **as_dict(reading)}, ensure_ascii=False))

    def _rows(self, file: Path) -> Iterator[dict[str, Any]]:
        try:
            lines = file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file} cannot be read: {error}. Give a file of JSON lines in UTF-8.") from error
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                row["id"], row["text"] = row["id"], str(row["text"])
            except (ValueError, KeyError, TypeError) as error:
                raise CommandError(f"{file}, line {number}: not an article (an object with id and text).") from error
            yield row
