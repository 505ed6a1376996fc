"""What a draft takes from the event that it speaks of again, and when it may."""

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.draft import OTHER_SIDE, Draft, Party
from ingest.extraction.contacts.joining import compatible_dates, compatible_labels, compatible_parties
from ingest.extraction.contacts.parties import parties_of
from ingest.extraction.document import Document
from relations.reading import ReadDate


def borrow(draft: Draft, other: Draft, title: list[Draft]) -> bool:
    """The draft speaks of the other's event again; what is known from the title alone, it reports itself."""
    if draft.weak and any(other is heading for heading in title):
        draft.status = other.status  # "о продолжении контактов" under a title on what is being prepared
    if not draft.parties and other.status == "held" and any(other is heading for heading in title):
        draft.status = "held"  # "в программе визита" of one who has arrived
    draft.parties = [*_with_those_named(draft, other), *_hosts(draft, other)]
    draft.place = draft.place or other.place
    if not draft.when.date and draft.status == other.status == "planned" and any(other is head for head in title):
        draft.when = ReadDate(other.when.date, other.when.date_end, inferred=True)  # its words are not of the text
    if not any(other is heading for heading in title):
        draft.echo = other
    elif draft.generic or draft.weak or _is_open(draft):
        draft.format, draft.generic, draft.weak = other.format, False, False
    return True


def _hosts(draft: Draft, other: Draft) -> list[Party]:
    """ "Визит пройдёт по приглашению министра": the host of a trip whose traveller was named before."""
    sides = {party.side for party in other.parties if party.kind == "person"}
    return [party for party in draft.hosts if other.format == "visit" and party.side not in sides]


def _is_open(draft: Draft) -> bool:
    return draft.trigger.kind in ("confer", "hint", "greet")


def may_borrow(draft: Draft, other: Draft) -> bool:
    """Whether nothing that is told of the two speaks against their being one event."""
    if not compatible_parties(draft.parties, other.parties) or not compatible_dates(draft, other):
        return False
    if not compatible_labels(draft, other):
        return False
    if other.background and draft.when.date and not other.when.date and not draft.background:
        return False  # "сегодняшняя встреча" is not the one recalled
    if other.status == "planned" and draft.status == "held" and draft.when.date and not draft.came_true:
        return False  # "накануне он провёл переговоры" beside what is planned for today
    if other.current and draft.long_ago and not other.when.date:
        return False  # nor "вспоминал ваши переговоры в марте" the talks of today
    return not draft.parties or _shares(draft, other)


def _shares(draft: Draft, other: Draft) -> bool:
    keys = {party.key for party in other.parties}
    if any(party.key in keys for party in draft.parties) or all(party.vague for party in draft.parties):
        return True
    return draft.sentence == other.sentence + 1 and bool(_named_late(draft, other))


def _named_late(draft: Draft, other: Draft) -> set[str]:
    """The sides of which the event told before had but a "делегация", and this sentence has a person."""
    sides = {party.side for party in draft.parties if party.kind == "person"}
    groups = {party.side for party in other.parties if party.kind == "group"}
    return {side for side in sides & groups if all(party.vague for party in other.side(side))}


def _with_those_named(draft: Draft, other: Draft) -> list[Party]:
    """The other event's parties, a delegation among them replaced by the person whom this sentence names."""
    late = _named_late(draft, other)
    return [*(p for p in other.parties if p.side not in late), *(p for p in draft.parties if p.side in late)]


def side_of(place: str | None) -> str | None:
    """The country that a place lies in: "RU" or "CN", None for others."""
    side = lexicon.SIDE_OF_PLACE.get(place or "")
    return side if side in OTHER_SIDE else None


def last_person(document: Document, draft: Draft, side: str | None) -> Party | None:
    """Who "его визит" is of: the last person of that side spoken of before, in the text or in the title."""
    for index in range(draft.sentence, max(-1, draft.sentence - 2), -1):
        people = [p for p in parties_of(document, document.sentences[index]) if p.kind == "person" and p.side == side]
        if people:
            return people[0]
    if document.headline and draft.sentence < 2:
        for sentence in document.headline.sentences:
            for party in parties_of(document.headline, sentence):
                if party.kind == "person" and party.side == side:
                    return party
    return None
