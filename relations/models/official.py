"""Trade as the statistics offices publish it; what articles quote is held against this."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from relations.calendar import is_period, period_bounds
from relations.knowledge import PublishedManager
from relations.vocabulary import Indicator, Statistics, Unit


class OfficialFigure(models.Model):
    """One published figure. `value` is in base units; `period` is 2023, 2023-11 or 2023-01/2023-11.

    A series is an indicator, a commodity, a unit and an office. A revision is a row of its own, told from the
    earlier one by the day it was published (its vintage); that day is None where it is not known.
    """

    indicator = models.CharField(_("indicator"), max_length=10, choices=Indicator)
    commodity = models.CharField(_("commodity"), max_length=50, blank=True)
    period = models.CharField(_("period"), max_length=21, help_text=_("2023, 2023-11 or 2023-01/2023-11."))
    period_start = models.DateField(editable=False)
    period_end = models.DateField(editable=False, db_index=True)
    value = models.FloatField(_("value"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=3, choices=Unit, default=Unit.USD)
    change_pct = models.FloatField(_("change, %"), null=True, blank=True)
    statistics_of = models.CharField(_("statistics of"), max_length=8, choices=Statistics)
    source = models.CharField(_("source"), max_length=200, help_text=_("Who published it."))
    address = models.URLField(_("address of the source"), max_length=1000, blank=True)
    published = models.DateField(
        _("published"), null=True, blank=True, help_text=_("The day of this value; a revision has a later one.")
    )
    note = models.CharField(_("note"), max_length=500, blank=True)

    objects = PublishedManager()

    class Meta:
        verbose_name = _("official figure")
        verbose_name_plural = _("official figures")
        ordering = ["-period_end", "period_start", "indicator", "statistics_of", "-published", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "commodity", "unit", "statistics_of", "period_start", "period_end", "published"],
                name="official_vintage_once",
            ),
            models.UniqueConstraint(
                fields=["indicator", "commodity", "unit", "statistics_of", "period_start", "period_end"],
                condition=Q(published__isnull=True),
                name="official_undated_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_indicator_display()}, {self.period}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.period_start, self.period_end = period_bounds(self.period)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def clean(self) -> None:
        if self.period and not is_period(self.period):
            raise ValidationError(
                {"period": _("Write a year, a month or a stretch: 2023, 2023-11 or 2023-01/2023-11.")}
            )
        if self.value is None and self.change_pct is None:
            raise ValidationError(_("Give the value, the change, or both."))
