"""Drafts that lack a side get it from the sentences before or from the title; those that stay one-sided are dropped.

"Встреча прошла в Пекине" tells of the meeting named before; "в ходе визита" of the trip; a lead such as
"Это его первый визит в нашу страну" leans on the title's names.
"""

from collections.abc import Sequence
from itertools import takewhile

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.borrowing import borrow, last_person, may_borrow, side_of
from ingest.extraction.contacts.clause import SUBJECTS, preposition
from ingest.extraction.contacts.draft import OTHER_SIDE, Draft, Party, family
from ingest.extraction.contacts.events import at_exercise
from ingest.extraction.contacts.joining import compatible_dates, compatible_parties, one_family
from ingest.extraction.contacts.parties import country_of, parties_of, unique
from ingest.extraction.contacts.trips import of_trip
from ingest.extraction.document import Document, Sentence

REACH = 6  # sentences back that a bare "переговоры" may lean on


def complete(document: Document, told: list[Draft], title: list[Draft]) -> list[Draft]:
    """The drafts that are contacts, with what they took from their context."""
    heading = _complete(document.headline, title, []) if document.headline else []
    return _complete(document, told, heading, title)


def _complete(document: Document, told: list[Draft], title: list[Draft], loose: Sequence[Draft] = ()) -> list[Draft]:
    """`title` holds the title's contacts, `loose` all that it says of any, complete or not."""
    whole: list[Draft] = []
    for draft in told:
        if _is_begun(draft, title):
            draft.status = "held"
        if _is_of_those_to_come(draft, told):
            draft.status = "planned"
        near = takewhile(lambda other, here=draft.sentence: here - other.sentence <= REACH, reversed(whole))
        known = [*near, *title]
        rule = {"visit": of_trip, "signing": _signing, "message": _message}.get(draft.format, _talks)
        _take_manner(draft, loose)
        draft.weak = draft.weak and not (draft.both_sides and _is_headline_news(draft, loose))
        if rule(document, draft, known, title):
            whole.append(draft)
    return whole


def _is_begun(draft: Draft, title: Sequence[Draft]) -> bool:
    """ "Прибыл на переговоры", "перед встречей отметил" under a title that says that they have begun."""
    if draft.status != "planned" or draft.when.date:
        return False
    coming = draft.trigger.link == "перед" or (draft.trigger.link == "на" and draft.travelled)
    if not coming and not (draft.trigger.kind == "confer" and draft.both_sides):
        return False
    begun = [heading for heading in title if heading.status == "held" and family(heading.format) == "talks"]
    begun = begun if coming else [heading for heading in begun if heading.trigger.link in ("", "obj", "nsubj")]
    return any(heading.both_sides and compatible_parties(draft.parties, heading.parties) for heading in begun)


def _take_manner(draft: Draft, loose: Sequence[Draft]) -> None:
    """Greetings under a title that tells of a call of one of the two were given in that call."""
    if not (draft.courtesy or draft.generic) or not draft.both_sides:
        return
    keys = {party.key for party in draft.parties}
    for heading in loose:
        if family(heading.format) == "remote" and any(party.key in keys for party in heading.parties):
            draft.format, draft.courtesy = heading.format, False
            return


def _talks(document: Document, draft: Draft, known: list[Draft], title: list[Draft]) -> bool:
    """Meetings, calls, sessions and public events want both sides."""
    if draft.format == "session" and draft.parties and all(party.kind == "country" for party in draft.parties):
        _by_the_next_sentence(document, draft)
    if draft.format == "forum" and draft.opening and all(party.kind == "country" for party in draft.parties):
        _by_the_next_sentence(document, draft)
    if draft.both_sides and not draft.weak:
        _name_as_before(draft, known)
        _name_host(draft, known)
        return True
    if not draft.parties and (_of_another(draft, known) if draft.another else _is_next(draft, known)):
        return True
    if not draft.closed:
        for other in known:
            akin = one_family(draft, other) or _is_headline_call(draft, other, title)
            numbered = draft.format == "session" and draft.label and other.format != "session"
            if akin and not numbered and may_borrow(draft, other):
                return borrow(draft, other, title)
        if not draft.weak and (_by_pronoun(document, draft) or _by_guest(draft, known)):
            return True
        if not draft.parties and not draft.weak and _by_the_next_sentence(document, draft):
            return True
        attended = draft.format == "forum"  # a guest's presence makes no public event bilateral
        if not draft.parties and not draft.weak and not attended and _of_visit(draft, known):
            return True
    if draft.maybe:
        draft.parties = draft.maybe
        return True
    if draft.format == "exercise" and not (draft.closed or draft.parties) and _by_troops_told_next(document, draft):
        return True
    return not draft.weak and _abroad(draft)


