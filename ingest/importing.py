"""Articles from files on the server's own disk, and the samples that ship with Amur."""

import json
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from django.core.files import File
from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone

from ingest.jobs import work
from ingest.models import ReadingJob, Upload, UploadedPart
from ingest.opening import Seen, limits, open_file
from ingest.published import day_of
from ingest.readers import SUFFIXES, suffix_of
from ingest.storing import Incoming, store
from ingest.vocabulary import STORED, Origin, Reason, State

SAMPLES = Path(__file__).parent / "data" / "samples"
ANY_NUMBER = 10_000_000  # articles: whoever has the server's shell may fill its disk


# --- Files ---------------------------------------------------------------------------------------


def files_in(paths: list[Path]) -> list[Path]:
    """The files named, and those of known kinds in the folders named."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        found += [file for file in inside if not path.is_dir() or suffix_of(file.name) in SUFFIXES]
    return found


def import_file(file: Path, batch: uuid.UUID, seen: Seen) -> Upload:
    """Keeps the file as an upload and stores its articles; what dies half-way is finished by the workers."""
    upload = Upload(origin=Origin.IMPORT, name=file.name[:255], batch=batch)
    with file.open("rb") as data:
        upload.file.save(file.name, File(data), save=False)
    upload.save()
    work(Upload, upload.pk, partial(open_file, within=replace(limits(), articles=ANY_NUMBER), seen=seen))
    upload.refresh_from_db()
    return upload


def outcomes(batch: uuid.UUID) -> Iterator[dict[str, Any]]:
    """For each file of an import and each text in it, what came of it, in plain words."""
    for upload in Upload.objects.filter(batch=batch).order_by("pk"):
        yield {"file": upload.name, "state": upload.state, **_said(upload)}
        parts = upload.parts.select_related("article__reading_job").order_by("member", "part")
        for part in parts.iterator(chunk_size=500):
            yield {"file": upload.name, **_outcome(part)}


def _outcome(part: UploadedPart) -> dict[str, Any]:
    found = {"part": part.name, **_said(part)}
    if part.article is None:
        return found
    job = part.article.reading_job
    return found | {
        "id": part.article.external_id,
        "article": part.article.pk,
        "reading": job.state,
        "unread": part.article.unread_reason or job.reason,
    }


def _said(told: Upload | UploadedPart) -> dict[str, str]:
    return {"reason": told.reason, "detail": told.detail, "said": told.outcome}


def counts(batch: uuid.UUID) -> Counter[str]:
    """How many texts were "new", "known" and "refused"; a file that is refused as a whole is one."""
    found: Counter[str] = Counter(refused=Upload.objects.filter(batch=batch, state=State.FAILED).count())
    parts = UploadedPart.objects.filter(upload__batch=batch)
    for reason, count in parts.values_list("reason").annotate(Count("pk")).order_by():
        found["new" if reason in STORED else "known" if reason == Reason.KNOWN else "refused"] += count
    return found


def jobs_of(batch: uuid.UUID) -> QuerySet[ReadingJob]:
    """The readings of an import's articles."""
    return ReadingJob.objects.filter(article__in=UploadedPart.objects.filter(upload__batch=batch).values("article"))


# --- Samples -------------------------------------------------------------------------------------


def sample_rows() -> Iterator[dict[str, Any]]:
    """The articles that ship with Amur."""
    for file in sorted(SAMPLES.glob("*.yaml")):
        yield from yaml.safe_load(file.read_text(encoding="utf-8"))


@transaction.atomic
def store_samples(
    rows: Iterable[dict[str, Any]], origin: Origin = Origin.SAMPLES, *, to_be_read: bool = True
) -> Upload:
    """Stores rows of samples as one upload; without `to_be_read` the caller reads them."""
    done = {"state": State.DONE, "reason": Reason.MANY, "ended_at": timezone.now()}
    upload = Upload.objects.create(origin=origin, name="samples", **done)
    for member, row in enumerate(rows):
        store(_sample(row), upload, member=member, name=row["id"], to_be_read=to_be_read)
    return upload


def _sample(row: dict[str, Any]) -> Incoming:
    return Incoming(
        text=row["text"],
        title=row.get("title", ""),
        published=day_of(row["published"]) if row.get("published") else None,
        outlet=row.get("outlet", ""),
        url=row.get("url", ""),
        external_id=row["id"],
        source_note=row.get("source_note", ""),
        is_sample=True,
    )


# --- Rows read without being stored ------------------------------------------------------------------


def json_rows(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines that have a text. Raises OSError."""
    with file.open("rb") as lines:
        for line in lines:
            row = _parsed(line)
            if isinstance(row, dict) and isinstance(row.get("text"), str):
                yield row


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
