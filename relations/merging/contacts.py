"""When two reports tell of the same contact.

Same format, the same people on both sides, days that agree at the coarser of their precisions, no two different
places, and no two different matters. Contacts without any date are the same only in copies of one text.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from relations.calendar import first_day, last_day
from relations.folding import fold
from relations.merging.keys import hashed
from relations.merging.matters import contradict, matter_of
from relations.merging.parties import is_anonymous, parties_of, same_parties, share_a_person
from relations.merging.terms import Sameness, Terms
from relations.merging.times import LASTING, LONGEST, PRECISION, Span, agreements, days_of
from relations.places import same_place
from relations.vocabulary import FactKind

# A call by video is now and then reported as one by telephone.
FAMILY = {"video": "call"}
REMOTE = {"call", "video", "message"}
# So long a sentence is not written twice by chance.
ENOUGH_WORDS = 8
# Held once a year by the same people in the same place, so that the year alone tells which one is meant.
YEARLY = {"visit", "session", "forum"}


def terms_of(values: dict[str, Any], family: str, sentence: str, lag: timedelta = timedelta(0)) -> Terms:
    """The terms of a contact's report; `family` names the article and its copies, `sentence` is what reports it.

    `lag` is how much later than the first of its copies the article came out: its "today" is the first one's.
    """
    kept = {
        "format": values["format"],
        "precision": values["precision"],
        "parties": parties_of(values["participants"]),
        "place": values["place"] or "",
        "matter": matter_of(values["format"], sentence),
    }
    kept |= _times(values, lag)
    if values["inferred"] and len(sentence.split()) >= ENOUGH_WORDS:
        kept["said"] = hashed(fold(sentence))
    spans = list(days_of(kept))
    if not spans or _tells_only_the_year(values) or _tells_nothing(kept, spans):
        return Terms(FactKind.CONTACT, hashed(family, fold(sentence)), None, None, kept, rank=[3])
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    block = hashed(FAMILY.get(values["format"], values["format"]))
    return Terms(FactKind.CONTACT, block, first, last, kept, rank=_rank(values, kept, spans[0]))


def _times(values: dict[str, Any], lag: timedelta) -> dict[str, Any]:
    """When it was or is to be, and to when it was put off."""
    told: dict[str, Any] = {}
    first, last = first_day(values["date"] or ""), last_day(values["date_end"] or values["date"] or "")
    if first and last and last - first <= LONGEST:
        shift = lag if values["inferred"] and values["precision"] == "day" else timedelta(0)
        told["days"] = [(first - shift).isoformat(), (last - shift).isoformat()]
    moved = values.get("moved_to") or ""
    new = first_day(moved)
    if new and (first is None or abs(new - first) <= LONGEST / 2):
        end = last_day(moved) or new
        precision = ("year", "month", "day")[moved.count("-")]
        told["moved"] = {"days": [new.isoformat(), end.isoformat()], "precision": precision}
    return told


def _tells_only_the_year(values: dict[str, Any]) -> bool:
    """Dated by a year that may hold many such contacts."""
    return values["precision"] == "year" and not (values["format"] in YEARLY and values["place"])


def _tells_nothing(kept: dict[str, Any], spans: list[Span]) -> bool:
    """ "Russia and China are to sign documents in May": which of many, nobody knows."""
    if is_anonymous(kept["parties"]) and not any(span.is_exact for span in spans):
        return not (kept["format"] == "forum" and kept["place"])
    return False


def _rank(values: dict[str, Any], kept: dict[str, Any], span: Span) -> list[Any]:
    """The more specific first: what ties an old day to a new one, days before months, stated before inferred, many
    named before few."""
    whole = (span.last - span.first).days
    length = -whole if values["format"] in LASTING else whole
    named = sum(len(keys) for keys in kept["parties"]["persons"].values())
    precision = PRECISION[values["precision"]]
    return ["moved" not in kept, precision, values["inferred"], length, -named, not kept["place"]]


def same(a: Terms, b: Terms) -> Sameness | None:
    """Whether the two tell of the same contact; None if not."""
    if a.first is None or b.first is None:
        return None
    where = _same_place(a, b)
    who = same_parties(a.values["parties"], b.values["parties"], any_body=a.values["format"] == "exercise")
    if where is None or not who or _differ(a, b):
        return None
    how = "format" if a.values["format"] == b.values["format"] else "remote"
    places = ["place"] if where else []
    found = [
        Sameness((who, when, how, *places), (who == "participants", where, when == "day", how == "format"))
        for when in _times_that_tell(a, b, who, where=where)
    ]
    return max(found, key=lambda sameness: sameness.closeness, default=None)


def _times_that_tell(a: Terms, b: Terms, who: str, *, where: bool) -> Iterator[str]:
    """The agreements in time that tell which contact of these people is meant."""
    once_a_year = a.values["format"] in YEARLY and where
    once_a_month = a.values["format"] == "forum" and where
    for why, left, right in agreements(a.values["format"], a.values, b.values):
        if who == "unnamed" and not once_a_month and not _is_one_day(a, b, left, right):
            continue  # "Russia and China met in February": which of their meetings, it does not say
        if "year" in (left.precision, right.precision) and not once_a_year:
            continue
        if why == "next_day" and contradict(a.values["matter"], b.values["matter"], "occasion"):
            continue
        yield why


def _is_one_day(a: Terms, b: Terms, left: Span, right: Span) -> bool:
    """The days themselves are told and meet; or the two are one sentence, printed on two."""
    alike = a.values.get("said", "a") == b.values.get("said", "b")
    return left.is_exact and right.is_exact and (alike or (left.first <= right.last and right.first <= left.last))


def _differ(a: Terms, b: Terms) -> bool:
    """They are about two matters: condolences and greetings, aircraft and ships, two subcommissions of one day."""
    if contradict(a.values["matter"], b.values["matter"], "kinds"):
        return True
    if share_a_person(a.values["parties"], b.values["parties"]):
        return False
    return contradict(a.values["matter"], b.values["matter"], "subject")


def _same_place(a: Terms, b: Terms) -> bool | None:
    """Whether both tell one place; None if they tell two. A call has no place, a journey or patrol may have several."""
    if a.values["format"] in REMOTE | {"exercise"}:
        return False
    return same_place(a.values["place"], b.values["place"], several=a.values["format"] in LASTING)
