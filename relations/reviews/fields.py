"""Form fields for what facts consist of: dates of any precision, amounts, periods, actors."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relations.calendar import is_period
from relations.models import Actor
from relations.reviews.actors import find, near

_ISO = re.compile(r"([0-9]{4})(?:-([0-9][0-9]?))?(?:-([0-9][0-9]?))?")
_DOTTED = re.compile(r"(?:(?:([0-9][0-9]?)\.)?([0-9][0-9]?)\.)?([0-9]{4})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
LARGEST = Decimal(10) ** 18
SCALES = [
    ("1", "–"),
    ("1000", pgettext_lazy("after a number", "thousand")),
    ("1000000", pgettext_lazy("after a number", "m")),
    ("1000000000", pgettext_lazy("after a number", "bn")),
    ("1000000000000", pgettext_lazy("after a number", "trn")),
]


class PartialDateField(forms.CharField):
    """A date at the precision known: "2024", "2024-02", "2024-02-08", or 8.2.2024; gives ISO, "" for none."""

    def __init__(self, **options: Any) -> None:
        attrs = {"placeholder": "2024-02-08", "autocomplete": "off", "size": 12}
        super().__init__(max_length=12, widget=forms.TextInput(attrs), **options)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return _as_iso(text) if text else ""


def _as_iso(text: str) -> str:
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _DOTTED.fullmatch(text):
        day, month, year = match.groups()
    else:
        raise ValidationError(_("Write a day, a month or a year: 2024-02-08, 2024-02 or 2024."))
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValidationError(_("There is no such day.")) from None
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        raise ValidationError(_("The year must lie between %(first)d and %(last)d.") % _years())
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def _years() -> dict[str, int]:
    return {"first": _FIRST_YEAR, "last": _LAST_YEAR}


class PeriodField(forms.CharField):
    """A trade figure's period: "2023", "2023-11" or "2023-01/2023-11"; "" for none."""

    def __init__(self, **options: Any) -> None:
        attrs = {"placeholder": "2023-01/2023-11", "autocomplete": "off", "size": 17}
        super().__init__(max_length=21, widget=forms.TextInput(attrs), **options)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if text and not is_period(text):
            raise ValidationError(_("Write a year, a month or a stretch: 2023, 2023-11 or 2023-01/2023-11."))
        return text


class NumberField(forms.CharField):
    """A number as people of either language write it: "240.1", "240,1", "−3,4", "1 200"; gives Decimal or None."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=40, widget=forms.TextInput({"inputmode": "decimal", "size": 10}), **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            number = Decimal(re.sub(r"\s", "", text).replace(",", ".").replace("\N{MINUS SIGN}", "-"))
        except InvalidOperation:
            raise ValidationError(_("Write a number, such as 240.1.")) from None
        if not number.is_finite() or abs(number) >= LARGEST:
            raise ValidationError(_("Write a number, such as 240.1."))
        return number


class _AmountWidget(forms.MultiWidget):
    def __init__(self) -> None:
        number = forms.TextInput({"inputmode": "decimal", "size": 10})
        scale = forms.Select({"aria-label": _("scale")}, choices=SCALES)
        super().__init__([number, scale])

    def decompress(self, value: Any) -> list[str]:
        if value is None:
            return ["", "1"]
        number = Decimal(str(value))
        scale = max((Decimal(s) for s, _ in SCALES if Decimal(s) <= abs(number)), default=Decimal(1))
        shown = format((number / scale).normalize(), "f")
        decimals = len(shown.partition(".")[2])
        return [number_format(shown, decimal_pos=decimals, use_l10n=True), str(scale)]


class AmountField(forms.MultiValueField):
    """A number and its scale, "240.1" and "bn"; gives a float in base units, or None."""

    def __init__(self, **options: Any) -> None:
        fields = [NumberField(required=False), forms.ChoiceField(choices=SCALES, required=False)]
        super().__init__(fields, require_all_fields=False, widget=_AmountWidget(), **options)

    def compress(self, values: list[Any]) -> float | None:
        if not values or values[0] is None:
            return None
        amount = values[0] * Decimal(values[1] or 1)
        if abs(amount) >= LARGEST:
            raise ValidationError(_("Write a number, such as 240.1."))
        return float(amount)


def the_actor(name: str) -> Actor:
    """The one actor called so. Raises ValidationError with who else may be meant; its code is "unknown" if nobody."""
    found = find(name)
    if len(found) == 1:
        return found[0]
    if found:
        said = _("Several are called “%(name)s”. Write which one: %(names)s.")
        raise ValidationError(said, params={"name": name, "names": ", ".join(actor.key for actor in found)})
    if alike := near(name):
        said = _("Nobody is known as “%(name)s”. Did you mean: %(names)s? For somebody new write +%(name)s.")
        raise ValidationError(said, params={"name": name, "names": ", ".join(actor.name_ru for actor in alike[:6])})
    raise ValidationError(_("Nobody is known as “%(name)s”."), params={"name": name}, code="unknown")
