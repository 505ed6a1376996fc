"""Whose an event is that a possessive names: "его визит", "чей визит"."""

import re

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import SUBJECTS
from ingest.extraction.contacts.draft import OTHER_SIDE, Draft, Party
from ingest.extraction.contacts.parties import parties_of
from ingest.extraction.contacts.transcript import meant
from ingest.extraction.document import Document, Sentence

_HIS = ("его", "ее", "её")
_QUOTE = re.compile(r"[«\"“]")
_BACK = 3  # sentences from a quotation to whom it is said to
_MINE = ("мой", "ваш")


def owner_of(document: Document, sentence: Sentence, draft: Draft, side: str | None) -> list[Party] | None:
    """The person whose "визит" the sentence tells of; [] where it names none, None where no possessive stands there.

    "Его" is never the subject of its own clause (that would be "свой"), so of the persons before it the last that is
    no subject; where there is none, somebody of an earlier sentence, or the subject after all. "Чей" stands right
    after the person. With `side`, only persons of that side may be meant.
    """
    at = _possessive(sentence, draft.trigger.token)
    if at < 0:
        return None
    before = [
        p for p in parties_of(document, sentence) if p.kind == "person" and p.last < at and p.side in ("RU", "CN")
    ]
    before = [party for party in before if side in (None, party.side)]
    lemma = sentence.tokens[at].lemma
    if lemma in _MINE:
        owner = meant(document, sentence.index, lemma) or _addressed(document, sentence, lemma, side)
        return [owner] if owner and side in (None, owner.side) else None
    if sentence.tokens[at].text.lower() not in _HIS:
        return before[-1:]
    return [party for party in before if not _leads(sentence, party)][-1:]


def _addressed(document: Document, sentence: Sentence, possessive: str, side: str | None) -> Party | None:
    """ "«Вспоминаю ваш визит», — сказал премьер": the last person of the other side than the speaker's, told before."""
    quoted = _QUOTE.search(document.text[max(0, sentence.start - 1) : sentence.end])
    if possessive != "ваш" or not quoted:
        return None
    people = [p for p in parties_of(document, sentence) if p.kind == "person" and p.side in OTHER_SIDE]
    sides = {OTHER_SIDE[p.side] for p in people if _leads(sentence, p)}
    if len(sides) != 1 or side not in (None, *sides):
        return None
    wanted = sides.pop()
    for before in reversed(document.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        named = [p for p in parties_of(document, before) if p.kind == "person" and p.side == wanted]
        if named:
            return named[-1]
    return None


def head_of_delegation(document: Document, draft: Draft) -> Party | None:
    """ "Делегацию возглавляет губернатор", in the sentence of the trip or the next one: who travels."""
    side = draft.parties[0].side
    for sentence in document.sentences[draft.sentence : draft.sentence + 2]:
        for token in sentence.tokens:
            below = [sentence.tokens[c] for c in sentence.children[token.index]]
            led = token.lemma in lexicon.HEADS and any(t.lemma in lexicon.DELEGATIONS for t in below)
            subjects = {t.index for t in below if led and t.rel in SUBJECTS}
            for party in parties_of(document, sentence) if subjects else ():
                if party.kind == "person" and party.side == side and party.head in subjects:
                    return party
    return None


def _possessive(sentence: Sentence, noun: int) -> int:
    """The place of "его" or "чей" on a noun, -1 where there is none."""
    for child in sentence.children[noun]:
        token = sentence.tokens[child]
        if child < noun and (token.text.lower() in _HIS or token.lemma in ("чей", *_MINE)):
            return child
    return -1


def _leads(sentence: Sentence, party: Party) -> bool:
    token = sentence.tokens[party.head]
    return token.rel in SUBJECTS or token.feats.get("Case") == "Nom"
