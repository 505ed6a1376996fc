"""Finds positions in an analysed article: statements that count, with topics, stance and relay."""

from ingest.extraction.document import Document, Mention
from ingest.extraction.lexicon import load, pattern
from ingest.extraction.positions.relay import Relay
from ingest.extraction.positions.relevance import Relevance
from ingest.extraction.positions.speakers import can_speak, is_deed
from ingest.extraction.positions.speech import find_statements
from ingest.extraction.positions.stance import read_stance
from ingest.extraction.positions.statements import Statement
from ingest.extraction.positions.topics import choose, weigh
from relations.reading import Participant, ReadPosition, Span

_FALLBACK = ("bilateral",)  # what two sides say of each other without a word that tells more
_NEAR = 300  # characters between two positions on one matter
_FRAME = 60  # characters: more than that is another matter
_LITTLE = 0.5  # weight of a topic that nothing contends with
_POINTS_BACK = pattern(load("relevance")["points_back"])


def read_positions(document: Document) -> tuple[ReadPosition, ...]:
    """The positions of the article, in the order of the text; a joint statement is one for each speaker."""
    relevance, relays = Relevance(document), Relay(document)
    if not document.sentences or not relevance.has_both:
        return ()
    found: list[ReadPosition] = []
    for statement in find_statements(document):
        for speaker in statement.speakers:
            if (
                can_speak(speaker)
                and not is_deed(statement.cue_lemma, speaker)
                and relevance.keeps(statement, speaker.side)
            ):
                found.append(_position(document, statement, speaker, relays.of(statement.sentence), found[-1:]))
    return tuple(found)


def _position(
    document: Document, statement: Statement, speaker: Mention, relay: tuple[str, ...], before: list[ReadPosition]
) -> ReadPosition:
    topics, words = _topics(document, statement, before)
    frame = _frame(document, statement)
    translated = statement.kind == "direct" and speaker.side == "CN"
    return ReadPosition(
        speaker=Participant(speaker.name, speaker.side, speaker.actor.key if speaker.actor else None, speaker.post),
        kind=statement.kind,
        start=statement.start,
        end=statement.end,
        sentence=_sentence(statement),
        topics=topics,
        stance=read_stance(document.text, statement.start, statement.end, statement.cue_lemma, frame),
        cue=Span(*statement.cue),
        topic_words=words,
        relay=relay,
        rendered_by=(document.article.outlet or (relay[-1] if relay else None)) if translated else None,
    )


def _frame(document: Document, statement: Statement) -> str:
    """The words between the verb of speech and the content where they carry its sense ("надежду, что")."""
    after = statement.cue[1]
    return document.text[after : statement.start] if 0 < statement.start - after < _FRAME else ""


def _topics(
    document: Document, statement: Statement, before: list[ReadPosition]
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """By the words of the content; where they say little, with the position just before, the sentence and the title."""
    weights, words = weigh(document.text, statement.start, statement.end)
    continued = before[0].topics if before and statement.start - before[0].end < _NEAR else ()
    topics = choose(weights)
    if not topics:
        if _POINTS_BACK.search(document.text, statement.start, statement.end):
            topics = continued
        topics = topics or choose(_with_context(weights, continued, _surroundings(document, statement)), enough=_LITTLE)
    spans = tuple(sorted((span for topic in topics for span in words.get(topic, ())), key=lambda span: span.start))
    return topics or _FALLBACK, spans


def _with_context(weights: dict[str, float], continued: tuple[str, ...], around: dict[str, float]) -> dict[str, float]:
    """The few words of the content, upheld by the position before where there is one, else by what stands around."""
    context = dict.fromkeys(continued, 1.0) if continued else {t: weight / 2 for t, weight in around.items()}
    return {topic: weights.get(topic, 0.0) + context.get(topic, 0.0) for topic in weights | context}


def _surroundings(document: Document, statement: Statement) -> dict[str, float]:
    sentence = statement.sentence
    before, _ = weigh(document.text, sentence.start, max(sentence.start, statement.start))
    after, _ = weigh(document.text, min(sentence.end, statement.end), sentence.end)
    weights = {topic: before.get(topic, 0.0) + after.get(topic, 0.0) for topic in before | after}
    title, _ = weigh(document.article.title, 0, len(document.article.title))
    return {topic: weights.get(topic, 0.0) + title.get(topic, 0.0) for topic in weights | title}


def _sentence(statement: Statement) -> Span:
    return Span(min(statement.start, statement.sentence.start), max(statement.end, statement.sentence.end))
