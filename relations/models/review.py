"""Reviews: what persons decided about facts. Kept apart from readings, and applied again after each."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from relations.models.article import Article
from relations.vocabulary import FactKind, ReviewAction


class Review(models.Model):
    """One decision of a person on one fact; never altered, only undone.

    `values` holds what the decision needs: the corrected fields, the facts and places of a merge or split.
    """

    kind = models.CharField(_("kind"), max_length=8, choices=FactKind)
    fact = models.PositiveBigIntegerField(_("fact"), help_text=_("The fact's permanent id."))
    action = models.CharField(_("decision"), max_length=8, choices=ReviewAction)
    values = models.JSONField(_("values"), default=dict, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="reviews", verbose_name=_("by")
    )
    by_name = models.CharField(max_length=150, blank=True, editable=False)
    at = models.DateTimeField(_("at"), auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("undone by")
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["kind", "fact"], name="review_of_fact")]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.get_kind_display()} {self.fact}"


class Pin(models.Model):
    """A sentence that a person's review ties to a fact: whatever a later reading finds there belongs to it.

    `key`, `block`, `first`, `last` and `terms` are what the report said when it was pinned (`relations.merging`).
    A pin without an article holds the terms of corrected values: reports that agree with them belong to the fact.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="pins")
    kind = models.CharField(max_length=8, choices=FactKind)
    fact = models.PositiveBigIntegerField()
    article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="pins")
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=64)
    block = models.CharField(max_length=64)
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    terms = models.JSONField(default=dict)
    said = models.JSONField(default=dict)  # the report's values when it was pinned: what the person knew of
    former = models.PositiveBigIntegerField(null=True)  # the fact it belonged to before the review
    superseded_by = models.ForeignKey(Review, models.SET_NULL, null=True, related_name="superseded")
    is_active = models.BooleanField(default=True)  # false once its review is undone, or a later one rules

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["kind", "fact"], name="pin_of_fact"),
            models.Index(fields=["kind", "block"], name="pin_in_block"),
            models.Index(fields=["kind", "key"], name="pin_of_key"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}:{self.start}-{self.end}"
