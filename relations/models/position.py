"""Positions: what named officials and state bodies are reported to have said."""

from textwrap import shorten

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from relations.knowledge import OfFactManager
from relations.models.actor import Actor
from relations.models.fact import Fact, Report
from relations.vocabulary import PositionKind, Side, Stance


class Position(Fact):
    """A quotation or a content clause. `reported_on` is the day of its earliest dated article."""

    speaker = models.ForeignKey(Actor, models.CASCADE, related_name="positions", verbose_name=_("speaker"))
    side = models.CharField(_("side"), max_length=5, choices=Side)
    post = models.CharField(_("post"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=8, choices=PositionKind)
    content = models.TextField(_("content"))
    stance = models.CharField(_("stance"), max_length=7, choices=Stance)
    relay = models.JSONField(_("relay"), default=list)
    rendered_by = models.CharField(_("rendered by"), max_length=200, blank=True)
    reported_on = models.DateField(_("reported on"), null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["-reported_on", "-pk"]

    def __str__(self) -> str:
        return shorten(self.content, 80, placeholder=" …")

    @property
    def topics(self) -> list[str]:
        """Its topics, the first named first; prefetch `topic_rows` for lists."""
        return [row.topic for row in self.topic_rows.all()]

    def get_absolute_url(self) -> str:
        return reverse("position", args=[self.number])


class PositionTopic(models.Model):
    """One of a position's topics, as a row, so that pages can filter and count by it."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="topic_rows")
    topic = models.CharField(max_length=12, db_index=True)

    objects = models.Manager()
    shown = OfFactManager("position")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["position", "topic"], name="positiontopic_once")]

    def __str__(self) -> str:
        return self.topic


class PositionReport(Report):
    """What one article says of one position."""

    fact = models.ForeignKey(Position, models.CASCADE, related_name="reports", verbose_name=_("position"))
    content_start = models.PositiveIntegerField(_("start of the content"))
    content_end = models.PositiveIntegerField(_("end of the content"))

    class Meta(Report.Meta):
        verbose_name = _("report of a position")
        verbose_name_plural = _("reports of positions")
