"""When two reports tell of the same contact.

Same format, the same people on both sides, days that agree at the coarser of their precisions, and no two
different places. Contacts without any date are the same only in copies of one text.
"""

from datetime import date, timedelta
from typing import Any

from relations.calendar import first_day, last_day
from relations.folding import fold
from relations.merging.keys import hashed
from relations.merging.parties import parties_of, same_parties
from relations.merging.terms import Sameness, Terms
from relations.places import same_place
from relations.vocabulary import FactKind

DAY = timedelta(days=1)
# A call by video is now and then reported as one by telephone.
FAMILY = {"video": "call"}
REMOTE = {"call", "video", "message"}
# They last for days, and one report gives the first of them, another the last or all.
LASTING = {"visit", "session", "forum", "exercise"}
# A report dated by the day of publication, or in another time zone, may be a day off; only where two such
# contacts of the same people on neighbouring days are unheard of.
MAY_BE_A_DAY_OFF = REMOTE | {"session"}
# Held once a year by the same people in the same place, so that the year alone tells which one is meant.
YEARLY = {"visit", "session", "forum"}
_PRECISION = {"day": 0, "range": 0, "month": 1, "year": 2, "unknown": 3}


def terms_of(values: dict[str, Any], family: str, sentence: str) -> Terms:
    """The terms of a contact's report; `family` names the article and its copies, `sentence` is what reports it."""
    first, last = first_day(values["date"] or ""), last_day(values["date_end"] or values["date"] or "")
    form = FAMILY.get(values["format"], values["format"])
    kept = {
        "format": values["format"],
        "precision": values["precision"],
        "parties": parties_of(values["participants"]),
        "place": values["place"] or "",
    }
    if first is None or last is None or _tells_only_the_year(values):
        alone = hashed(family, fold(sentence))
        return Terms(FactKind.CONTACT, alone, None, None, kept, rank=[3])
    block = hashed(form, first.year)
    return Terms(FactKind.CONTACT, block, first, last, kept, rank=_rank(values, first, last, kept))


def _tells_only_the_year(values: dict[str, Any]) -> bool:
    """Dated by a year that may hold many such contacts."""
    return values["precision"] == "year" and not (values["format"] in YEARLY and values["place"])


def _rank(values: dict[str, Any], first: date, last: date, kept: dict[str, Any]) -> list[Any]:
    """The more specific first: days before months, stated before inferred, many named before few."""
    whole = (last - first).days
    length = -whole if values["format"] in LASTING else whole
    named = sum(len(keys) for keys in kept["parties"]["persons"].values())
    return [_PRECISION[values["precision"]], values["inferred"], length, -named, not kept["place"]]


def same(a: Terms, b: Terms) -> Sameness | None:
    """Whether the two tell of the same contact; None if not."""
    if a.first is None or b.first is None:
        return None
    when = _same_time(a, b)
    who = same_parties(a.values["parties"], b.values["parties"])
    where = _same_place(a, b)
    if not when or not who or where is None:
        return None
    if who == "unnamed" and not _both_days(a, b):
        return None  # "Russia and China met in February": which of their meetings, it does not say
    if "year" in (a.values["precision"], b.values["precision"]) and not _once_a_year(a, b, where):
        return None
    how = "format" if a.values["format"] == b.values["format"] else "remote"
    reasons = (who, when, how, *(["place"] if where else []))
    return Sameness(reasons, (who == "participants", where, when == "day", how == "format"))


def _same_place(a: Terms, b: Terms) -> bool | None:
    """Whether both tell one place; None if they tell two. A call has no place, a journey or patrol may have several."""
    if a.values["format"] in REMOTE | {"exercise"}:
        return False
    return same_place(a.values["place"], b.values["place"], several=a.values["format"] in LASTING)


def _both_days(a: Terms, b: Terms) -> bool:
    return all(_PRECISION[t.values["precision"]] == 0 for t in (a, b))


def _once_a_year(a: Terms, b: Terms, where: bool) -> bool:
    return a.values["format"] in YEARLY and where


def _same_time(a: Terms, b: Terms) -> str:
    """Why the two times are the same ("" if they are not): the day, the days, the month or year, or nearly the day."""
    if _both_days(a, b):
        if (a.first, a.last) == (b.first, b.last):
            return "day"
        gap = max(a.first - b.last, b.first - a.last)
        if a.values["format"] in LASTING and gap <= DAY:
            return "days"
        if a.values["format"] not in LASTING and gap <= timedelta(0):
            return "days"
        return "next_day" if a.values["format"] in MAY_BE_A_DAY_OFF and gap <= DAY else ""
    if a.first <= b.last and b.first <= a.last:
        return "month" if "year" not in (a.values["precision"], b.values["precision"]) else "year"
    return ""
