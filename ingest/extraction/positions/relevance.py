"""Which statements are positions: on the relations, the other side, or a matter that both sides speak to here."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from operator import attrgetter

from ingest.extraction.dates import find_dateline
from ingest.extraction.document import Document, Mention, Token
from ingest.extraction.lexicon import load, pattern
from ingest.extraction.positions.matters import NAMES
from ingest.extraction.positions.relay import background_of
from ingest.extraction.positions.statements import Statement, sentences_between
from ingest.extraction.positions.topics import choose, weigh
from ingest.extraction.positions.unrelated import Unrelated
from ingest.extraction.positions.voices import can_be_principal

_WORDS = load("relevance")
_PLACES = pattern(_WORDS["places"])
_MISSIONS = pattern(_WORDS["missions"])
_COMMON_BODIES = pattern(_WORDS["common_bodies"])
_COMMON_MATTERS = pattern(_WORDS["common_matters"])
_RUSSIAS_MATTERS = pattern(_WORDS["russias_matters"])
_BOTH = pattern(_WORDS["both"])
_PROJECTS = pattern(_WORDS["projects"])
_YOU = re.compile(r"(?<!\w)(?:вы|вас|вам|вами|ваш\w*)(?!\w)", re.IGNORECASE)
_EVENTS = frozenset(load("speech")["events"])
_MEETINGS = frozenset(load("speech")["meetings"])
_COMMON = frozenset(_WORDS["common"])
_AT = frozenset({"в", "во", "на", "из", "с", "со", "под"})
_LEAD = 2  # sentences after the title that say what the article is about
_BRIEF = 4  # sentences
_NEAR = 3  # sentences between two statements of one speaker on one matter


def other_side(side: str) -> str:
    return "CN" if side == "RU" else "RU"


class Relevance:
    """Judges the statements of one document in the order of the text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.is_talk = False  # the record of a talk of both sides
        self._unrelated = Unrelated(document)
        self._news = _after_dateline(document)
        self._kept: list[Statement] = []
        self._spoken_of: set[str] = set()  # the nouns of the positions so far

    @cached_property
    def has_both(self) -> bool:
        """The article names both countries at all, or known persons and bodies of theirs."""
        text = f"{self.document.article.title}\n{self.document.text[self._news :]}"
        sides = self._sides(self.document) | self._sides(self.document.headline)
        sides |= {m.side for m in self.document.mentions if _is_region(m)}
        return all(names.search(text) or side in sides for side, names in NAMES.items())

    @cached_property
    def is_focal(self) -> bool:
        """Title and lead name both sides, as more than places unless a body of both is named too."""
        lead = self.document.sentences[: min(_LEAD, len(self.document.sentences))]
        text = f"{self.document.article.title}\n{self.document.text[self._news : lead[-1].end]}"
        if _PROJECTS.search(text):
            return True
        more_than_places = text if _COMMON_BODIES.search(text) else _PLACES.sub(" ", text)
        actors = self._sides(self.document, lead[-1].end) | self._sides(self.document.headline)
        missions = _MISSIONS.search(text) is not None
        regions = [m for m in self.document.mentions if m.end <= lead[-1].end and _is_region(m)]
        actors |= {m.side for m in regions if missions or self._acts(m)}
        return all(names.search(more_than_places) or side in actors for side, names in NAMES.items())

    @cached_property
    def is_brief(self) -> bool:
        """A few sentences that name both sides as more than places: all that is said there is to the matter."""
        text = _PLACES.sub(" ", self.document.text[self._news :])
        return len(self.document.sentences) <= _BRIEF and all(names.search(text) for names in NAMES.values())

    def _acts(self, mention: Mention) -> bool:
        """A region of one side that is more than the place of the news ("делегация Хабаровского края")."""
        before = self.document.sentences[mention.sentence].tokens[max(0, mention.first - 1) : mention.first]
        return _is_region(mention) and not any(t.text.lower() in _AT for t in before)

    def _sides(self, document: Document | None, end: int | None = None) -> set[str]:
        """The sides of the known persons and bodies named up to a character."""
        mentions = document.mentions if document else []
        return {m.side for m in mentions if _is_known(m) and (end is None or m.end <= end)}

    def _matter(self, besides: int) -> set[str]:
        """The nouns of title and lead, sentence `besides` excepted, but for those that every such article has."""
        headline = self.document.headline.sentences if self.document.headline else []
        lead = [s for s in self.document.sentences[:_LEAD] if s.index != besides]
        return _nouns(token for sentence in [*headline, *lead] for token in sentence.tokens)

    @cached_property
    def _background(self) -> int:
        return background_of(self.document)

    @cached_property
    def _fields(self) -> set[str]:
        """The fields that title and lead are about."""
        lead = self.document.sentences[:_LEAD]
        text = f"{self.document.article.title}\n{self.document.text[: lead[-1].end]}"
        return _fields_of(text)

    def keeps(self, statement: Statement, side: str) -> bool:
        """Whether the statement is a position of its speaker, who is of `side`."""
        keeps = (
            not self._is_event(statement)
            and not self._from_sources(statement)
            and not self._is_unrelated(statement, side)
            and (
                (self.is_focal and {mention.side for mention in statement.speakers} >= {"RU", "CN"})
                or (statement.turn and (self.is_focal or self.is_talk))
                or self._names_other(statement, side)
                or (side == "CN" and self.is_focal and self._names_other_by(statement, side))
                or (side == "CN" and self._on_a_common_matter(statement))
                or self._addressed(statement, side)
                or (self.is_focal and self._on_the_matter(statement, side))
            )
        )
        if keeps:
            self._kept.append(statement)
            self._spoken_of |= _nouns(self._tokens(statement))
        return keeps

    def joins(self, statement: Statement) -> bool:
        """A statement left out stands beside a position of the same person and is on the same field."""
        place = statement.sentence.index
        ahead = _NEAR if statement.kind == "direct" else 0  # a quotation may open what the person goes on to say
        near = [k for k in self._kept if -ahead <= place - k.sentence.index <= _NEAR and _same_speaker(k, statement)]
        if not near or self._is_event(statement) or self._from_sources(statement):
            return False
        if any(self._is_unrelated(statement, mention.side) for mention in statement.speakers):
            return False
        text = self.document.text
        fields = _fields_of(text[statement.start : statement.end])
        return any(fields & _fields_of(text[k.start : k.end]) for k in near)

    def _is_unrelated(self, statement: Statement, side: str) -> bool:
        """Said of or to somebody else, or the report of an accident; a turn of a transcript is the talks' own."""
        if statement.turn or {mention.side for mention in statement.speakers} >= {"RU", "CN"}:
            return False
        return (
            any(self._unrelated.is_incident(statement, speaker) for speaker in statement.speakers)
            or self._unrelated.is_of_a_third(statement, side)
            or self._unrelated.is_told_to_a_third(statement, side)
        )

    def _tokens(self, statement: Statement) -> list[Token]:
        return [
            token
            for sentence in sentences_between(self.document, statement.start, statement.end)
            for token in sentence.tokens
            if statement.start <= token.start < statement.end
        ]

    def _is_event(self, statement: Statement) -> bool:
        """A body's or spokesman's news of what the principal did ("…, сообщила пресс-служба")."""
        if statement.kind == "direct" or any(can_be_principal(mention) for mention in statement.speakers):
            return False
        tokens = self._tokens(statement)
        verbs = [t for t in tokens if t.feats.get("VerbForm") == "Fin"]
        if not verbs or verbs[0].lemma not in _EVENTS:
            return False
        told = self._mentions_between(statement.start, statement.end)
        if not any(m.type == "PER" for m in told):
            return False  # "Россия и Китай провели учения": what a ministry tells of its own work
        body = all(mention.type != "PER" for mention in statement.speakers)
        if not body and statement.end > statement.sentence.start:
            return False  # a spokesman's own sentence is his; "об этом сообщил" passes on
        return verbs[0].feats.get("Tense") == "Past" or (body and verbs[0].lemma in _MEETINGS)

    def _from_sources(self, statement: Statement) -> bool:
        """The next sentence owns that unnamed sources say so ("Об этом сообщает газета со ссылкой на источники")."""
        following = self.document.sentences[statement.sentence.index + 1 : statement.sentence.index + 2]
        return any(
            self.document.text.startswith("Об этом", sentence.start)
            and any(token.lemma == "источник" for token in sentence.tokens)
            for sentence in following
        )

    def _names_other(self, statement: Statement, side: str) -> bool:
        """The content, with the words that lead up to it, names the other side as more than a place."""
        start = statement.start
        if statement.cue[1] <= start:
            start = max(statement.cue[1], statement.sentence.start)
        text = _PLACES.sub(" ", self.document.text[start : statement.end])
        other = other_side(side)
        mentions = self._mentions_between(start, statement.end)
        return bool(NAMES[other].search(text) or _PROJECTS.search(text)) or any(
            m.side == other and (_is_known(m) or self._acts(m)) for m in mentions
        )

    def _addressed(self, statement: Statement, side: str) -> bool:
        """The words that lead to the content name a person of the other side ("председателю сказал, что")."""
        if statement.cue[1] > statement.start:
            return False
        before = self._mentions_between(statement.sentence.start, statement.start)
        return any(m.type == "PER" and m.side == other_side(side) and m.how in ("name", "office") for m in before)

    def _on_a_common_matter(self, statement: Statement) -> bool:
        """What China says of Russia's own matters concerns Russia, whatever else the article is about."""
        return bool(_RUSSIAS_MATTERS.search(self.document.text, statement.start, statement.end))

    def _spoken_to_the_other(self, statement: Statement) -> bool:
        """The sentence of the verb of speech, or the one before in its paragraph, has both sides.

        "На встрече с китайским коллегой министр заявил, что …"; "Россия и Китай подписали контракт. По словам …".
        """
        sentence, before = statement.sentence, statement.sentence.index - 1
        start = sentence.start
        if before >= 0 and "\n" not in self.document.text[self.document.sentences[before].end : start]:
            start = self.document.sentences[before].start
        text = self.document.text[start : sentence.end]
        text = text if _COMMON_BODIES.search(text) else _PLACES.sub(" ", text)
        sides = {m.side for m in self._mentions_between(start, sentence.end) if _is_known(m)}
        return bool(_BOTH.search(text)) or all(names.search(text) or side in sides for side, names in NAMES.items())

    def _names_other_by(self, statement: Statement, side: str) -> bool:
        """The other side is named by the end of the statement's sentence: what is told later was not its matter."""
        end, other = max(statement.end, statement.sentence.end), other_side(side)
        text = f"{self.document.article.title}\n{self.document.text[self._news : end]}"
        return bool(NAMES[other].search(text)) or other in self._sides(self.document, end) | self._sides(
            self.document.headline
        )

    def _mentions_between(self, start: int, end: int) -> list[Mention]:
        mentions = self.document.mentions
        first, last = (bisect_left(mentions, place, key=attrgetter("start")) for place in (start, end))
        return mentions[first:last]

    def _on_the_matter(self, statement: Statement, side: str) -> bool:
        text = self.document.text[statement.start : statement.end]
        if _BOTH.search(text) or _COMMON_MATTERS.search(text):
            return True
        if not self._names_other_by(statement, side):
            return False
        if statement.kind == "direct" and _YOU.search(text):
            return True  # said to the guest or the host
        if self.is_brief or self._spoken_to_the_other(statement):
            return True
        if statement.sentence.index < self._background and self._fields & _fields_of(text):
            return True
        nouns = _nouns(self._tokens(statement))
        if nouns & (self._matter(statement.sentence.index) | self._spoken_of):
            return True
        return any(
            statement.sentence.index - other.sentence.index <= _NEAR and _same_speaker(statement, other)
            for other in self._kept[-3:]
        )


def _after_dateline(document: Document) -> int:
    """Where the news itself begins: the town of a dateline is no more than where it was written."""
    dateline = find_dateline(document.text)
    return dateline.until if dateline else 0


def _fields_of(text: str) -> set[str]:
    """The topics of a text but for the most general ones."""
    return set(choose(weigh(text, 0, len(text))[0])) - {"bilateral", "other"}


def _is_region(mention: Mention) -> bool:
    """A region or city of one side, by name."""
    return mention.type == "LOC" and mention.how == "name" and mention.side in ("RU", "CN")


def _is_known(mention: Mention) -> bool:
    """A known person or body by its own name: no country, no guess from an office."""
    return mention.how == "name" and mention.actor is not None


def _nouns(tokens: Iterable[Token]) -> set[str]:
    return {t.lemma for t in tokens if t.pos in ("NOUN", "PROPN") and len(t.lemma) > 3 and t.lemma not in _COMMON}


def _same_speaker(one: Statement, other: Statement) -> bool:
    return bool({m.name for m in one.speakers} & {m.name for m in other.speakers})
