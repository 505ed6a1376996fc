"""Trips whose traveller or goal another sentence or the title tells."""

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.borrowing import borrow, last_person, side_of
from ingest.extraction.contacts.draft import OTHER_SIDE, Draft, family
from ingest.extraction.contacts.joining import compatible_dates
from ingest.extraction.contacts.owners import head_of_delegation
from ingest.extraction.document import Document

_COMING = ("состояться", "пройти", "начаться", "стартовать")  # "состоится визит": not yet under way


def of_trip(document: Document, draft: Draft, known: list[Draft], title: list[Draft]) -> bool:
    """A trip has a traveller and goes to the other country; what is missing, the trip told of before lends."""
    visits = [other for other in known if other.format == "visit" and other.parties]
    goal = side_of(draft.place)
    if draft.parties and goal == OTHER_SIDE.get(draft.parties[0].side):
        if _is_under_way(document, draft, visits, title):
            draft.status = "held"
        if _is_of_plan(document, draft, visits):
            draft.status = "planned"
        visitors = [other.parties[:1] for other in visits if other.parties[0].side == draft.parties[0].side]
        head = None if draft.parties[0].kind == "person" else head_of_delegation(document, draft)
        if head:
            draft.parties = [head]
        elif draft.parties[0].vague and visitors:  # "российская делегация в Пекине": the visitor's
            draft.parties = visitors[0]
        return True
    if draft.closed:
        return False
    for other in visits:
        own = {party.key for party in draft.parties if not party.vague}
        if own and other.parties[0].key not in own:
            continue
        if goal and other.parties[0].side != OTHER_SIDE.get(goal):
            continue
        if compatible_dates(draft, other):
            return borrow(draft, other, title)
    if _is_first_date_of(draft, visits):
        return True
    if draft.parties:
        return _by_talks(draft, known) or _to_the_other(document, draft)
    visitor = last_person(document, draft, OTHER_SIDE.get(goal)) if goal else None
    draft.parties = [visitor] if visitor else []
    return bool(visitor)


def _is_first_date_of(draft: Draft, visits: list[Draft]) -> bool:
    """ "Сначала визит был намечен на март, но его перенесли": the trip told before, on a date that fell through."""
    if draft.status != "cancelled" or not draft.parties:
        return False
    for other in visits:
        if other.parties[0].key == draft.parties[0].key and other.status != "cancelled":
            draft.place = draft.place or other.place
            return True
    return False


def _is_of_plan(document: Document, draft: Draft, visits: list[Draft]) -> bool:
    """ "Цель поездки — переговоры" of a trip that is to come: no verb tells that it was."""
    if draft.status != "held" or draft.trigger.kind != "noun" or draft.when.date:
        return False
    verb = document.sentences[draft.sentence].tokens[draft.trigger.verb] if draft.trigger.verb >= 0 else None
    if verb is not None and verb.feats.get("Tense") in ("Past", "Fut"):
        return False
    own = [other for other in visits if other.parties[0].key == draft.parties[0].key]
    return bool(own) and all(other.status == "planned" for other in own)


def _is_under_way(document: Document, draft: Draft, visits: list[Draft], title: list[Draft]) -> bool:
    """ "Темой визита станет торговля" under a title that the visitor has arrived."""
    if draft.status != "planned" or draft.trigger.kind not in ("noun", "attend") or draft.when.date:
        return False
    verb = draft.trigger.verb
    if draft.trigger.link == "nsubj" and document.sentences[draft.sentence].tokens[verb].lemma in _COMING:
        return False
    headings = [other for other in visits if any(other is heading for heading in title)]
    arrived = [other for other in headings if other.status == "held" and not other.passing]
    return any(other.parties[0].key == draft.parties[0].key for other in arrived)


def _by_talks(draft: Draft, known: list[Draft]) -> bool:
    """ "Визит китайской делегации" right after talks of a Chinese guest in Russia: it is the guest's."""
    side = draft.parties[0].side
    if not draft.parties[0].vague or side not in OTHER_SIDE:
        return False
    for other in known:
        guests = [p for p in other.side(side) if p.kind == "person"]
        near = family(other.format) == "talks" and 0 <= draft.sentence - other.sentence <= 1
        if near and guests and side_of(other.place) == OTHER_SIDE[side]:
            draft.parties, draft.place = guests[:1], other.place
            return True
    return False


def _to_the_other(document: Document, draft: Draft) -> bool:
    """A leader's "официальный визит" in an article on no other countries than the two goes to the other one."""
    if (
        draft.place
        or draft.trigger.kind != "noun"
        or draft.parties[0].level not in ("leader", "government", "minister")
    ):
        return False
    side = OTHER_SIDE[draft.parties[0].side]
    sides = {m.side for m in document.mentions if m.how == "country" or m.level == "leader"}
    if document.headline:
        sides |= {m.side for m in document.headline.mentions if m.how == "country" or m.level == "leader"}
    if side not in sides or "other" in sides:
        return False
    draft.place = lexicon.COUNTRY[side]
    return True
