"""Which statements are positions: on the relations, the other side, or a matter that both sides speak to here."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from operator import attrgetter

from ingest.extraction.document import Document, Mention, Token
from ingest.extraction.lexicon import load, pattern
from ingest.extraction.positions.statements import Statement, sentences_between

_WORDS = load("relevance")
_NAMES = {side: pattern(names) for side, names in _WORDS["names"].items()}
_PLACES = pattern(_WORDS["places"])
_COMMON_BODIES = pattern(_WORDS["common_bodies"])
_COMMON_MATTERS = pattern(_WORDS["common_matters"])
_BOTH = pattern(_WORDS["both"])
_EVENTS = frozenset(load("speech")["events"])
_COMMON = frozenset(_WORDS["common"])
_LEAD = 2  # sentences after the title that say what the article is about
_NEAR = 3  # sentences between two statements of one speaker on one matter


def other_side(side: str) -> str:
    return "CN" if side == "RU" else "RU"


class Relevance:
    """Judges the statements of one document in the order of the text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._kept: list[Statement] = []

    @cached_property
    def has_both(self) -> bool:
        """The article names both countries at all."""
        text = f"{self.document.article.title}\n{self.document.text}"
        return all(names.search(text) for names in _NAMES.values())

    @cached_property
    def is_focal(self) -> bool:
        """Title and lead name both countries, as more than places unless a body of both is named too."""
        end = self.document.sentences[min(_LEAD, len(self.document.sentences)) - 1].end
        lead = f"{self.document.article.title}\n{self.document.text[:end]}"
        more_than_places = lead if _COMMON_BODIES.search(lead) else _PLACES.sub(" ", lead)
        return all(names.search(more_than_places) for names in _NAMES.values())

    def _matter(self, besides: int) -> set[str]:
        """The nouns of title and lead, sentence `besides` excepted, but for those that every such article has."""
        headline = self.document.headline.sentences if self.document.headline else []
        lead = [s for s in self.document.sentences[:_LEAD] if s.index != besides]
        return _nouns(token for sentence in [*headline, *lead] for token in sentence.tokens)

    def keeps(self, statement: Statement, side: str) -> bool:
        """Whether the statement is a position of its speaker, who is of `side`."""
        keeps = not self._is_event(statement) and (
            (self.is_focal and {mention.side for mention in statement.speakers} >= {"RU", "CN"})
            or (self.is_focal and statement.turn)
            or self._names_other(statement, side)
            or (self.is_focal and self._on_the_matter(statement))
        )
        if keeps:
            self._kept.append(statement)
        return keeps

    def _tokens(self, statement: Statement) -> list[Token]:
        return [
            token
            for sentence in sentences_between(self.document, statement.start, statement.end)
            for token in sentence.tokens
            if statement.start <= token.start < statement.end
        ]

    def _is_event(self, statement: Statement) -> bool:
        """A body's news of what its principal did ("…, сообщила пресс-служба")."""
        if all(mention.type == "PER" for mention in statement.speakers):
            return False
        verbs = [t for t in self._tokens(statement) if t.feats.get("VerbForm") == "Fin"]
        return bool(verbs) and verbs[0].lemma in _EVENTS and verbs[0].feats.get("Tense") == "Past"

    def _names_other(self, statement: Statement, side: str) -> bool:
        """The content, with the words that lead up to it, names the other side as more than a place."""
        start = statement.start
        if statement.cue[1] <= start:
            start = max(statement.cue[1], statement.sentence.start)
        text = _PLACES.sub(" ", self.document.text[start : statement.end])
        other = other_side(side)
        return bool(_NAMES[other].search(text)) or any(
            mention.side == other
            and mention.how != "country"
            and start <= mention.start
            and mention.end <= statement.end
            for mention in self._mentions_between(start, statement.end)
        )

    def _mentions_between(self, start: int, end: int) -> list[Mention]:
        mentions = self.document.mentions
        first, last = (bisect_left(mentions, place, key=attrgetter("start")) for place in (start, end))
        return mentions[first:last]

    def _on_the_matter(self, statement: Statement) -> bool:
        text = self.document.text[statement.start : statement.end]
        if _BOTH.search(text) or _COMMON_MATTERS.search(text):
            return True
        if _nouns(self._tokens(statement)) & self._matter(statement.sentence.index):
            return True
        return any(
            statement.sentence.index - other.sentence.index <= _NEAR and _same_speaker(statement, other)
            for other in self._kept[-3:]
        )


def _nouns(tokens: Iterable[Token]) -> set[str]:
    return {t.lemma for t in tokens if t.pos in ("NOUN", "PROPN") and len(t.lemma) > 3 and t.lemma not in _COMMON}


def _same_speaker(one: Statement, other: Statement) -> bool:
    return bool({m.name for m in one.speakers} & {m.name for m in other.speakers})
