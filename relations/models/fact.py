"""What a fact and a report have in common. A fact is the choice among its reports."""

from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from relations.knowledge import EveryManager, FactManager, ReportManager
from relations.models.article import Article
from relations.vocabulary import Attention, ReviewState

# The "reader's version" of reports that a person added.
BY_PERSON = "person"


class Fact(models.Model):
    """What the reports together say, and since when the system has known it so.

    A row without `known_until` is what is known now, and its `pk` is the fact's permanent id. When what it shows
    changes, a copy of the row as it was is kept: `of` names the fact, `known_from` and `known_until` the time in
    which it was shown so. A fact that no report supports any longer ends with its own `known_until`; `merged_into`
    leads on to the fact that took over its reports.
    """

    sources = models.PositiveIntegerField(_("sources"), default=0, help_text=_("Articles that report it."))
    origins = models.PositiveIntegerField(
        _("independent origins"), default=0, help_text=_("Copies and relays of one text count once.")
    )
    disputed = models.BooleanField(_("reports differ"), default=False)
    reasons = models.JSONField(_("why these values"), default=dict, editable=False)
    review_state = models.CharField(_("review"), max_length=9, choices=ReviewState, blank=True, default="")
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, blank=True, editable=False)
    accepted = models.JSONField(_("accepted fields"), default=dict, editable=False)
    corrections = models.JSONField(_("corrected fields"), default=dict, editable=False)
    attention = models.CharField(_("to be looked at"), max_length=10, choices=Attention, blank=True, default="")
    first_seen_at = models.DateTimeField(_("first seen"), default=timezone.now)
    known_from = models.DateTimeField(default=timezone.now, editable=False)
    known_until = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    of = models.ForeignKey("self", models.CASCADE, null=True, blank=True, editable=False, related_name="past")
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, editable=False, related_name="merged"
    )

    objects = FactManager()
    every = EveryManager()

    class Meta:
        abstract = True

    @property
    def identity(self) -> Self:
        """The row that keeps the fact's permanent id: itself, but for a copy of what was shown once."""
        return self.of or self

    @property
    def number(self) -> int:
        """The fact's permanent id."""
        return self.of_id or self.pk


class Report(models.Model):
    """What one article says of one fact. `values` holds the fields of the annotation guide as the reader gave them.

    `block`, `first` and `last` say where to look for reports of the same fact, `terms` what decides about it, and
    `key` is the same for reports whose terms are the same (`relations.merging`). `why` are the reasons why the
    report belongs to its fact. `is_read` is false for a report that the latest reading no longer gives and a
    person's review keeps. `here_from` says since when it belongs to its fact: when it moves to another, an ended copy
    stays with the one before (`relations.succession.move`).
    """

    # Protected: `relations.ledger.delete` takes the reports along, and the facts that nobody else reports.
    article = models.ForeignKey(Article, models.PROTECT, related_name="%(class)ss", verbose_name=_("article"))
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    spans = models.JSONField(_("sentences"), default=list, help_text=_("[start, end] of each sentence behind it."))
    values = models.JSONField(_("values"), default=dict)
    reader_version = models.CharField(_("reader's version"), max_length=50)
    pin = models.ForeignKey(
        "relations.Pin", models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )  # what ties it to its fact, where a person's review does
    is_read = models.BooleanField(_("in the latest reading"), default=True)
    key = models.CharField(max_length=64, default="", editable=False, db_index=True)
    block = models.CharField(max_length=64, default="", editable=False)
    first = models.DateField(null=True, editable=False)
    last = models.DateField(null=True, editable=False)
    terms = models.JSONField(default=dict, editable=False)
    why = models.JSONField(_("why it belongs here"), default=list, editable=False)
    known_from = models.DateTimeField(_("learned"), default=timezone.now, editable=False)
    here_from = models.DateTimeField(default=timezone.now, editable=False)
    known_until = models.DateTimeField(null=True, blank=True, editable=False)

    former: int | None = None  # of a new report: the fact that its sentence told of in the reading before

    objects = ReportManager()
    every = EveryManager()

    class Meta:
        abstract = True
        ordering = ["article", "start", "pk"]
        indexes = [models.Index(fields=["block", "first", "last"], name="%(class)s_block")]

    def __str__(self) -> str:
        return self.quote

    @property
    def is_pinned(self) -> bool:
        """Whether a person's review, and not merging, says which fact it belongs to."""
        return self.pin_id is not None

    @property
    def is_by_person(self) -> bool:
        """Whether a person marked the sentence; no reader found it."""
        return self.reader_version == BY_PERSON

    @property
    def quote(self) -> str:
        """The first sentence behind the fact, read from the article itself."""
        return self.article.text[self.start : self.end]

    @property
    def quotes(self) -> list[dict[str, Any]]:
        """All sentences behind the fact, in the order of the text."""
        return [{"start": s, "end": e, "text": self.article.text[s:e]} for s, e in self.spans]
