"""Feeds that are looked at regularly for new articles."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ingest.vocabulary import Reason
from relations.models import Outlet


class Feed(models.Model):
    """An RSS or Atom address, when it is due, and how the last look at it went."""

    url = models.URLField(_("address"), max_length=1000, unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True, help_text=_("Left empty: as the feed calls itself."))
    outlet = models.ForeignKey(Outlet, models.PROTECT, null=True, blank=True, verbose_name=_("outlet"))
    is_active = models.BooleanField(_("active"), default=True)
    both_sides_only = models.BooleanField(
        _("only what speaks of both sides"),
        default=True,
        help_text=_("Articles that do not mention both Russia and China are left out."),
    )
    every = models.PositiveSmallIntegerField(_("looked at every … minutes"), default=30)
    etag = models.CharField(max_length=500, blank=True, editable=False)
    modified = models.CharField(max_length=100, blank=True, editable=False)
    due_at = models.DateTimeField(_("next look"), default=timezone.now, db_index=True, editable=False)
    looked_at = models.DateTimeField(_("last look"), null=True, editable=False)
    succeeded_at = models.DateTimeField(_("last success"), null=True, editable=False)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0, editable=False)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, blank=True, editable=False)
    detail = models.CharField(_("detail"), max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        ordering = ["name", "url"]

    def __str__(self) -> str:
        return self.name or self.url

    @property
    def interval(self) -> timedelta:
        """Until the next look: doubled with each failure in a row, a day at most."""
        return min(timedelta(minutes=self.every) * 2 ** min(self.failures, 12), timedelta(days=1))

    @property
    def is_late(self) -> bool:
        """Whether nobody looked when it was due: then no worker or no beat is running."""
        return self.is_active and timezone.now() - self.due_at > 2 * timedelta(minutes=self.every)
