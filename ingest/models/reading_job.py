"""The reading of an article, as a job."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ingest.jobs import Job
from ingest.vocabulary import State
from relations.models import Article


class ReadingJob(Job):
    """One an article; queued anew to read the article again."""

    task_name = "ingest.tasks.read_article"
    queue = "reading"

    article = models.OneToOneField(Article, models.CASCADE, related_name="reading_job", verbose_name=_("article"))

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.article)

    @classmethod
    def sweep(cls, *, queue_is_empty: bool) -> list[int]:
        """Reads again what the ledger has marked as unread: an edition that stands for others once more."""
        unread = cls.objects.filter(state=State.DONE, article__read_at=None)
        return cls.requeue(unread) + super().sweep(queue_is_empty=queue_is_empty)
