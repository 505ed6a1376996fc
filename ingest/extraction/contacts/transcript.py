"""Talks printed word for word ("Имя: …"): those who speak in turn meet, "Вы" and "Ваша поездка" are the other's."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.draft import OTHER_SIDE, Draft, Party, Trigger, family
from ingest.extraction.contacts.parties import party_of
from ingest.extraction.contacts.timing import today
from ingest.extraction.document import Document, Sentence, Token

_COLON = re.compile(r"\s*(?:\([^()\n]{1,60}\)\s*)?:")  # "Имя (как переведено):"
_OPENING = re.compile(r"(?:^|[\n.!?…*>])\s*$")
_BACK = 3  # characters before a name that show whether it opens a turn
_GREETING = 3  # sentences from the first turn in which somebody is greeted
_PRONOUNS = ("вы", "я", "мы", "наш")
_DEAR = ("уважаемый", "дорогой", "многоуважаемый")

Turns = Sequence[tuple[int, Party]]


def turns(document: Document) -> Turns:
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


def addressed(document: Document, spoken: Turns) -> Party | None:
    """ "Уважаемый господин Ли Цян!": whom the only one who speaks, or who speaks first, calls by name."""
    if not spoken:
        return None
    first, speaker = spoken[0]
    for mention in document.mentions:
        if mention.sentence > first + _GREETING:
            break
        if mention.type != "PER" or mention.how != "name" or mention.sentence < first:
            continue
        if mention.side == OTHER_SIDE[speaker.side]:
            sentence = document.sentences[mention.sentence]
            if any(token.lemma in _DEAR for token in sentence.tokens[: mention.first + 1]):
                return party_of(sentence, mention)
    return None


def pronouns(document: Document, sentence: Sentence, spoken: Turns) -> list[Party]:
    """ "я", "мы с …" and "Вы" of a transcript as the persons whom they mean."""
    if not spoken or not any(token.lemma in _PRONOUNS for token in sentence.tokens):
        return []
    speaker, other = _pair(document, sentence.index, spoken)
    found = []
    for token in sentence.tokens if speaker else ():
        who = other if token.lemma == "вы" else speaker if _is_speaker(sentence, token) else None
        if who:
            found.append(replace(who, head=token.index, first=token.index, last=token.index))
    return found


def _pair(document: Document, sentence: int, spoken: Turns) -> tuple[Party | None, Party | None]:
    """Who has the word in a sentence, and whom that person talks to."""
    speaker = next((party for at, party in reversed(spoken) if at <= sentence), None)
    if speaker is None:
        return None, None
    other = next((party for _, party in spoken if party.side != speaker.side), None)
    return speaker, other or addressed(document, spoken)


def _is_speaker(sentence: Sentence, token: Token) -> bool:
    """ "я", "мы с министром", "наша встреча"."""
    if token.lemma == "мы":
        return any(after.lemma == "с" for after in sentence.tokens[token.index + 1 : token.index + 2])
    ours = token.lemma == "наш" and lexicon.NOUNS.get(sentence.tokens[token.head].lemma) == "meeting"
    return ours or token.lemma == "я"


def in_turns(document: Document, events: list[Draft], spoken: Turns) -> list[Draft]:
    """The meeting of two who speak in turn, or of one and whom that one greets, where nothing else tells of it."""
    first: dict[str, tuple[int, Party]] = {}
    for sentence, party in spoken:
        first.setdefault(party.side, (sentence, party))
    greeted = addressed(document, spoken) if len(first) == 1 else None
    if greeted:
        first[greeted.side] = (spoken[0][0], greeted)
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
    speaker, other = _pair(document, sentence, turns(document))
    return speaker if possessive == "мой" else other
