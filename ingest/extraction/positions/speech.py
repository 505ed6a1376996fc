"""All statements of a document, direct and indirect, in the order of the text."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.extraction.document import Document, Sentence
from ingest.extraction.positions.asides import read_according_to, read_commented, read_named, read_with_reference
from ingest.extraction.positions.cues import IMPERSONAL, is_cue, quotes
from ingest.extraction.positions.dialogue import read_dialogue, read_going_on
from ingest.extraction.positions.examples import read_example
from ingest.extraction.positions.indirect import read_indirect
from ingest.extraction.positions.interview import read_interview
from ingest.extraction.positions.quotations import find_quotations
from ingest.extraction.positions.quoted import (
    attributed_by,
    find_insertions,
    follows_quotation,
    quoted,
    read_alone,
    read_left_over,
    read_transcript,
)
from ingest.extraction.positions.speakers import Speakers
from ingest.extraction.positions.statements import Statement, Talk
from ingest.extraction.positions.voices import can_be_principal, can_speak

_STRETCH = 2000  # characters


def find_statements(document: Document) -> list[Statement]:
    """Who says what in the document; speakers of any side, unnamed ones left out."""
    talk = Talk(document, find_quotations(document.text))
    speakers = Speakers(document, talk.quotations)
    find_insertions(talk)
    transcript = list(read_transcript(talk, speakers)) or list(read_interview(talk))
    talk.statements += transcript
    turns = iter(transcript)
    turn = next(turns, None)
    for sentence in document.sentences:
        while turn and turn.end < sentence.start:
            turn = next(turns, None)
        if not turn or sentence.start < turn.start or sentence.end > turn.end + 5:
            found = list(_read_sentence(talk, sentence, speakers))
            talk.statements += found or list(read_example(talk, sentence, speakers))
    talk.statements = _as_told(talk.statements)
    talk.statements += list(read_left_over(talk))
    talk.statements += list(read_alone(talk, speakers))
    talk.statements += list(read_dialogue(talk, speakers))
    talk.statements += list(read_going_on(talk))
    return _without_repeats(_of_principals(talk.statements))


def _read_sentence(talk: Talk, sentence: Sentence, speakers: Speakers) -> Iterator[Statement]:
    found_until = -1
    for token in sentence.tokens:
        known = is_cue(token, sentence)
        if not (known or quotes(token)) or talk.quotation_at(token.start):
            continue
        if not known and not follows_quotation(talk, token):
            continue
        if token.start < found_until:
            continue  # a verb of speech within what is already content
        who = speakers.of_verb(sentence, token.index)
        own = [
            s for q in attributed_by(talk, sentence, token.index) for s in quoted(talk, q, sentence, token.index, who)
        ]
        if known and (token.lemma not in IMPERSONAL or not own):
            own += list(read_indirect(talk, sentence, token.index, who))
        for statement in own:
            if statement.end > token.end and any(m.type == "PER" or can_speak(m) for m in who):
                found_until = max(found_until, statement.end)
            yield statement
    yield from read_named(talk, sentence, speakers)
    yield from read_according_to(talk, sentence, speakers)
    yield from read_with_reference(talk, sentence, speakers)
    yield from read_commented(talk, sentence, speakers)


def _of_principals(statements: list[Statement]) -> list[Statement]:
    """Leaves out a spokesman's or body's word on what its principal says, where the principal's own is there."""
    told_in = _by_sentence(statements)
    return [
        outer
        for outer in statements
        if outer.kind == "direct"
        or any(can_be_principal(who) for who in outer.speakers)
        or not any(
            _told_within(inner, outer)
            for place in (outer.sentence.index - 1, outer.sentence.index)
            for inner in told_in.get(place, ())
        )
    ]


def _by_sentence(statements: list[Statement]) -> dict[int, list[Statement]]:
    """Those of each sentence: a long text has too many statements to hold each against all."""
    told_in: dict[int, list[Statement]] = {}
    for statement in statements:
        told_in.setdefault(statement.sentence.index, []).append(statement)
    return told_in


def _as_told(statements: list[Statement]) -> list[Statement]:
    """What a country is told to say within a person's own words is the person's ("по ее словам, Пекин надеется …")."""
    kept = []
    told_in = _by_sentence(statements)
    for inner in statements:
        here = told_in[inner.sentence.index]
        outer = next((o for o in here if o is not inner and _speaks_for(o, inner)), None)
        if outer is None:
            kept.append(inner)
        elif inner.kind == "direct":
            kept.append(replace(inner, speakers=outer.speakers))
    return kept


def _speaks_for(outer: Statement, inner: Statement) -> bool:
    return (
        outer.sentence is inner.sentence
        and (outer.start <= inner.cue[0] < outer.end or (outer.start, outer.end) == (inner.start, inner.end))
        and any(can_speak(who) and who.type == "PER" for who in outer.speakers)
        and all(who.how == "country" for who in inner.speakers)
    )


def _told_within(inner: Statement, outer: Statement) -> bool:
    """The outer content is that a person of the two sides says something else."""
    names = {who.name for who in outer.speakers}
    others = (who for who in inner.speakers if can_speak(who) and who.type == "PER" and who.name not in names)
    return inner is not outer and outer.start <= inner.cue[0] < min(outer.end, outer.cue[0]) and any(others)


def _without_repeats(statements: list[Statement]) -> list[Statement]:
    """One statement for each span: the first found, direct before indirect."""
    kept: list[Statement] = []
    here: dict[int, list[Statement]] = {}  # those kept, by the stretches of text that they touch
    for statement in sorted(statements, key=lambda s: (s.kind != "direct", s.start, s.end)):
        stretches = range(statement.start // _STRETCH, statement.end // _STRETCH + 1)
        near = [other for stretch in stretches for other in here.get(stretch, ())]
        if any(can_speak(who) for who in statement.speakers) and not any(_same(statement, other) for other in near):
            kept.append(statement)
            for stretch in stretches:
                here.setdefault(stretch, []).append(statement)
    return sorted(kept, key=lambda s: (s.start, s.end))


def _same(one: Statement, other: Statement) -> bool:
    inside = min(one.end, other.end) - max(one.start, other.start)
    return inside > 0.5 * min(one.end - one.start, other.end - other.start)
