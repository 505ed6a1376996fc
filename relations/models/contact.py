"""Contacts: calls, meetings, visits, telegrams and the like between the two sides."""

import datetime

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from relations.knowledge import OfFactManager
from relations.models.actor import Actor
from relations.models.fact import Fact, Report
from relations.vocabulary import ContactFormat, ContactStatus, Level, Precision, Side


class Contact(Fact):
    """One interaction between the sides. `date` is ISO at its precision; `day` is its first day, for ordering."""

    format = models.CharField(_("format"), max_length=8, choices=ContactFormat)
    status = models.CharField(_("status"), max_length=9, choices=ContactStatus)
    level = models.CharField(_("level"), max_length=12, choices=Level, default=Level.OTHER)
    date = models.CharField(_("date"), max_length=10, blank=True)
    date_end = models.CharField(_("last day"), max_length=10, blank=True)
    day = models.DateField(null=True, blank=True, editable=False, db_index=True)
    last_day = models.DateField(null=True, blank=True, editable=False)
    precision = models.CharField(_("precision"), max_length=7, choices=Precision, default=Precision.UNKNOWN)
    inferred = models.BooleanField(_("date inferred"), default=False)
    place = models.CharField(_("place"), max_length=200, blank=True)
    margins = models.BooleanField(_("on the margins"), default=False)
    actors = models.ManyToManyField(Actor, through="Participation", related_name="contacts")

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_format_display()}, {self.date or '?'}"

    def get_absolute_url(self) -> str:
        return reverse("contact", args=[self.number])

    def is_unconfirmed(self, today: datetime.date) -> bool:
        """Planned for a time that has passed, and no article says that it took place."""
        due = self.last_day or self.day
        return self.status == ContactStatus.PLANNED and due is not None and due < today


class Participation(models.Model):
    """Who took part in a contact; `side` is the one acted for there, "other" for third sides."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="participations", verbose_name=_("actor"))
    side = models.CharField(_("side"), max_length=5, choices=Side)
    post = models.CharField(_("post"), max_length=200, blank=True)

    objects = models.Manager()
    shown = OfFactManager("contact")

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["side", "pk"]
        constraints = [models.UniqueConstraint(fields=["contact", "actor"], name="participation_once")]

    def __str__(self) -> str:
        return str(self.actor)


class ContactReport(Report):
    """What one article says of one contact."""

    fact = models.ForeignKey(Contact, models.CASCADE, related_name="reports", verbose_name=_("contact"))

    class Meta(Report.Meta):
        verbose_name = _("report of a contact")
        verbose_name_plural = _("reports of contacts")
