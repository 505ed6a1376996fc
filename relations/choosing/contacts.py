"""The values of a contact, chosen from its reports."""

from collections.abc import Sequence
from typing import Any

from relations.calendar import first_day, last_day
from relations.choosing.chosen import Chosen
from relations.choosing.rule import choose
from relations.choosing.sources import Source, sources_of
from relations.merging import actor_key
from relations.merging.parties import COUNTRIES
from relations.reading import Participant
from relations.vocabulary import ContactStatus, Level

_EXACTNESS = {"day": 0, "range": 0, "month": 2, "year": 4, "unknown": 6}
_DATE = ("date", "date_end", "precision", "inferred")
_STATUS_ORDER = [ContactStatus.HELD, ContactStatus.CANCELLED, ContactStatus.PLANNED, ContactStatus.PROPOSED]


def choose_contact(reports: Sequence[Any], corrections: dict[str, Any]) -> Chosen:
    """The contact's values; `corrections` are the fields a person set, in the form of a report's values."""
    sources = sources_of(reports)
    status, why_status = _status(sources)
    of_status = _without_repeated_today([source for source in sources if source.values["status"] == status])
    when, why_when = choose(_dates(of_status, whole=_lasts(sources)))
    reasons = {"status": why_status, "date": why_when}
    shown: dict[str, Any] = {"status": status, **dict(zip(_DATE, when or (None, None, "unknown", False), strict=True))}
    for name in ("format", "place"):
        shown[name], reasons[name] = choose((source.values[name], 0, source) for source in sources)
    shown["level"] = min((s.values["level"] for s in sources), key=list(Level.values).index)
    shown["margins"] = any(s.values["margins"] for s in sources)
    shown |= corrections
    reasons |= dict.fromkeys(corrections, "person")
    if "date" in corrections and "inferred" not in corrections:
        shown["inferred"] = False
    date, date_end = shown["date"] or "", shown["date_end"] or ""
    columns = {name: shown[name] for name in ("format", "status", "level", "precision", "inferred", "margins")}
    columns |= {"date": date, "date_end": date_end, "place": shown["place"] or ""}
    columns |= {"day": first_day(date), "last_day": last_day(date_end or date)}
    return Chosen(columns, reasons, _disputed(of_status), people=_people(sources, corrections))


def _status(sources: list[Source]) -> tuple[str, str]:
    """What has happened outweighs every plan; among plans the latest news counts."""
    if any(s.values["status"] == ContactStatus.HELD for s in sources):
        plans = any(s.values["status"] != ContactStatus.HELD for s in sources)
        return ContactStatus.HELD.value, "happened" if plans else "only"
    dated = [s for s in sources if s.published]
    newest = max((s.published for s in dated if s.published), default=None)
    latest = [s.values["status"] for s in dated if s.published == newest] or [s.values["status"] for s in sources]
    several = len({s.values["status"] for s in sources}) > 1
    return min(latest, key=_STATUS_ORDER.index), "latest" if several else "only"


def _without_repeated_today(sources: list[Source]) -> list[Source]:
    """Without copies that came out later: their "today" is that of the first."""
    firsts: dict[str, Source] = {}
    for source in sources:
        firsts.setdefault(source.report.article.family, source)
    return [s for s in sources if not s.values["inferred"] or s is firsts[s.report.article.family]]


def _lasts(sources: list[Source]) -> bool:
    return any(s.values["precision"] == "range" for s in sources)


def _dates(sources: list[Source], *, whole: bool) -> list[tuple[Any, float, Source]]:
    """Each report's date, with how exact it is: where one gives all days of a contact, a single day is but a part."""
    said = []
    for source in sources:
        values = source.values
        if values["date"] is None:
            continue
        part = 0.5 if whole and values["precision"] == "day" else 0.0
        exactness = _EXACTNESS[values["precision"]] + part + (0.25 if values["inferred"] else 0.0)
        # Whether a date was inferred is no other date: it counts as stated if anyone states it.
        stated = any(not s.values["inferred"] for s in sources if _same_date(s.values, values))
        said.append(((values["date"], values["date_end"], values["precision"], not stated), exactness, source))
    return said


def _same_date(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return (a["date"], a["date_end"]) == (b["date"], b["date_end"])


def _disputed(sources: list[Source]) -> bool:
    """Two reports of what they say happened put it on days that have nothing in common."""
    spans = {(s.values["date"], s.values["date_end"] or s.values["date"]) for s in sources if s.values["date"]}
    days = [(first_day(start), last_day(end)) for start, end in spans]
    return any(a[0] > b[1] for a in days for b in days if a[0] and b[1])


def _people(sources: list[Source], corrections: dict[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """Everybody whom a report names; a bare country only where nobody else of its side is named."""
    given = [p for s in sources for p in [*s.values["participants"], *s.values["others"]]]
    if "participants" in corrections:
        others = corrections.get("others", [p for s in sources for p in s.values["others"]])
        given = [*corrections["participants"], *others]
    people: dict[str, tuple[str, str]] = {}
    for person in given:
        key = actor_key(Participant(**person))
        side, post = people.get(key, (person["side"], ""))
        people[key] = side, post or person["post"] or ""
    named = {side for key, (side, _) in people.items() if key not in COUNTRIES}
    kept = {key: value for key, value in people.items() if key not in COUNTRIES or value[0] not in named}
    return tuple((key, side, post) for key, (side, post) in kept.items())
