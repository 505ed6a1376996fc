"""Dates, numbers and names as a reader meets them, in the language of the page."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from relations.calendar import first_day

NO_BREAK = "\N{NO-BREAK SPACE}"
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def iso_date(iso: str) -> str:
    """ "2024-02-08" as "8 February 2024", "2024-02" as "February 2024", "2024" as it is; "" for none."""
    day = first_day(iso or "")
    if day is None:
        return ""
    return {4: lambda d: str(d.year), 7: _month_of_year}.get(len(iso), long_date)(day)


def long_date(day: date) -> str:
    """A day in full: "8 February 2024"."""
    return date_format(day, "j E Y").replace(" ", NO_BREAK, 1)


def iso_range(iso: str, iso_end: str) -> str:
    """Two ISO dates as one stretch, saying month and year once where they are shared."""
    if not iso_end or iso_end == iso:
        return iso_date(iso)
    first, last = first_day(iso), first_day(iso_end)
    if first and last and len(iso) == len(iso_end) == 10 and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_date(last)}"
    return f"{iso_date(iso)} – {iso_date(iso_end)}"


def period(iso: str) -> str:
    """A trade figure's period: "2023", "November 2023", "January 2023 – November 2023"."""
    start, _slash, end = (iso or "").partition("/")
    return iso_range(start, end)


def number(value: float) -> str:
    """A number with the language's separators and no more than three decimals, with a real minus sign."""
    digits = f"{abs(value):.3f}".rstrip("0").rstrip(".")
    decimals = len(digits.partition(".")[2])
    text = number_format(digits, decimal_pos=decimals, use_l10n=True, force_grouping=abs(value) >= 10_000)
    return ("\N{MINUS SIGN}" if value < 0 else "") + text.replace(" ", NO_BREAK)


def amount(value: float | None, unit: str) -> str:
    """A value in base units, scaled and with its unit: "$240.1 bn"; "" for no value."""
    if value is None:
        return ""
    scale, word = scale_of(abs(value))
    scaled = NO_BREAK.join(part for part in (number(value / scale), word) if part)
    return (_unit_forms().get(unit, "%(n)s") % {"n": scaled}).replace(" ", NO_BREAK)


def scale_of(value: float) -> tuple[float, str]:
    """What to divide a value by for reading, and the word for it: (1e9, "bn") for 240 billion."""
    scale, word = next(((scale, word) for scale, word in _SCALES if value >= scale), (1, ""))
    return scale, _scale_words()[word] if word else ""


def change(percent: float | None) -> str:
    """A change in percent with its sign: "+26.3%"; "" for none."""
    if percent is None:
        return ""
    sign = "+" if percent > 0 else ""
    return sign + amount(percent, "%")


def _month_of_year(day: date) -> str:
    text = date_format(day, "F Y").replace(" ", NO_BREAK)
    return text.lower() if (get_language() or "").startswith("ru") else text


def _scale_words() -> dict[str, str]:
    return {
        "trillion": pgettext("after a number", "trn"),
        "billion": pgettext("after a number", "bn"),
        "million": pgettext("after a number", "m"),
    }


def _unit_forms() -> dict[str, str]:
    return {
        "USD": pgettext("an amount", "$%(n)s"),
        "CNY": pgettext("an amount", "¥%(n)s"),
        "RUB": pgettext("an amount", "₽%(n)s"),
        "EUR": pgettext("an amount", "€%(n)s"),
        "%": pgettext("an amount", "%(n)s%%"),
        "t": pgettext("an amount", "%(n)s tonnes"),
        "m3": pgettext("an amount", "%(n)s m³"),
        "bbl": pgettext("an amount", "%(n)s barrels"),
        "kWh": pgettext("an amount", "%(n)s kWh"),
        "pcs": pgettext("an amount", "%(n)s pieces"),
    }


def joined(names: list[str], at_most: int = 3) -> str:
    """Names in a row, the surplus counted: "A, B, C and 2 more"."""
    shown = ", ".join(names[:at_most])
    surplus = len(names) - at_most
    return _("%(names)s and %(count)d more") % {"names": shown, "count": surplus} if surplus > 0 else shown


def long_moment(at: datetime) -> str:
    """A moment, Moscow's: "8 February 2024, 14:05"."""
    here = timezone.localtime(at)
    return f"{long_date(here.date())}, {here:%H:%M}"
