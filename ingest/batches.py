"""The list of uploads: what was handed in together is one line, with its progress."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse

from ingest.models import ReadingJob, Upload, UploadedPart
from ingest.vocabulary import Origin, State
from relations.folding import fold

_OVER = (State.DONE, State.FAILED)


@dataclass
class Summary:
    """A batch in the list."""

    batch: Any
    first: Upload
    uploads: int
    total: int = 0
    over: int = 0
    failed: int = 0

    @property
    def is_over(self) -> bool:
        return self.over == self.total

    @property
    def url(self) -> str:
        return reverse("admin:ingest_upload_progress", args=[self.batch])


class Batches(Sequence[Summary]):
    """The batches, the newest first; those of one user, an origin, a state ("under_way", "failed") or with words."""

    def __init__(self, user: Any = None, *, origin: str = "", state: str = "", words: str = "") -> None:
        uploads = Upload.objects.all()
        if user is not None:
            uploads = uploads.filter(user=user)
        if origin in Origin.values:
            uploads = uploads.filter(origin=origin)
        if words := fold(words):
            parts = UploadedPart.objects.filter(folded__contains=words).values("upload")
            uploads = uploads.filter(Q(folded__contains=words) | Q(pk__in=parts))
        if state in ("under_way", "failed"):
            jobs = Q(state=State.FAILED) if state == "failed" else ~Q(state__in=_OVER)
            articles = ReadingJob.objects.filter(jobs).values("article")
            parts = UploadedPart.objects.filter(article__in=articles).values("upload")
            uploads = uploads.filter(jobs | Q(pk__in=parts))
        self._batches = uploads.order_by().values("batch").annotate(first=Min("pk")).order_by("-first")

    @cached_property
    def _count(self) -> int:
        return self._batches.count()

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: Any) -> Any:
        rows = list(self._batches[place])
        firsts = Upload.objects.select_related("user").in_bulk([row["first"] for row in rows])
        found = {row["batch"]: Summary(row["batch"], firsts[row["first"]], 0) for row in rows}
        _count_uploads(found)
        _count_readings(found)
        return list(found.values())


def _count_uploads(found: dict[Any, Summary]) -> None:
    counts = Upload.objects.filter(batch__in=found).order_by().values_list("batch", "state")
    for batch, state, count in counts.annotate(Count("pk")):
        found[batch].uploads += count
        _add(found[batch], state, count)


def _count_readings(found: dict[Any, Summary]) -> None:
    parts = UploadedPart.objects.filter(upload__batch__in=found, article__reading_job__isnull=False).order_by()
    counts = parts.values_list("upload__batch", "article__reading_job__state")
    for batch, state, count in counts.annotate(Count("article", distinct=True)):
        _add(found[batch], state, count)


def _add(summary: Summary, state: str, count: int) -> None:
    summary.total += count
    summary.over += count * (state in _OVER)
    summary.failed += count * (state == State.FAILED)