def _is_of_those_to_come(draft: Draft, told: list[Draft]) -> bool:
    """ "Цель учений — …", "название манёвров — …": said without a verb where all manoeuvres told of are planned."""
    if (
        draft.format != "exercise"
        or draft.status != "held"
        or draft.trigger.verb >= 0
        or len(draft.when.date or "") > 4
    ):
        return False
    others = [other for other in told if other.format == "exercise" and other.trigger.verb >= 0]
    return bool(others) and all(other.status == "planned" for other in others)


def _by_troops_told_next(document: Document, draft: Draft) -> bool:
    """ "Начались учения. В них участвуют военные двух стран": troops of both in one of the next sentences."""
    for sentence in document.sentences[draft.sentence + 1 : draft.sentence + 3]:
        lemmas = {token.lemma for token in sentence.tokens}
        told = lexicon.TAKE_PART | {word for word, format_ in lexicon.NOUNS.items() if format_ == "exercise"}
        if not told.isdisjoint(lemmas):
            draft.parties = at_exercise(document, sentence)
            if draft.parties:
                return True
    return False


def _by_the_next_sentence(document: Document, draft: Draft) -> bool:
    """ "Прошло заседание комиссии. На нём председательствовали …": people of both sides who act together next."""
    after = draft.sentence + 1
    expected = draft.status == "planned" and draft.format == "session"
    if not (draft.status == "held" or expected) or draft.trigger.kind != "noun" or after >= len(document.sentences):
        return False
    if draft.format not in ("meeting", "session") and not draft.opening:
        return False
    sentence = document.sentences[after]
    lemmas = {token.lemma for token in sentence.tokens}
    sitting = draft.format == "session" and not lexicon.SITTINGS.isdisjoint(lemmas)
    if not sitting and lexicon.POINTERS.isdisjoint(lemmas):
        return False
    people = [party for party in parties_of(document, sentence) if party.kind == "person"]
    acting = unique([p for p in people if (sitting or _acts(sentence, p)) and not _tells(sentence, p)])
    if {party.side for party in acting} != set(OTHER_SIDE):
        return False
    draft.parties = acting
    return True


def _tells(sentence: Sentence, party: Party) -> bool:
    """ "…, сообщил представитель": who tells of it."""
    token = sentence.tokens[party.head]
    return token.rel in SUBJECTS and token.head >= 0 and sentence.tokens[token.head].rel == "parataxis"


def _acts(sentence: Sentence, party: Party) -> bool:
    """The party is a subject, or one joined to it by "и"."""
    token = sentence.tokens[party.head]
    for _ in range(3):
        if token.rel in SUBJECTS or (token.feats.get("Case") == "Nom" and not preposition(sentence, token.index)):
            return True
        if token.rel != "conj" or token.head < 0:
            return False
        token = sentence.tokens[token.head]
    return False


def _is_headline_call(draft: Draft, other: Draft, title: list[Draft]) -> bool:
    """ "Встреча состоится днём" under a title that announces a video link: that is the meeting."""
    if draft.parties or draft.format != "meeting" or draft.status != other.status or family(other.format) != "remote":
        return False
    draft.generic = draft.generic or any(other is heading for heading in title)
    return draft.generic


def _of_another(draft: Draft, known: list[Draft]) -> bool:
    """ "Следующий раунд состоится в Москве": an event of its own, of the parties of the one told before."""
    for told in known:
        other = told.echo or told
        if one_family(draft, other) and other.both_sides and (draft.when.date or draft.status != other.status):
            draft.parties, draft.format = other.parties, other.format
            if draft.format == "session":
                draft.parties = [country_of(side) for side in OTHER_SIDE]
            draft.label = draft.label or draft.another
            return True
    return False


def _is_next(draft: Draft, known: list[Draft]) -> bool:
    """ "Основные переговоры назначены на завтра": still to come, of the same people as those already held."""
    if draft.status != "planned" or len(draft.when.date or "") < 7 or draft.closed or draft.weak:
        return False
    for other in known:
        if one_family(draft, other) and other.both_sides and other.status == "held":
            draft.parties, draft.place = other.parties, draft.place or other.place
            return True
    return False


