"""What editors hand in, as received."""

import uuid
from datetime import timedelta
from pathlib import PurePosixPath
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ingest.jobs import Job
from ingest.models.feed import Feed
from ingest.vocabulary import Origin, Reason
from relations.folding import fold
from relations.models import Article


def _file_path(upload: "Upload", name: str) -> str:
    """A name of our own: the one it came with is kept in `name`, and never touches the disk."""
    return f"uploads/{uuid.uuid4()}{PurePosixPath(name).suffix.lower()[:10]}"


class Upload(Job):
    """A file or paste as received, what the form said of it, and what came of it. Opening it is the job."""

    task_name = "ingest.tasks.open_upload"
    queue = "uploads"

    batch = models.UUIDField(default=uuid.uuid4, db_index=True, editable=False)  # handed in together
    origin = models.CharField(_("came as"), max_length=7, choices=Origin)
    name = models.CharField(_("file name"), max_length=255, blank=True)
    file = models.FileField(_("file"), upload_to=_file_path, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    outlet = models.CharField(_("outlet"), max_length=200, blank=True)
    published = models.DateField(_("published"), null=True, blank=True)
    url = models.URLField(_("address of the original"), max_length=1000, blank=True)
    feed = models.ForeignKey(Feed, models.SET_NULL, null=True, blank=True, related_name="uploads", editable=False)
    is_preview = models.BooleanField(_("preview"), default=False)  # a person looks at it before it is stored
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("who")
    )
    folded = models.TextField(default="", editable=False)  # what the list is searched in
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    articles = models.ManyToManyField(
        Article, through="UploadedPart", through_fields=("upload", "article"), related_name="uploads"
    )

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name or self.title or self.url or self.get_origin_display()

    def save(self, *args: Any, **options: Any) -> None:
        self.folded = fold(f"{self.name} {self.title} {self.url}")
        super().save(*args, **options)

    def get_absolute_url(self) -> str:
        return reverse("admin:ingest_upload_progress", args=[self.batch])

    @classmethod
    def lease(cls) -> timedelta:
        return timedelta(seconds=settings.READING_LEASE + settings.PARSING_SECONDS)

    @classmethod
    def requeue(cls, jobs: models.QuerySet[Self]) -> list[int]:
        """What was refused in them is tried again too."""
        again = cls.objects.filter(pk__in=list(jobs.values_list("pk", flat=True)))
        UploadedPart.objects.filter(upload__in=again, article=None).delete()
        return super().requeue(again)


class UploadedPart(models.Model):
    """One outcome of an upload: a text in it with its article, or why it is none."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="parts")
    member = models.PositiveIntegerField(default=0)  # which file of the archive, which row of the table
    part = models.PositiveIntegerField(default=0)  # which text of that
    name = models.CharField(_("part"), max_length=255, blank=True)
    article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="arrivals")
    twin = models.ForeignKey(  # the article that this one is nearly the same as
        Article, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("outcome"), max_length=12, choices=Reason, db_index=True)
    detail = models.CharField(_("detail"), max_length=300, blank=True)
    folded = models.TextField(default="", editable=False)  # what the list is searched in
    draft = models.JSONField(null=True, blank=True)  # what was taken, until a person has looked at it

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["upload", "member", "part"], name="uploaded_part_once")]

    def __str__(self) -> str:
        return self.name or str(self.article or self.upload)

    def save(self, *args: Any, **options: Any) -> None:
        self.folded = fold(f"{self.name} {self.article or ''}")
        super().save(*args, **options)

    @property
    def outcome(self) -> str:
        """What came of it, in the reader's language."""
        return f"{self.get_reason_display()} {self.detail}".strip()
