"""What a report, or a fact, says field by field, in words."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from relations import wording
from relations.commodities import commodity_name
from relations.places import place_name
from relations.vocabulary import (
    ContactFormat,
    ContactStatus,
    FigureStatus,
    Indicator,
    Level,
    PositionKind,
    Stance,
    Topic,
)


@dataclass(frozen=True)
class Said:
    """One field: its name in the data, its label, and the value in words, "" where it is left open."""

    name: str
    label: str
    text: str


def said(values: dict[str, Any]) -> list[Said]:
    """The values of a report of any kind, in the order in which they are shown."""
    if "participants" in values:
        return _contact(values)
    return _figure(values) if "indicator" in values else _position(values)


def said_by(report: Any) -> list[Said]:
    """What a report says; a value told as a lower bound is told as one."""
    told = said(report.values)
    if not report.terms.get("at_least"):
        return told
    bound = _("more than %(amount)s")
    return [replace(one, text=bound % {"amount": one.text}) if one.name == "value" else one for one in told]


def _contact(values: dict[str, Any]) -> list[Said]:
    return [
        Said("format", _("Format"), _label(ContactFormat, values["format"])),
        Said("status", _("Status"), _label(ContactStatus, values["status"])),
        Said("date", _("Date"), wording.iso_range(values["date"] or "", values["date_end"] or "")),
        Said("level", _("Level"), _label(Level, values.get("level"))),
        Said("place", _("Place"), place_name(values.get("place") or "")),
        Said("participants", _("Participants"), _names(values["participants"])),
        Said("others", _("Others"), _names(values.get("others", []))),
    ]


def _names(people: list[dict[str, Any]]) -> str:
    return wording.joined([person["name"] for person in people], at_most=8)


def _figure(values: dict[str, Any]) -> list[Said]:
    return [
        Said("indicator", _("Indicator"), _label(Indicator, values["indicator"])),
        Said("commodity", _("Commodity"), commodity_name(values.get("commodity") or "")),
        Said("value", _("Value"), wording.amount(values["value"], values["unit"] or "")),
        Said("change_pct", _("Change"), wording.change(values["change_pct"])),
        Said("period", _("Period"), wording.period(values["period"] or "")),
        Said("status", _("Status"), _label(FigureStatus, values["status"])),
        Said("speaker", _("Speaker"), values.get("speaker") or ""),
    ]


def _position(values: dict[str, Any]) -> list[Said]:
    return [
        Said("speaker", _("Speaker"), values["speaker"]),
        Said("post", _("Post"), values.get("post") or ""),
        Said("kind", _("Kind"), _label(PositionKind, values["kind"])),
        Said("stance", _("Stance"), _label(Stance, values["stance"])),
        Said("topics", _("Topics"), ", ".join(_label(Topic, topic) for topic in values["topics"])),
        Said("rendered_by", _("Rendered by"), values.get("rendered_by") or ""),
    ]


def _label(choices: Any, value: str | None) -> str:
    return str(dict(choices.choices).get(value, value or ""))
