"""Each value that a fact shows: why it was chosen, and the other versions with who gives them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relations.calendar import first_day, last_day
from relations.evidence import address
from relations.models import Position, Review
from relations.telling.decisions import said_of, stands
from relations.telling.reasons import why_value
from relations.telling.said import Said, said, said_by
from relations.telling.shown import values_of
from relations.vocabulary import ContactStatus, ReviewAction

# The decisions that set fields.
_SETTING = (ReviewAction.CORRECT, ReviewAction.ADD, ReviewAction.ACCEPT)
# Fields whose reports are compared with the fact: of names each report has its share, and of words its own.
COMPARED = {"format", "status", "date", "level", "place", "commodity", "indicator", "value", "change_pct", "period"}
COMPARED |= {"stance", "kind", "topics"}


@dataclass(frozen=True)
class Place:
    """Where a version stands: the outlet, and the address of its sentence."""

    outlet: str
    address: str


@dataclass
class Version:
    """Another version of a value: "2 sources say 7 February", with the places.

    `differs` where it can't be true along with the one that is shown; "in February" can.
    """

    text: str
    differs: bool = False
    articles: set[int] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        count = len(self.articles)
        words = {"count": count, "value": self.text}
        return ngettext("%(count)d source says %(value)s", "%(count)d sources say %(value)s", count) % words


@dataclass(frozen=True)
class Choice:
    """A field's value in words, `why` it is shown, and what `others` say, most sources first."""

    label: str
    text: str
    why: str
    others: list[Version]


def choices_of(fact: Any, reports: Sequence[Any], decisions: Sequence[Review]) -> list[Choice]:
    """The fields in which there was something to choose. `reports` are the fact's own, `decisions` those on it."""
    values = values_of(fact)
    fields = said(values)
    others = _others(fact, reports, values, {one.name: one.text for one in fields})
    several = len({report.article_id for report in reports}) > 1
    chosen = {*others, *fact.corrections, *(fact.reasons if several else ())}
    if isinstance(fact, Position):
        fields = [Said("content", _("Words"), shorten(fact.content, 60, placeholder=" …")), *fields]
    return [
        Choice(one.label, one.text, why, list(others.get(one.name, {}).values()))
        for one in fields
        if one.name in chosen and (why := _why(fact, one.name, others, decisions))
    ]


def _others(
    fact: Any, reports: Sequence[Any], values: dict[str, Any], shown: dict[str, str]
) -> dict[str, dict[str, Version]]:
    """The versions that the fact does not show, by field and words."""
    found: dict[str, dict[str, Version]] = defaultdict(dict)
    for report in reports:
        for one in said_by(report):
            if one.name not in COMPARED or not one.text or one.text == shown.get(one.name):
                continue
            text = _with_status(one.text, report.values, fact) if one.name == "date" else one.text
            version = found[one.name].setdefault(text, Version(text))
            version.places.append(Place(outlet_of(report.article), address(report)))
            version.articles.add(report.article_id)
            version.differs |= differs(one, report.values, values, shown.get(one.name, ""))
    by_weight = lambda version: (-len(version.articles), version.text)  # noqa: E731
    return {
        name: {version.text: version for version in sorted(versions.values(), key=by_weight)}
        for name, versions in found.items()
    }


def _with_status(text: str, values: dict[str, Any], fact: Any) -> str:
    """A day of another status is that of a plan, or of what came to nothing."""
    if values["status"] == fact.status:
        return text
    return f"{text} ({dict(ContactStatus.choices)[values['status']]})"


def outlet_of(article: Any) -> str:
    """Who published it, in words."""
    return str(article.outlet) if article.outlet else _("outlet unknown")


def _why(fact: Any, name: str, others: dict[str, Any], decisions: Sequence[Review]) -> str:
    if name in fact.corrections or fact.reasons.get(name) == "person":
        decided = [r for r in decisions if stands(r) and r.action in _SETTING and name in r.values]
        return said_of(decided[-1]) if decided else why_value("person")
    if name == "level":
        return why_value("highest")
    # A date is chosen among those of the status that is shown; what plans said is no rival of it.
    code = fact.reasons.get(name, "first")
    return why_value("of_status" if (name, code) == ("date", "only") and name in others else code)


def differs(one: Said, values: dict[str, Any], shown: dict[str, Any], shown_text: str) -> bool:
    """Whether a report's value is another than the fact's: a coarser date or a rounded number is no other one."""
    if one.name not in COMPARED or not one.text or one.text == shown_text:
        return False
    if one.name == "date":
        first, last = first_day(values["date"]), last_day(values["date_end"] or values["date"])
        start, end = first_day(shown["date"] or ""), last_day(shown["date_end"] or shown["date"] or "")
        return not (first and last and start and end) or last < start or end < first
    return one.name not in ("value", "change_pct")
