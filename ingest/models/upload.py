"""What editors hand in, as received."""

import uuid
from pathlib import PurePosixPath

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ingest.jobs import Job
from ingest.vocabulary import Origin
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
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("who")
    )
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    articles = models.ManyToManyField(Article, through="UploadedArticle", related_name="uploads")

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name or self.title or self.get_origin_display()

    def get_absolute_url(self) -> str:
        return reverse("admin:ingest_upload_progress", args=[self.batch])


class UploadedArticle(models.Model):
    """An article of an upload; `is_new` is false where the text was there before."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="rows")
    article = models.ForeignKey(Article, models.CASCADE, related_name="arrivals")
    is_new = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upload", "article"], name="uploaded_once")]

    def __str__(self) -> str:
        return str(self.article)