def _of_visit(draft: Draft, known: list[Draft]) -> bool:
    """ "В рамках визита запланированы переговоры": they are the visitor's; "договорились о встрече": of those two."""
    for other in known:
        agreed = draft.status == "planned" and draft.trigger.link in ("о", "об") and other.both_sides
        during = other.format == "visit" and draft.sentence in (other.sentence, other.sentence + 1)
        during = during and (other.both_sides or draft.status == "planned")
        if (during or agreed) and compatible_dates(draft, other):
            draft.parties = other.parties
            draft.place = draft.place or (other.place if other.format == "visit" else None)
            return draft.both_sides or _abroad(draft)
    return False


def _by_guest(draft: Draft, known: list[Draft]) -> bool:
    """ "запланирована встреча с председателем": the guest whose trip is told of takes part."""
    sides = {party.side for party in draft.parties}
    if draft.trigger.kind != "noun" or not (draft.met or draft.format == "session") or len(sides) != 1:
        return False
    near = known if draft.met else [other for other in known if 0 <= draft.sentence - other.sentence <= 1]
    for other in near:
        if other.format == "visit" and other.parties[0].side in OTHER_SIDE and other.parties[0].side not in sides:
            draft.parties = [other.parties[0], *draft.parties]
            return True
    return False


def _by_pronoun(document: Document, draft: Draft) -> bool:
    """ "он провёл переговоры с властями": the missing side is the person named last."""
    sides = {party.side for party in draft.parties}
    if not draft.pronoun or len(sides) != 1 or not sides <= set(OTHER_SIDE):
        return False
    person = last_person(document, draft, OTHER_SIDE[sides.pop()])
    if person:
        draft.parties = [*draft.parties, person]
    return bool(person)


def _is_headline_news(draft: Draft, title: Sequence[Draft]) -> bool:
    """ "продолжают контакты" of two people under a title that tells of talks."""
    people = all(party.kind == "person" for party in draft.parties)
    return people and any(family(heading.format) in ("talks", "remote") for heading in title)


def _name_as_before(draft: Draft, known: list[Draft]) -> None:
    """ "Стороны обсудили", "в ходе разговора" are the call if a call was told of."""
    if draft.generic and draft.status == "held":
        for other in known:
            if one_family(draft, other) and not other.generic and compatible_parties(draft.parties, other.parties):
                draft.format = other.format
                return


def _name_host(draft: Draft, known: list[Draft]) -> None:
    """ "приедет для консультаций", the trip being by somebody's invitation: the host is the other side's person."""
    people = [party for party in draft.parties if party.kind == "person"]
    if len(draft.parties) != 2 or len(people) != 1 or not any(party.kind == "country" for party in draft.parties):
        return
    for other in known:
        trip = other.format == "visit" and other.status == draft.status and other.parties[:1]
        if trip and trip[0].key == people[0].key and compatible_dates(draft, other):
            hosts = [party for party in other.parties[1:] if party.kind == "person" and party.side != people[0].side]
            if hosts:
                draft.parties = [people[0], hosts[0]]
                return


def _abroad(draft: Draft) -> bool:
    """One official alone, holding talks in the other country."""
    if draft.format != "meeting" or draft.trigger.kind != "noun" or len(draft.parties) != 1 or draft.closed:
        return False
    party = draft.parties[0]
    return party.kind == "person" and side_of(draft.place) == OTHER_SIDE.get(party.side)


def _message(document: Document, draft: Draft, known: list[Draft], title: list[Draft]) -> bool:
    """Greetings in an article whose title is a call are part of the call."""
    if draft.courtesy:
        for other in known:
            if other.format in ("call", "video", "meeting") and other.both_sides and may_borrow(draft, other):
                return borrow(draft, other, title)
    return _talks(document, draft, known, title)


def _signing(document: Document, draft: Draft, known: list[Draft], title: list[Draft]) -> bool:
    if draft.both_sides:
        return True
    if draft.closed:
        return False
    for other in known:
        if other.format == "signing" and other.both_sides and other.status == draft.status and may_borrow(draft, other):
            return borrow(draft, other, title)
    if draft.parties:
        return False
    if any(other.both_sides or other.format == "visit" for other in known):
        draft.parties = [country_of(side) for side in ("RU", "CN")]
        return True
    return False
