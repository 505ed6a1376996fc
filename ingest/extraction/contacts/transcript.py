"""Talks printed word for word ("Имя: …"): those who speak in turn meet, "Ваша поездка" is the other's."""

import re

from ingest.extraction.contacts.draft import OTHER_SIDE, Draft, Party, Trigger, family
from ingest.extraction.contacts.parties import party_of
from ingest.extraction.contacts.timing import today
from ingest.extraction.document import Document

_COLON = re.compile(r"\s*(?:\([^()\n]{1,60}\)\s*)?:")  # "Имя (как переведено):"
_OPENING = re.compile(r"(?:^|[\n.!?…*>])\s*$")
_BACK = 3  # characters before a name that show whether it opens a turn


def turns(document: Document) -> list[tuple[int, Party]]:
    """(sentence, who) of each turn of an official of the two sides; none where somebody else takes one too."""
    found = []
    for mention in document.mentions:
        if mention.type != "PER" or mention.how != "name" or not _COLON.match(document.text, mention.end):
            continue
        if not _OPENING.search(document.text[max(0, mention.start - _BACK) : mention.start]):
            continue
        if mention.side == "other":
            return []
        if mention.side:
            found.append((mention.sentence, party_of(document.sentences[mention.sentence], mention)))
    return found


def in_turns(document: Document, events: list[Draft]) -> list[Draft]:
    """The meeting of two who speak in turn, where nothing else tells that they met."""
    first: dict[str, tuple[int, Party]] = {}
    for sentence, party in turns(document):
        first.setdefault(party.side, (sentence, party))
    if set(first) != set(OTHER_SIDE):
        return []
    keys = {party.key for _, party in first.values()}
    for event in events:
        talks = family(event.format) in ("talks", "remote") and event.status == "held"
        if talks and keys <= {party.key for party in event.parties}:
            return []
    at = min(sentence for sentence, _ in first.values())
    draft = Draft("meeting", "held", at, Trigger(0, "meeting", "turns"), evidence=[at])
    draft.parties = [party for _, party in sorted(first.values(), key=lambda turn: turn[0])]
    draft.when = today(document)
    return [draft]


def meant(document: Document, sentence: int, possessive: str) -> Party | None:
    """Whom "мой" or "ваш" means in a transcript: who has the word in that sentence, or whom that person talks to."""
    spoken = turns(document)
    speaker = next((party for at, party in reversed(spoken) if at <= sentence), None)
    if speaker is None or possessive == "мой":
        return speaker
    return next((party for _, party in spoken if party.side != speaker.side), None)
