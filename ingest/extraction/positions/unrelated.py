"""What is said of or to somebody else: third countries and their guests, accidents and crimes with no party in them."""

import re
from bisect import bisect_right
from itertools import chain, pairwise, takewhile

from ingest.extraction.document import Document, Mention
from ingest.extraction.lexicon import load, pattern
from ingest.extraction.positions.matters import NAMES
from ingest.extraction.positions.statements import Statement

_WORDS = load("relevance")
_COMMON_MATTERS = pattern(_WORDS["common_matters"])
_INCIDENTS = pattern(_WORDS["incidents"])
_PLACES = pattern(_WORDS["places"])
_MEETINGS = re.compile(r"(?<!\w)(?:встре[чт]|перегов|бесед|разговор|принял|приняла|гост)\w*", re.IGNORECASE)
_AND = re.compile(r"\s+(?:и|с|со)\s+")
_COMPOUND = re.compile(
    r"(?<!\w)(?:росси|рус|кита)\w*о-(?!кита|росси)[а-я]+ск\w+\s+(?:\w+\s+)?"
    r"(?:отношени|сотрудничеств|взаимодействи|партн[её]рств|торгов|товарооборот|связ|переговор|диалог|контакт)",
    re.IGNORECASE,
)
_RANKS = frozenset({"leader", "government", "minister", "deputy"})


class Unrelated:
    """Tells which statements of one document are no matter of the two sides."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [sentence.start for sentence in document.sentences]

    def is_incident(self, statement: Statement, speaker: Mention) -> bool:
        """What consulates, police and agencies report of accidents, crimes and their victims.

        The words of a known person or one of rank (condolences, thanks) are more than a report, and so are those that
        name the other side as one who acts.
        """
        known = speaker.type == "PER" and speaker.actor is not None
        if (
            known
            or speaker.level in _RANKS
            or not _INCIDENTS.search(self._document.text, statement.start, statement.end)
        ):
            return False
        other = [m for m in self._mentions(statement.start, statement.end) if m.side not in (speaker.side, "other", "")]
        return not any(m.how == "country" and self._is_actor(m) for m in other)

    def is_of_a_third(self, statement: Statement, side: str) -> bool:
        """ "Сотрудничество России и Монголии": a third country is the partner, the other side is not named.

        Matters that the two sides hold in common (the war in Ukraine, the US) are theirs, whoever is the partner.
        """
        text = self._document.text[statement.start : statement.end]
        if NAMES[_other(side)].search(_PLACES.sub(" ", text)) or _COMMON_MATTERS.search(text):
            return False
        if _COMPOUND.search(text):
            return True
        here = [m for m in self._mentions(statement.start, statement.end) if m.how == "country" and m.type == "LOC"]
        return any(
            {first.side, second.side} == {side, "other"}
            and _AND.fullmatch(self._document.text[first.end : second.start])
            for first, second in pairwise(here)
        )

    def is_told_to_a_third(self, statement: Statement, side: str) -> bool:
        """The words lead up to the content, or the sentence before, tell of a meeting with somebody else's person."""
        text = self._document.text
        sentence = statement.sentence
        spans = [(sentence.start, max(sentence.start, min(statement.start, sentence.end)))]
        if sentence.index and "\n" not in text[self._document.sentences[sentence.index - 1].end : sentence.start + 1]:
            before = self._document.sentences[sentence.index - 1]
            spans.append((before.start, before.end))
        names_other = NAMES[_other(side)]
        for start, end in (*spans, (statement.start, statement.end)):
            persons = [m for m in self._mentions(start, end) if m.type == "PER"]
            other_side = any(m.side == _other(side) for m in persons)
            if other_side or names_other.search(_PLACES.sub(" ", text[start:end])):
                return False
        return any(
            _MEETINGS.search(text, start, end)
            and any(m.type == "PER" and _is_a_thirds(m) for m in self._mentions(start, end))
            for start, end in spans
        )

    def _mentions(self, start: int, end: int) -> list[Mention]:
        """Those within a stretch of the text."""
        first = max(0, bisect_right(self._starts, start) - 1)
        sentences = takewhile(lambda sentence: sentence.start < end, self._document.sentences[first:])
        mentions = chain.from_iterable(map(self._document.mentions_in, sentences))
        return [m for m in mentions if start <= m.start and m.end <= end]

    def _is_actor(self, mention: Mention) -> bool:
        """A country that does something: its authorities, or the subject of a verb."""
        sentence = self._document.sentences[mention.sentence]
        head = sentence.tokens[sentence.head_of(mention.first, mention.last)]
        return mention.type == "ORG" or head.rel.startswith("nsubj")


def _is_a_thirds(mention: Mention) -> bool:
    """A person of a third country, or one with a post at an organisation of many."""
    return mention.side == "other" or (not mention.side and bool(mention.post) and mention.how == "name")


def _other(side: str) -> str:
    return "CN" if side == "RU" else "RU"
