"""The way from an analysed article to its contacts."""

from itertools import islice

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.completing import complete
from ingest.extraction.contacts.dating import date_held, date_others
from ingest.extraction.contacts.draft import Draft, Party
from ingest.extraction.contacts.joining import join, join_plans
from ingest.extraction.contacts.lasting import date_nth_days, take_lengths
from ingest.extraction.contacts.putting_off import put_off_to
from ingest.extraction.contacts.reading import drafts_of
from ingest.extraction.contacts.transcript import in_turns, turns
from ingest.extraction.document import Document, Sentence
from ingest.extraction.positions.relay import Relay
from relations.reading import Participant, ReadContact, Span

MAX_DRAFTS = 2000  # a text that tells of more is no article; joining is quadratic
REMOTE = ("call", "video")  # they have no place
LEVELS = ("leader", "government", "minister", "deputy", "regional", "military", "company", "other")


def read_contacts(document: Document) -> tuple[ReadContact, ...]:
    """Every contact between the Russian and the Chinese side that the text reports, in the order of the text."""
    spoken = turns(document)
    drafts = (draft for sentence in document.sentences for draft in drafts_of(document, sentence, spoken))
    told = list(islice(drafts, MAX_DRAFTS))
    if not (told or spoken) or not _is_on_china(document):
        return ()
    title = _title_drafts(document)
    reviewed = {draft.format for draft in (*told, *title) if draft.reviewed and draft.format != "visit"}
    if any(draft.over and draft.format == "visit" and draft.status == "held" for draft in (*told, *title)):
        reviewed |= {"meeting", "session"}  # held on one of the trip's days
    whole = complete(document, told, title)
    take_lengths(document, whole)
    date_nth_days(document, whole)
    events = join(whole)
    events += in_turns(document, events, spoken)
    for event in events:
        event.reviewed = event.reviewed or event.format in reviewed
    date_held(document, events)
    events = join_plans(events)
    date_others(document, events, title)
    return tuple(_contact(document, event) for event in events)


def _is_on_china(document: Document) -> bool:
    """China, somebody or some place of it is named outright; "министры" alone are no Chinese ministers."""
    return any(_names_china(part) for part in (document, document.headline) if part)


def _names_china(document: Document) -> bool:
    if any(mention.side == "CN" and mention.how in ("name", "country") for mention in document.mentions):
        return True
    lemmas = {token.lemma for sentence in document.sentences for token in sentence.tokens}
    return not lexicon.CHINA.isdisjoint(lemmas)


def _title_drafts(document: Document) -> list[Draft]:
    headline = document.headline
    if headline is None:
        return []
    return [draft for sentence in headline.sentences for draft in drafts_of(headline, sentence)]


def _contact(document: Document, event: Draft) -> ReadContact:
    spans = [document.sentences[index] for index in sorted(set(event.evidence))]
    sides = [party for party in event.parties if party.side in lexicon.COUNTRY]
    return ReadContact(
        format=event.format,
        status=event.status,
        when=event.when,
        participants=tuple(party.participant for party in sides),
        evidence=tuple(Span(sentence.start, sentence.end) for sentence in spans),
        others=() if event.margins and event.met else _others(event.parties),
        place=None if event.format in REMOTE else event.place,
        level=_level(event, sides),
        margins=event.margins,
        moved_to=put_off_to(document, event),
        relay=_relay(document, spans),
    )


def _relay(document: Document, spans: list[Sentence]) -> tuple[str, ...]:
    """Who passed the news on: as told with the sentence that tells most of it."""
    relay = Relay(document)
    return max((relay.of(sentence) for sentence in spans), key=len)


def _others(parties: list[Party]) -> tuple[Participant, ...]:
    return tuple(party.participant for party in parties if party.side not in lexicon.COUNTRY)


def _level(event: Draft, parties: list[Party]) -> str:
    """The highest office level on either side; of unnamed troops the military."""
    if event.format == "exercise" and all(party.kind in ("country", "group") for party in parties):
        return "military"
    levels = [party.level for party in parties if party.level in LEVELS]
    return min(levels, key=LEVELS.index) if levels else "other"
