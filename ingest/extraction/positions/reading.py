"""Finds positions in an analysed article: statements that count, with topics, stance and relay."""

from ingest.extraction.document import Document, Mention
from ingest.extraction.positions.matters import Matters
from ingest.extraction.positions.relay import Relay
from ingest.extraction.positions.relevance import Relevance
from ingest.extraction.positions.speech import find_statements
from ingest.extraction.positions.stance import read_stance
from ingest.extraction.positions.statements import Statement
from ingest.extraction.positions.voices import can_speak, is_deed
from relations.reading import Participant, ReadPosition, Span

_HOW = 16  # characters of the adverb before a verb of judgement
_FRAME = 60  # characters: more than that is another matter


def read_positions(document: Document) -> tuple[ReadPosition, ...]:
    """The positions of the article, in the order of the text; a joint statement is one for each speaker."""
    relevance, relays, matters = Relevance(document), Relay(document), Matters(document)
    if not document.sentences or not relevance.has_both:
        return ()
    statements = find_statements(document)
    relevance.is_talk = {m.side for s in statements if s.turn for m in s.speakers} >= {"RU", "CN"}
    voiced = [
        (statement, speaker)
        for statement in statements
        for speaker in statement.speakers
        if can_speak(speaker) and not is_deed(statement.cue_lemma, speaker)
    ]
    kept = [relevance.keeps(statement, speaker.side) for statement, speaker in voiced]
    return tuple(
        _position(document, statement, speaker, relays.of(statement.sentence), matters)
        for (statement, speaker), keeps in zip(voiced, kept, strict=True)
        if keeps or relevance.joins(statement)
    )


def _position(
    document: Document, statement: Statement, speaker: Mention, relay: tuple[str, ...], matters: Matters
) -> ReadPosition:
    topics, words = matters.of(statement)
    frame = _frame(document, statement)
    translated = statement.kind == "direct" and speaker.side == "CN"
    return ReadPosition(
        speaker=Participant(speaker.name, speaker.side, speaker.actor.key if speaker.actor else None, speaker.post),
        kind=statement.kind,
        start=statement.start,
        end=statement.end,
        sentence=_sentence(statement),
        topics=topics,
        stance=read_stance(document.text, statement.start, statement.end, statement.cue_lemma, frame, topics),
        cue=Span(*statement.cue),
        topic_words=words,
        relay=relay,
        rendered_by=(document.article.outlet or (relay[-1] if relay else None)) if translated else None,
    )


def _frame(document: Document, statement: Statement) -> str:
    """The words that carry the sense of the verb of speech: "надежду, что" after it, "высоко" before "оценил"."""
    after = statement.cue[1]
    how = document.text[max(0, statement.cue[0] - _HOW) : statement.cue[0]] if "оцен" in statement.cue_lemma else ""
    return how + (document.text[after : statement.start] if 0 < statement.start - after < _FRAME else "")


def _sentence(statement: Statement) -> Span:
    return Span(min(statement.start, statement.sentence.start), max(statement.end, statement.sentence.end))
