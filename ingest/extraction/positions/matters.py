"""Of what each position of one document speaks: its topics, by its own words first and by those around them next."""

from collections.abc import Mapping
from functools import cached_property

from ingest.extraction.document import Document
from ingest.extraction.lexicon import load, pattern
from ingest.extraction.positions.statements import Statement
from ingest.extraction.positions.topics import MOST, choose, weigh
from relations.reading import Span

_FALLBACK = ("bilateral",)  # what two sides say of each other without a word that tells more
_NEAR = 300  # characters between two positions on one matter
_LITTLE = 0.5  # weight of a topic that nothing contends with
_THEME = 1.0  # weight that the theme of the article has in all that is said there
_LEAD = 2  # sentences
_SITUATIONS: dict[str, list[str]] = load("topic_masks")["situations"]
_ALL_SITUATIONS = frozenset(topic for topics in _SITUATIONS.values() for topic in topics)
_PLAIN = 2.0  # weight of one strong word
_RELATION = pattern(load("topic_masks")["relation"])
_ENCOUNTER = pattern(load("topic_masks")["encounter"])
NAMES = {side: pattern(names) for side, names in load("relevance")["names"].items()}
_PROJECT_BEFORE = pattern(load("relevance")["project_before"])
_POINTS_BACK = pattern(load("relevance")["points_back"])
Weights = dict[str, float]


class Matters:
    """Finds the topics of the positions of one document in the order of the text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._last: tuple[int, tuple[str, ...]] | None = None  # where the position before ends, and its topics

    def of(self, statement: Statement) -> tuple[tuple[str, ...], tuple[Span, ...]]:
        """One to three topics, and the words of the content that carry them."""
        text = self._document.text
        weights, words = weigh(text, statement.start, statement.end)
        continued = self._last[1] if self._last and statement.start - self._last[0] < _NEAR else ()
        topics = self._by_theme(choose(weights), weights)
        if topics and continued and _PROJECT_BEFORE.search(text, statement.start, statement.end):
            topics = tuple(dict.fromkeys((*continued[:1], *topics)))[:MOST]
        if not topics and _POINTS_BACK.search(text, statement.start, statement.end):
            topics = continued
        if not topics and _only_relation(weights) and _tells_of_relation(text, statement):
            topics = _FALLBACK
        topics = topics or choose(self._with_context(weights, continued, statement), enough=_LITTLE)
        topics = topics or _FALLBACK
        topics = self._with_situation(topics, statement)
        self._last = statement.end, topics
        spans = (span for topic in topics for span in words.get(topic, ()))
        return topics, tuple(sorted(spans, key=lambda span: span.start))

    def _by_theme(self, topics: tuple[str, ...], weights: Weights) -> tuple[str, ...]:
        """The same topics, that of the article before others of like weight."""
        together = _sum(weights, self._theme)
        return tuple(sorted(topics, key=lambda topic: -together[topic]))

    def _with_situation(self, topics: tuple[str, ...], statement: Statement) -> tuple[str, ...]:
        """With the situation in which such things are said, where the topics name but an aspect of one."""
        possible = _SITUATIONS.get(topics[0], [])
        if len(topics) == MOST or not possible or any(t in _ALL_SITUATIONS for t in topics):
            return topics
        text, sentence = self._document.text, statement.sentence
        near, _ = weigh(text, sentence.start, max(sentence.start, statement.start))
        for weights in (near, self._lead):
            told = [topic for topic in possible if weights.get(topic, 0.0) >= _PLAIN]
            if told:
                return (*topics, max(told, key=lambda topic: weights[topic]))
        return topics

    @cached_property
    def _lead(self) -> Weights:
        """What title and lead speak of, the title twice."""
        title, lead = self._document.article.title, self._document.sentences[:_LEAD]
        return _sum(weigh(title, 0, len(title))[0], weigh(self._document.text, 0, lead[-1].end)[0], twice=True)

    @cached_property
    def _theme(self) -> Weights:
        """The first topic of title and lead."""
        return dict.fromkeys(choose(self._lead)[:1], _THEME)

    def _with_context(self, weights: Weights, continued: tuple[str, ...], statement: Statement) -> Weights:
        """The few words of the content, upheld by the position before where there is one, else by what is around."""
        if continued:
            return _sum(weights, dict.fromkeys(continued, 1.0))
        return _sum(weights, {topic: weight / 2 for topic, weight in self._around(statement).items()})

    def _around(self, statement: Statement) -> Weights:
        """The rest of the sentence, and the title."""
        text, title, sentence = self._document.text, self._document.article.title, statement.sentence
        before, _ = weigh(text, sentence.start, max(sentence.start, statement.start))
        after, _ = weigh(text, min(sentence.end, statement.end), sentence.end)
        return _sum(_sum(before, after), weigh(title, 0, len(title))[0])


def _only_relation(weights: Weights) -> bool:
    """A light word of the relation ("отношения", "визит"), and none of another matter."""
    relation = weights.get("bilateral", 0.0)
    return relation > 0 and relation >= max((w for t, w in weights.items() if t != "bilateral"), default=0.0)


def _tells_of_relation(text: str, statement: Statement) -> bool:
    """A noun of the relation, or a visit or meeting between the two sides, both named."""
    span = statement.start, statement.end
    if _RELATION.search(text, *span):
        return True
    return bool(_ENCOUNTER.search(text, *span)) and all(names.search(text, *span) for names in NAMES.values())


def _sum(first: Mapping[str, float], second: Mapping[str, float], twice: bool = False) -> Weights:
    """The weights of both together; with `twice`, the first count double."""
    factor = 2.0 if twice else 1.0
    return {topic: factor * first.get(topic, 0.0) + second.get(topic, 0.0) for topic in {**first, **second}}
