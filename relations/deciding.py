"""What persons decided about a fact's values, and whether a report says otherwise."""

from collections.abc import Sequence
from typing import Any

from relations.calendar import first_day, last_day
from relations.fact_lines import contact_values, figure_values, position_values
from relations.merging import actor_key
from relations.merging.trade import is_rounding_of
from relations.models import Participation
from relations.places import same_place
from relations.reading import Participant
from relations.vocabulary import ContactStatus, FactKind

# The values that tell an accepted fact from others: what a later report says of these is looked at.
_TELLING = ("format", "status", "date", "date_end", "value", "unit", "period", "indicator", "stance")
_DATE = ("date", "date_end", "precision", "inferred")
# What becomes of a contact: of two, the later in this list is the later news.
_COURSE = [ContactStatus.PROPOSED, ContactStatus.PLANNED, ContactStatus.CANCELLED, ContactStatus.HELD]
_STEPS = {"value": "step", "change_pct": "change_step"}


def shown_values(kind: str, fact: Any) -> dict[str, Any]:
    """What the fact shows, in the form of a report's values: what a person accepts."""
    if kind == FactKind.TRADE:
        return figure_values(fact)
    if kind == FactKind.POSITION:
        values = position_values(fact) | {"actor_key": fact.speaker.key, "post": fact.post}
        del values["speaker"]
        return values
    people = list(fact.participations.select_related("actor"))
    return contact_values(fact) | {
        "precision": fact.precision,
        "inferred": fact.inferred,
        "participants": [_participant(row) for row in people if row.side != "other"],
        "others": [_participant(row) for row in people if row.side == "other"],
    }


def decided(fact: Any, reports: Sequence[Any]) -> dict[str, Any]:
    """The values that persons set: those accepted, and the corrected ones over them.

    An accepted plan is a plan until another article tells what became of it.
    """
    corrections = fact.corrections
    accepted = {} if _has_moved_on(fact.accepted, reports) else fact.accepted
    if "date" in corrections:
        accepted = {name: value for name, value in accepted.items() if name not in _DATE}
    return accepted | corrections


def disagrees(report: Any, fact: Any) -> bool:
    """Whether the report says otherwise than what was decided, and than what the person knew of then.

    What it leaves open or says less exactly is nothing else.
    """
    known = report.pin.said if report.is_pinned else {}
    told = {name for name, value in report.values.items() if _plain(known.get(name)) != _plain(value)}
    if told & {*_DATE}:
        told |= {*_DATE}
    looked_at = {name: value for name, value in _looked_at(fact).items() if name in told}
    if "date" in looked_at and _other_days(report.values, looked_at):
        return True
    return any(
        _differs(report, name, value)
        for name, value in looked_at.items()
        if name in report.values and name not in _DATE
    )


def conflicting(first: Any, second: Any) -> list[str]:
    """The names of the fields in which what persons decided for the two facts can't both be right."""
    both = first.corrections.keys() & second.corrections.keys()
    names = {name for name in both if _plain(first.corrections[name]) != _plain(second.corrections[name])}
    a, b = _looked_at(first), _looked_at(second)
    names |= {name for name in (a.keys() & b.keys()) - {*_DATE} if _are_apart(name, a[name], b[name])}
    if "date" in a and "date" in b and b["date"] and _other_days(a, b):
        names.add("date")
    return sorted(names)


def _looked_at(fact: Any) -> dict[str, Any]:
    """Of what was decided, the values that others are held against."""
    return {name: fact.accepted[name] for name in _TELLING if name in fact.accepted} | fact.corrections


def _are_apart(name: str, a: Any, b: Any) -> bool:
    if None in (_plain(a), _plain(b)) or _plain(a) == _plain(b):
        return False
    if name in _STEPS:
        return not (is_rounding_of(a, 0.0, b) or is_rounding_of(b, 0.0, a))
    return same_place(a, b) is None if name == "place" else True


def _participant(row: Participation) -> dict[str, Any]:
    return {"name": row.actor.name_ru, "side": row.side, "actor": row.actor.key, "post": row.post or None}


def _has_moved_on(accepted: dict[str, Any], reports: Sequence[Any]) -> bool:
    status = accepted.get("status")
    return status in _COURSE and any(_is_news(report, status) for report in reports)


def _is_news(report: Any, status: str) -> bool:
    """Whether an article that nobody reviewed tells of a later state."""
    told = report.values["status"]
    return not report.is_pinned and told in _COURSE and _COURSE.index(told) > _COURSE.index(status)


def _other_days(values: dict[str, Any], shown: dict[str, Any]) -> bool:
    """Two times that have no day in common."""
    if not values.get("date"):
        return False
    if not shown["date"]:
        return True
    starts = [first_day(v["date"]) for v in (values, shown)]
    ends = [last_day(v.get("date_end") or v["date"]) for v in (values, shown)]
    return starts[0] > ends[1] or starts[1] > ends[0]


def _differs(report: Any, name: str, value: Any) -> bool:
    told = report.values[name]
    if _plain(told) is None or _plain(told) == _plain(value):
        return False
    if name in _STEPS and value is not None:
        at_least = name == "value" and report.terms.get("at_least", False)
        return not is_rounding_of(told, report.terms[_STEPS[name]], value, at_least=at_least)
    if name == "place" and value:
        return same_place(told, value) is None
    if name == "status" and value in _COURSE:
        return report.is_pinned or _is_news(report, value)
    return True


def _plain(value: Any) -> Any:
    """For comparison: nothing said is nothing, in whatever form; people are who they are, in any order."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {actor_key(Participant(**person)) for person in value}
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else value or None
