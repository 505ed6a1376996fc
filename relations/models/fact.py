"""What a fact and a report have in common. A fact is the choice among its reports."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from relations.models.article import Article


class Fact(models.Model):
    """What the reports together say. `key` is computed from the reports' values (`relations.merging`)."""

    key = models.CharField(max_length=64, unique=True, editable=False)
    sources = models.PositiveIntegerField(_("sources"), default=0, help_text=_("Articles that report it."))
    first_seen_at = models.DateTimeField(_("first seen"), auto_now_add=True)

    class Meta:
        abstract = True


class Report(models.Model):
    """What one article says of one fact. `values` holds the fields of the annotation guide as the reader gave them."""

    # Protected: `relations.ledger.delete` takes the reports along, and the facts that nobody else reports.
    article = models.ForeignKey(Article, models.PROTECT, related_name="%(class)ss", verbose_name=_("article"))
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    spans = models.JSONField(_("sentences"), default=list, help_text=_("[start, end] of each sentence behind it."))
    values = models.JSONField(_("values"), default=dict)
    reader_version = models.CharField(_("reader's version"), max_length=50)

    class Meta:
        abstract = True
        ordering = ["article", "start", "pk"]

    def __str__(self) -> str:
        return self.quote

    @property
    def quote(self) -> str:
        """The first sentence behind the fact, read from the article itself."""
        return self.article.text[self.start : self.end]

    @property
    def quotes(self) -> list[dict[str, Any]]:
        """All sentences behind the fact, in the order of the text."""
        return [{"start": s, "end": e, "text": self.article.text[s:e]} for s, e in self.spans]
