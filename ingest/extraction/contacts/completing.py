"""Drafts that lack a side get it from the sentences before or from the title; those that stay one-sided are dropped.

"Встреча прошла в Пекине" tells of the meeting named before; "в ходе визита" of the trip; a lead such as
"Это его первый визит в нашу страну" leans on the title's names.
"""

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.draft import Draft, Party
from ingest.extraction.contacts.joining import compatible_dates, compatible_parties, one_family
from ingest.extraction.contacts.parties import parties_of
from ingest.extraction.document import Document
from relations.reading import Participant

OTHER_SIDE = {"RU": "CN", "CN": "RU"}
REACH = 6  # sentences back that a bare "переговоры" may lean on


def complete(document: Document, told: list[Draft], title: list[Draft]) -> list[Draft]:
    """The drafts that are contacts, with what they took from their context."""
    whole: list[Draft] = []
    for draft in told:
        known = [*reversed(whole), *title]
        rule = {"visit": _visit, "signing": _signing}.get(draft.format, _talks)
        ready = rule(document, draft, known)
        if ready:
            whole.append(ready)
    return whole


def _near(draft: Draft, other: Draft) -> bool:
    return draft.sentence - other.sentence <= REACH


def _talks(document: Document, draft: Draft, known: list[Draft]) -> Draft | None:
    """Meetings, calls, sessions, messages and public events want both sides."""
    if draft.both_sides:
        return _as_called_before(draft, known)
    for other in known:
        if not one_family(draft, other) or not other.both_sides or not _near(draft, other):
            continue
        if not compatible_parties(draft.parties, other.parties) or not compatible_dates(draft, other):
            continue
        if draft.parties and not _shares(draft, other):
            continue
        if not draft.parties and draft.status != other.status and draft.status != "held":
            continue
        draft.parties = other.parties
        return _as_called_before(draft, known)
    return draft if _abroad(draft) else None


def _shares(draft: Draft, other: Draft) -> bool:
    keys = {party.key for party in other.parties}
    return any(party.key in keys or party.kind == "country" for party in draft.parties)


def _as_called_before(draft: Draft, known: list[Draft]) -> Draft:
    """ "Стороны обсудили", "в ходе разговора" are the call if a call was told of."""
    if draft.generic and draft.status == "held":
        for other in known:
            if one_family(draft, other) and not other.generic and compatible_parties(draft.parties, other.parties):
                draft.format = other.format
                break
    return draft


def _abroad(draft: Draft) -> bool:
    """One official alone, holding talks in the other country."""
    if draft.format != "meeting" or draft.trigger.kind != "noun" or len(draft.parties) != 1 or not draft.place:
        return False
    party = draft.parties[0]
    sides = {side for name, side in lexicon.PLACES.values() if name == draft.place}
    return party.kind == "person" and OTHER_SIDE.get(party.side) in sides


def _visit(document: Document, draft: Draft, known: list[Draft]) -> Draft | None:
    visits = [other for other in known if other.format == "visit" and other.parties]
    goal = _side_of(draft.place)
    if not draft.parties:
        for other in visits:
            if _near(draft, other) and (goal is None or other.parties[0].side == OTHER_SIDE.get(goal)):
                draft.parties, draft.place = other.parties, draft.place or other.place
                return draft
        visitor = _last_person(document, draft, known, OTHER_SIDE.get(goal)) if goal else None
        draft.parties = [visitor] if visitor else []
        return draft if visitor else None
    if goal == OTHER_SIDE.get(draft.parties[0].side):
        return draft
    for other in visits:
        if other.parties[0].key == draft.parties[0].key and other.place:
            draft.place = other.place
            return draft
    return None


def _side_of(place: str | None) -> str | None:
    """The country that a place lies in: "RU" or "CN", None for others."""
    for name, side in lexicon.PLACES.values():
        if name == place:
            return side if side in OTHER_SIDE else None
    return None


def _last_person(document: Document, draft: Draft, known: list[Draft], side: str | None) -> Party | None:
    """Who "его визит" is of: the last person of that side spoken of before, in the text or in the title."""
    for index in range(draft.sentence, max(-1, draft.sentence - REACH), -1):
        people = [p for p in parties_of(document, document.sentences[index]) if p.kind == "person" and p.side == side]
        if people:
            return people[0]
    if document.headline:
        for sentence in document.headline.sentences:
            for party in parties_of(document.headline, sentence):
                if party.kind == "person" and party.side == side:
                    return party
    return None


def _signing(document: Document, draft: Draft, known: list[Draft]) -> Draft | None:
    if draft.both_sides:
        return draft
    if draft.parties:
        return _talks(document, draft, known)
    near = [other for other in known if _near(draft, other)]
    for other in near:
        if other.format == "signing" and other.both_sides and draft.status == other.status:
            draft.parties = other.parties
            return draft
    if any(other.both_sides or other.format == "visit" for other in near):
        draft.parties = [_country(side) for side in ("RU", "CN")]
        return draft
    return None


def _country(side: str) -> Party:
    return Party(Participant(lexicon.COUNTRY[side], side), "country", "other", 0, 0, 0)
