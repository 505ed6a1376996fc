"""Decisions in words, in the language of the page."""

from textwrap import shorten
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from relations import naming, wording
from relations.commodities import commodity_name
from relations.models import Review
from relations.places import place_name
from relations.reviews.decisions import FIELDS
from relations.vocabulary import FactKind, ReviewAction, Topic

# Told with another field, or not shown at all.
_SILENT = {"precision", "inferred", "side", "actor", "change_step"}
_LABELS_OF = {"participants": "people", "others": "people", "actor_key": "speaker"}


def title_of(kind: str, fact: Any) -> str:
    """What the fact is called in lists of facts of all kinds."""
    if kind == FactKind.CONTACT:
        return ", ".join(filter(None, [naming.contact_title(fact), wording.iso_range(fact.date, fact.date_end)]))
    if kind == FactKind.TRADE:
        return ": ".join(filter(None, [naming.figure_title(fact), naming.figure_amount(fact)]))
    return f"{fact.speaker.name}: «{shorten(fact.content, 90, placeholder=' …')}»"


def changes(review: Review) -> list[tuple[str, str]]:
    """The fields that a correction or addition set: label and value."""
    if review.action not in (ReviewAction.CORRECT, ReviewAction.ADD):
        return []
    told = {name: value for name, value in review.values.items() if name not in _SILENT}
    if not told.get("date_end"):
        told.pop("date_end", None)
    return [_said(review, name, value) for name, value in told.items()]


def _said(review: Review, name: str, value: Any) -> tuple[str, str]:
    fields = FIELDS[review.kind].base_fields
    field = fields.get(_LABELS_OF.get(name, name))
    label = _("Others") if name == "others" else str(field.label if field else capfirst(name))
    return label, _value(review, name, value, field) or _("unknown")


def _value(review: Review, name: str, value: Any, field: Any) -> str:
    if name in ("participants", "others"):
        return wording.joined([person["name"] for person in value], at_most=8)
    if name in ("date", "date_end"):
        return wording.iso_date(value or "")
    if name == "value":
        return wording.amount(value, review.values.get("unit") or "")
    if name == "change_pct":
        return wording.change(value)
    if name == "topics":
        return ", ".join(str(dict(Topic.choices).get(topic, topic)) for topic in value)
    if name == "relay":
        return " ← ".join(value)
    if name == "margins":
        return _("yes") if value else _("no")
    in_words = {"period": wording.period, "commodity": commodity_name, "place": place_name}.get(name)
    if in_words:
        return in_words(value or "")
    return str(dict(getattr(field, "choices", ())).get(value, value or ""))
