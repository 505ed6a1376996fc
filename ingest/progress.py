"""What became of a batch of uploads, for its page: counts of every outcome, and the lines of those asked for."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ingest.models import ReadingJob, Upload, UploadedPart
from ingest.standstill import nobody_works
from ingest.vocabulary import STORED, Reason, State
from relations.folding import fold
from relations.vocabulary import Unread

FACTS_SHOWN = 10  # facts of one kind named for an article; its page has all

_UNDER_WAY = (State.QUEUED, State.RUNNING)
_NOTHING = Q(pk__in=[])


@dataclass(frozen=True)
class Outcome:
    """A class of what may become of a text: which uploads without a part, and which parts, are of it."""

    name: str
    label: Any
    uploads: Q
    parts: Q


# In the order in which they are told.
OUTCOMES = (
    Outcome(
        "waiting",
        _("under way"),
        Q(state__in=_UNDER_WAY),
        Q(reason__in=STORED, article__reading_job__state__in=_UNDER_WAY),
    ),
    Outcome("preview", _("to be looked at"), _NOTHING, Q(reason=Reason.PREVIEW)),
    Outcome("new", _("new"), _NOTHING, Q(reason=Reason.NEW)),
    Outcome("copy", _("nearly the same as another"), _NOTHING, Q(reason=Reason.COPY)),
    Outcome("edition", _("another edition"), _NOTHING, Q(reason=Reason.EDITION)),
    Outcome("known", _("already there"), _NOTHING, Q(reason=Reason.KNOWN)),
    Outcome("not_russian", _("not Russian"), _NOTHING, Q(article__unread_reason=Unread.NOT_RUSSIAN)),
    Outcome(
        "no_text",
        _("no text"),
        Q(state=State.FAILED, reason__in=[Reason.EMPTY, Reason.SCANNED]),
        Q(reason__in=[Reason.EMPTY, Reason.SCANNED]),
    ),
    Outcome(
        "refused",
        _("left out"),
        _NOTHING,
        Q(article=None) & ~Q(reason__in=[Reason.PREVIEW, Reason.EMPTY, Reason.SCANNED]),
    ),
    Outcome(
        "failed",
        _("failed"),
        Q(state=State.FAILED) & ~Q(reason__in=[Reason.EMPTY, Reason.SCANNED]),
        Q(article__reading_job__state=State.FAILED),
    ),
)
BY_NAME = {outcome.name: outcome for outcome in OUTCOMES}


@dataclass(frozen=True)
class Found:
    """What one article gave, of one kind: how many, and the first few facts."""

    kind: str  # "contacts", "trade" or "positions"
    count: int
    facts: list[Any]


class Line:
    """A part of an upload with its article and what was found in it, or an upload that has no part (yet)."""

    def __init__(self, upload: Upload, part: UploadedPart | None = None) -> None:
        self.upload, self.part = upload, part
        self.article = part and part.article
        self.job = self.article.reading_job if self.article else upload
        self.is_new = part is not None and part.reason in STORED

    @property
    def title(self) -> str:
        return str(self.article or self.part or self.upload)

    @property
    def source(self) -> str:
        """The file and the place in it that the text came from, where that says more than its title."""
        names = (self.upload.name, self.part.name if self.part else "")
        return " · ".join(name for name in names if name and name != self.title)

    @property
    def can_be_retried(self) -> bool:
        return self.job.state == State.FAILED or bool(self.part and not self.article and not self.is_preview)

    @property
    def is_preview(self) -> bool:
        return self.part is not None and self.part.reason == Reason.PREVIEW

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


class Lines(Sequence[Line]):
    """The lines of uploads without a part, then those of parts, as many as a page asks for."""

    def __init__(self, uploads: QuerySet[Upload], parts: QuerySet[UploadedPart]) -> None:
        self._uploads, self._parts = uploads, parts

    @cached_property
    def _alone(self) -> int:
        return self._uploads.count()

    def __len__(self) -> int:
        return self._alone + self._parts.count()

    def __getitem__(self, place: Any) -> Any:
        start, stop = place.start or 0, place.stop
        alone = [Line(upload) for upload in self._uploads[start:stop]]
        parts = self._parts[max(0, start - self._alone) : max(0, stop - self._alone)]
        return alone + [Line(part.upload, part) for part in parts]


class Batch:
    """The uploads handed in together, with what came of them."""

    def __init__(self, batch: uuid.UUID) -> None:
        self.pk = batch
        self.uploads = Upload.objects.filter(batch=batch).select_related("user")
        self._parts = UploadedPart.objects.filter(upload__batch=batch)
        parts = UploadedPart.objects.filter(upload=OuterRef("pk"))
        self._alone = self.uploads.filter(~Exists(parts))

    @cached_property
    def first(self) -> Upload | None:
        return self.uploads.order_by("pk").first()

    @cached_property
    def _states(self) -> dict[str, int]:
        """All that is to be done, by state: opening each upload, reading each article."""
        readings = ReadingJob.objects.filter(article__in=self._parts.values("article"))
        states = dict.fromkeys(State, 0)
        for jobs in (self.uploads, readings):
            for state, count in jobs.order_by().values_list("state").annotate(Count("pk")):
                states[state] += count
        return states

    @property
    def total(self) -> int:
        return sum(self._states.values())

    @property
    def failed(self) -> int:
        return self._states[State.FAILED]

    @property
    def over(self) -> int:
        return self._states[State.DONE] + self.failed

    @property
    def is_over(self) -> bool:
        return self.over == self.total

    @property
    def is_stalled(self) -> bool:
        return not self.is_over and nobody_works()

    @cached_property
    def counts(self) -> list[tuple[Outcome, int]]:
        """How many texts there are of each outcome; those of which there are none are left out."""
        parts = self._parts.aggregate(**{o.name: Count("pk", filter=o.parts) for o in OUTCOMES})
        uploads = self._alone.aggregate(**{o.name: Count("pk", filter=o.uploads) for o in OUTCOMES})
        counts = [(outcome, parts[outcome.name] + uploads[outcome.name]) for outcome in OUTCOMES]
        return [(outcome, count) for outcome, count in counts if count]

    @property
    def retries(self) -> tuple[QuerySet[Upload], QuerySet[ReadingJob]]:
        """What may be tried again: uploads that failed or of which a part was left out, and readings that failed."""
        left_out = self._parts.filter(BY_NAME["refused"].parts | BY_NAME["no_text"].parts)
        uploads = self.uploads.filter(Q(state=State.FAILED) | Q(pk__in=left_out.values("upload"), state=State.DONE))
        readings = ReadingJob.objects.filter(article__in=self._parts.values("article"), state=State.FAILED)
        return uploads, readings

    @property
    def has_retries(self) -> bool:
        return any(jobs.exists() for jobs in self.retries)

    def lines(self, outcome: str = "", words: str = "") -> Lines:
        """The lines of an outcome (all, if it is none of them) whose names or titles have the words in them."""
        uploads, parts = self._alone, self._parts
        if chosen := BY_NAME.get(outcome):
            uploads, parts = uploads.filter(chosen.uploads), parts.filter(chosen.parts)
        if words := fold(words):
            uploads = uploads.filter(folded__contains=words)
            parts = parts.filter(Q(folded__contains=words) | Q(upload__folded__contains=words))
        related = parts.select_related("upload", "article__reading_job", "article__outlet")
        return Lines(uploads.order_by("pk"), related.prefetch_related(*_REPORTS).order_by("pk"))

    @property
    def url(self) -> str:
        return reverse("admin:ingest_upload_progress", args=[self.pk])


_REPORTS = (
    "article__contactreports__fact",
    "article__tradereports__fact",
    "article__positionreports__fact",
)
