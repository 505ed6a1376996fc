"""Trade figures quoted in articles."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from relations.models.fact import Fact, Report
from relations.vocabulary import FigureStatus, Indicator, Unit


class TradeFigure(Fact):
    """A number about economic exchange. `value` is in base units; `period` is 2023, 2023-11 or 2023-01/2023-11."""

    indicator = models.CharField(_("indicator"), max_length=10, choices=Indicator)
    commodity = models.CharField(_("commodity"), max_length=50, blank=True)
    value = models.FloatField(_("value"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=3, choices=Unit, blank=True)
    change_pct = models.FloatField(_("change, %"), null=True, blank=True)
    period = models.CharField(_("period"), max_length=21, blank=True)
    period_start = models.DateField(null=True, blank=True, editable=False, db_index=True)
    period_end = models.DateField(null=True, blank=True, editable=False)
    status = models.CharField(_("status"), max_length=8, choices=FigureStatus)

    class Meta:
        verbose_name = _("trade figure")
        verbose_name_plural = _("trade figures")
        ordering = ["-period_end", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_indicator_display()}, {self.period or '?'}"

    def get_absolute_url(self) -> str:
        return reverse("trade-figure", args=[self.number])


class TradeReport(Report):
    """What one article says of one trade figure."""

    fact = models.ForeignKey(TradeFigure, models.CASCADE, related_name="reports", verbose_name=_("trade figure"))

    class Meta(Report.Meta):
        verbose_name = _("report of a trade figure")
        verbose_name_plural = _("reports of trade figures")
