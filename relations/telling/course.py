"""The course of a contact: proposed, planned, confirmed, postponed, held or cancelled, each step with its sources."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from relations import wording
from relations.calendar import first_day, last_day
from relations.choosing.sources import Source, sources_of
from relations.evidence import address
from relations.knowledge import today
from relations.models import Contact
from relations.telling.choices import Place, outlet_of
from relations.vocabulary import ContactStatus

Days = tuple[date | None, date | None]
# A report of it is one of a contact that is off; it says when it is to be instead.
_POSTPONED = "postponed"


@dataclass
class Step:
    """What became known of the contact on a day of publication (None where it is unknown)."""

    status: str
    label: str
    day: date | None
    about: str
    days: Days = (None, None)  # for which it is planned
    put_off_to: str = ""
    places: list[Place] = field(default_factory=list)


def course_of(contact: Contact, reports: Sequence[Any]) -> list[Step]:
    """The steps in the order of publication; empty where there is no more to tell than that it was held.

    A plan told again by a later article is confirmed; told for other days, it is postponed or brought forward.
    """
    steps: list[Step] = []
    for source in sources_of(reports):
        step = _step(source, steps)
        known = next((s for s in steps if (s.status, s.label, s.days) == (step.status, step.label, step.days)), None)
        if known is None:
            steps.append(step)
        (known or step).places.append(Place(outlet_of(source.report.article), address(source.report)))
    if contact.is_unconfirmed(today()):
        steps.append(
            Step("unconfirmed", _("unconfirmed"), contact.last_day, _("its day has passed without word of it"))
        )
    return [] if len(steps) == 1 and steps[0].status == ContactStatus.HELD else steps


def put_off_to(contact: Contact, course: Sequence[Step]) -> str:
    """To when a contact that is off was put off, by the latest news; "" if nobody says."""
    told = [step for step in course if step.status != "unconfirmed"]
    return told[-1].put_off_to if told and contact.status == ContactStatus.CANCELLED else ""


def _step(source: Source, steps: Sequence[Step]) -> Step:
    values = source.values
    days = first_day(values["date"] or ""), last_day(values["date_end"] or values["date"] or "")
    about = wording.iso_range(values["date"] or "", values["date_end"] or "")
    status = values["status"]
    if status == ContactStatus.HELD:
        return Step(status, _("held"), source.published, "")
    if status == ContactStatus.CANCELLED and (moved := values.get("moved_to")):
        to = wording.iso_date(moved)
        about = " → ".join(when for when in (about, to) if when)
        return Step(_POSTPONED, _("postponed"), source.published, about, (first_day(moved), last_day(moved)), to)
    label = str(dict(ContactStatus.choices)[status])
    if status == ContactStatus.PLANNED:
        label = _of_plan(source, days, [step for step in steps if step.status in (status, _POSTPONED)], steps)
    return Step(status, label, source.published, about, days)


def _of_plan(source: Source, days: Days, plans: Sequence[Step], steps: Sequence[Step]) -> str:
    if any(step.status == ContactStatus.HELD for step in steps):
        return _("told as a plan, after it was held")
    if not plans:
        return _("planned")
    before = plans[-1]
    if _apart(before.days, days):
        return _("postponed") if days[0] > before.days[0] else _("brought forward")  # type: ignore[operator]
    is_later = source.published is not None and before.day is not None and source.published > before.day
    return _("confirmed") if is_later and before.label != _("confirmed") else before.label


def _apart(one: Days, other: Days) -> bool:
    """Whether both are known and have no day in common."""
    if None in (*one, *other):
        return False
    return one[1] < other[0] or other[1] < one[0]  # type: ignore[operator]
