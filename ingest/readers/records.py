"""JSON lines (.jsonl): an article a line, with `id`, `title`, `text`, `published`, `outlet` and `url`."""

import json
from collections.abc import Iterator
from typing import Any

from ingest.readers.charset import decode
from ingest.readers.draft import Draft, Limits, Refusal, Unreadable

FIELDS = {"title": "title", "text": "text", "published": "published", "outlet": "outlet", "url": "url"}


def read_records(data: bytes, limits: Limits) -> Iterator[Draft | Refusal]:
    """An article a line; empty lines are passed over."""
    if data.count(b"\n") > limits.articles:
        raise Unreadable("too_many")
    for number, line in enumerate(decode(data).split("\n"), 1):
        if line.strip():
            yield _record(line, str(number))


def _record(line: str, name: str) -> Draft | Refusal:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return Refusal("not_record", name=name)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return Refusal("not_record", name=name)
    if not row["text"].strip():
        return Refusal("empty", name=name)
    values = {field: _word(row.get(key)) for key, field in FIELDS.items() if key != "text"}
    identifier = row.get("id")
    return Draft(row["text"], external_id=_word(identifier), name=name, **values)


def _word(value: Any) -> str:
    return str(value).replace("\0", "").strip() if isinstance(value, str | int | float) else ""
