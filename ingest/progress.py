"""What became of a batch of uploads, for its page."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from ingest.jobs import Job
from ingest.models import Upload, UploadedArticle
from ingest.vocabulary import State

SHOWN = 10  # facts of one kind named for an article; its page has all


@dataclass(frozen=True)
class Found:
    """What one article gave, of one kind: how many, and the first few facts."""

    kind: str  # "contacts", "trade" or "positions"
    count: int
    facts: list[Any]


class Line:
    """An article of an upload: its reading, and what was found once it is done."""

    def __init__(self, row: UploadedArticle) -> None:
        self.article, self.is_new = row.article, row.is_new
        self.job: Job = row.article.reading_job

    @cached_property
    def found(self) -> list[Found]:
        reports = (
            ("contacts", self.article.contactreports.select_related("contact"), "contact"),
            ("trade", self.article.tradereports.select_related("figure"), "figure"),
            ("positions", self.article.positionreports.select_related("position"), "position"),
        )
        return [
            Found(kind, query.count(), [getattr(report, link) for report in query[:SHOWN]])
            for kind, query, link in reports
        ]


class Batch:
    """The uploads handed in together, with their articles."""

    def __init__(self, batch: uuid.UUID) -> None:
        self.pk = batch
        self.uploads = list(Upload.objects.filter(batch=batch).select_related("user").order_by("pk"))
        rows = UploadedArticle.objects.filter(upload__batch=batch).select_related("article__reading_job").order_by("pk")
        lines: dict[int, list[Line]] = {}
        for row in rows:
            lines.setdefault(row.upload_id, []).append(Line(row))
        for upload in self.uploads:
            upload.lines = lines.get(upload.pk, [])

    @property
    def jobs(self) -> list[Job]:
        """All that is to be done: opening each upload, reading each article."""
        return [job for upload in self.uploads for job in (upload, *(line.job for line in upload.lines))]

    @property
    def total(self) -> int:
        return len(self.jobs)

    @property
    def over(self) -> int:
        return sum(job.is_over for job in self.jobs)

    @property
    def failed(self) -> int:
        return sum(job.state == State.FAILED for job in self.jobs)

    @property
    def is_over(self) -> bool:
        return self.over == self.total

    @property
    def url(self) -> str:
        return reverse("admin:ingest_upload_progress", args=[self.pk])
