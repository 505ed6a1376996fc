"""What became of a batch of uploads, for its page."""

import uuid
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count
from django.urls import reverse

from ingest.jobs import Job
from ingest.models import ReadingJob, Upload, UploadedPart
from ingest.vocabulary import STORED, State

FACTS_SHOWN = 10  # facts of one kind named for an article; its page has all
ARTICLES_SHOWN = 100  # of a batch; the list of articles has all


@dataclass(frozen=True)
class Found:
    """What one article gave, of one kind: how many, and the first few facts."""

    kind: str  # "contacts", "trade" or "positions"
    count: int
    facts: list[Any]


class Line:
    """A part of an upload: its article with its reading and what was found, or why it is none."""

    def __init__(self, part: UploadedPart) -> None:
        self.part, self.article = part, part.article
        self.is_new = part.reason in STORED
        self.job: Job | None = part.article and part.article.reading_job

    @cached_property
    def found(self) -> list[Found]:
        if self.article is None:
            return []
        facts = {
            "contacts": [report.fact for report in self.article.contactreports.all()],
            "trade": [report.fact for report in self.article.tradereports.all()],
            "positions": [report.fact for report in self.article.positionreports.all()],
        }
        return [Found(kind, len(every), every[:FACTS_SHOWN]) for kind, every in facts.items()]


class Batch:
    """The uploads handed in together, with their articles."""

    def __init__(self, batch: uuid.UUID) -> None:
        self.pk = batch
        self.uploads = list(Upload.objects.filter(batch=batch).select_related("user").order_by("pk"))
        rows = UploadedPart.objects.filter(upload__batch=batch)
        self.hidden = max(0, rows.count() - ARTICLES_SHOWN)
        lines: dict[int, list[Line]] = {}
        shown = rows.select_related("article__reading_job").prefetch_related(*_REPORTS).order_by("pk")
        for row in shown[:ARTICLES_SHOWN]:
            lines.setdefault(row.upload_id, []).append(Line(row))
        for upload in self.uploads:
            upload.lines = lines.get(upload.pk, [])
        self._count(batch)

    def _count(self, batch: uuid.UUID) -> None:
        """All that is to be done: opening each upload, reading each article."""
        readings = ReadingJob.objects.filter(article__uploads__batch=batch)
        states = Counter(upload.state for upload in self.uploads)
        states.update(dict(readings.values_list("state").annotate(Count("pk", distinct=True)).order_by()))
        self.total = states.total()
        self.failed = states[State.FAILED]
        self.over = states[State.DONE] + self.failed
        self.is_over = self.over == self.total

    @property
    def url(self) -> str:
        return reverse("admin:ingest_upload_progress", args=[self.pk])


_REPORTS = (
    "article__contactreports__fact",
    "article__tradereports__fact",
    "article__positionreports__fact",
)
