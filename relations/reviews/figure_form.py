"""The fields of a trade figure."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from relations.commodities import NAMES, commodity_name
from relations.models import TradeFigure
from relations.reading import ReadTrade, Span
from relations.reviews.fields import AmountField, NumberField, PeriodField
from relations.reviews.forms import FactForm, with_blank
from relations.vocabulary import FigureStatus, Indicator, Unit

_BLANK = ("commodity", "unit", "period")


class FigureForm(FactForm):
    indicator = forms.ChoiceField(label=_("Indicator"), choices=Indicator.choices)
    commodity = forms.ChoiceField(label=_("Commodity"), required=False)
    value = AmountField(label=_("Value"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), choices=with_blank(Unit.choices), required=False)
    change_pct = NumberField(
        label=_("Change, %"), required=False, help_text=_("Against the period before, with its sign.")
    )
    period = PeriodField(label=_("Period"), required=False, help_text=_("2023, 2023-11 or 2023-01/2023-11."))
    status = forms.ChoiceField(label=_("Status"), choices=FigureStatus.choices)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        names = set(NAMES) | ({self.fact.commodity} if self.fact and self.fact.commodity else set())
        goods = sorted(((name, capfirst(commodity_name(name))) for name in names), key=lambda pair: pair[1])
        self.fields["commodity"].choices = with_blank(goods, _("all goods"))  # type: ignore[attr-defined]

    def initial_of(self, fact: TradeFigure) -> dict[str, Any]:
        return {name: getattr(fact, name) for name in self.base_fields}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("value") is not None and not cleaned.get("unit"):
            self.add_error("unit", ValidationError(_("Say what the value is counted in.")))
        if not self.errors and cleaned.get("value") is None and cleaned.get("change_pct") is None:
            self.add_error("value", ValidationError(_("Give the value, the change, or both.")))
        return cleaned

    def values(self) -> dict[str, Any]:
        cleaned = {name: self.cleaned_data[name] for name in self.base_fields}
        change = cleaned["change_pct"]
        blank = {name: cleaned[name] or None for name in _BLANK}
        return cleaned | blank | {"change_pct": None if change is None else float(change)}

    def values_of(self, fact: TradeFigure) -> dict[str, Any]:
        return self.initial_of(fact) | {name: getattr(fact, name) or None for name in _BLANK}

    def read(self, span: Span) -> ReadTrade:
        """The fields as a reader would have found them in the sentence."""
        return ReadTrade(evidence=span, **self.values())
