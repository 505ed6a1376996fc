"""Articles from JSON lines or from the shipped samples: rows to article rows."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from ingest.models import ReadingJob, Upload
from ingest.storing import Incoming, completed, store
from ingest.vocabulary import Origin, Reason, State

SAMPLES = Path(__file__).parent / "data" / "samples"
AT_ONCE = 100  # articles in one transaction

_is_address = URLValidator(schemes=["http", "https"])


class BadRow(Exception):
    """A row that is no article; the message says why."""


@dataclass
class Outcome:
    """What came of an import: counts, and one line for each thing that a person should know."""

    counts: Counter[str] = field(default_factory=Counter)  # "new", "known", "refused"
    warnings: list[str] = field(default_factory=list)


# --- Rows --------------------------------------------------------------------------------------


def json_rows(file: Path) -> Iterator[tuple[str, Any]]:
    """Where each row stands, for messages, and the row; a line that is no JSON gives None. Raises OSError."""
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield f"{file}, line {number}", _parsed(line)


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def sample_rows() -> Iterator[tuple[str, Any]]:
    """The articles that ship with Amur."""
    for file in sorted(SAMPLES.glob("*.yaml")):
        for row in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield f"{file.name}, {row['id']}", row


# --- Storing -------------------------------------------------------------------------------------


def store_rows(rows: Iterable[tuple[str, Any]], upload: Upload, seen: Callable[[], object]) -> Outcome:
    """Stores each row as an article of the upload, many in a transaction; calls `seen` after each row."""
    outcome, batch = Outcome(), []
    for place, row in rows:
        batch.append((place, row))
        if len(batch) == AT_ONCE:
            _store_batch(batch, upload, outcome, seen)
            batch = []
    _store_batch(batch, upload, outcome, seen)
    return outcome


def _store_batch(batch: list[tuple[str, Any]], upload: Upload, outcome: Outcome, seen: Callable[[], object]) -> None:
    with transaction.atomic():
        for place, row in batch:
            try:
                incoming, warnings = _incoming(row, is_sample=upload.origin == Origin.SAMPLES)
                with transaction.atomic():
                    is_new = store(incoming, upload)
            except BadRow as error:
                outcome.counts["refused"] += 1
                outcome.warnings.append(f"{place}: {error}")
            except IntegrityError:
                outcome.counts["refused"] += 1
                outcome.warnings.append(f"{place}: another text has the id {row['id']}; give this one its own.")
            else:
                outcome.counts["new" if is_new else "known"] += 1
                outcome.warnings += [f"{place}: {warning}" for warning in warnings]
            seen()


def new_upload(origin: Origin, name: str) -> Upload:
    """The row of an import; its articles are stored by the command itself, so there is no job left to do."""
    now = timezone.now()
    return Upload.objects.create(origin=origin, name=name[:255], state=State.DONE, reason=Reason.MANY, ended_at=now)


def jobs_of(upload: Upload) -> QuerySet[ReadingJob]:
    """The readings of an upload's articles."""
    return ReadingJob.objects.filter(article__uploads=upload)


def _incoming(row: Any, *, is_sample: bool) -> tuple[Incoming, list[str]]:
    if not isinstance(row, Mapping) or row.get("id") in (None, "") or not isinstance(row.get("text"), str):
        raise BadRow("not an article (a JSON object with id and text).")
    if not row["text"].strip():
        raise BadRow("the text is empty.")
    identifier = str(row["id"])
    if len(identifier) > 200:
        raise BadRow("the id is longer than 200 characters.")
    url, published, warnings = _word(row, "url"), _day(row.get("published")), []
    if url and not _good_address(url):
        warnings.append(f"{url[:100]!r} is no address; the article is stored without it.")
        url = ""
    if published is None and row.get("published"):
        warnings.append(f"{str(row['published'])[:100]!r} is no date; the article is stored without it.")
    incoming = completed(
        row["text"],
        title=_word(row, "title"),
        published=published,
        outlet=_word(row, "outlet"),
        url=url,
        external_id=identifier,
        source_note=_word(row, "source_note"),
        is_sample=is_sample,
    )
    return incoming, warnings


def _word(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return value.replace("\0", "").strip() if isinstance(value, str) else ""


def _good_address(url: str) -> bool:
    try:
        _is_address(url)
    except ValidationError:
        return False
    return len(url) <= 1000


def _day(value: Any) -> date | None:
    """The day, Moscow's, of an ISO date or time."""
    if isinstance(value, datetime):
        return _moscow(value)
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        pass
    try:
        return _moscow(datetime.fromisoformat(str(value).strip()))
    except ValueError:
        return None


def _moscow(moment: datetime) -> date:
    """A time without a zone is Moscow's already."""
    return (moment.astimezone(ZoneInfo(settings.TIME_ZONE)) if moment.tzinfo else moment).date()
