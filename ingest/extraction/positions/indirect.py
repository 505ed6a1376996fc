"""Reported speech: "X заявил, что …", "…, сообщил X", "X выразил готовность …", "об этом заявил X"."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.extraction.document import Mention, Sentence, Token
from ingest.extraction.positions.complements import JUDGE, starts_after
from ingest.extraction.positions.content import as_statements, content_end, content_start, same_form
from ingest.extraction.positions.cues import LIGHT_POS, RELAY, SIGNS, how_before, points_back
from ingest.extraction.positions.quoted import is_part_of_clause
from ingest.extraction.positions.statements import Statement, Talk

_SHORT = frozenset({"намерен", "готов", "должен", "намеренный", "готовый", "должный"})
_SUBORDINATE = frozenset({"что", "который", "чтобы", "как"})


def read_indirect(talk: Talk, sentence: Sentence, cue: int, speakers: list[Mention]) -> Iterator[Statement]:
    """The reported speech that hangs on one verb of speech: its content after it, else its content before it."""
    found = False
    for start in starts_after(talk, sentence, cue, speakers):
        ends = (
            content_end(talk, sentence, start, cue),
            _end_of_gerund(sentence, cue),
            _before_deed(sentence, cue, start),
        )
        end = min(ends)
        for statement in as_statements(talk, sentence, cue, speakers, sentence.tokens[start].start, end):
            found = True
            yield statement
        if found:
            return
    yield from read_before(talk, sentence, cue, speakers)


def _end_of_gerund(sentence: Sentence, cue: int) -> int:
    """ "Назвав встречу важной, министр …": where the clause of a gerund before its main verb ends."""
    tokens = sentence.tokens
    follows = any(t.feats.get("VerbForm") == "Fin" for t in tokens[:cue])
    if follows or tokens[cue].feats.get("VerbForm") != "Conv" or tokens[cue].head < cue:
        return sentence.end
    clause = sentence.subtree(cue)
    main = tokens[cue].head
    ends = [t.index for t in tokens[cue + 1 : main] if t.text == "," and t.index > clause[-1] - 2]
    commas = [t.index for t in tokens[cue + 1 : main] if t.text == ","]
    if not ends and commas and cue < 3 and not any(t.lemma in _SUBORDINATE for t in tokens[cue:main]):
        ends = commas[-1:]
    return tokens[ends[0]].start if ends else sentence.end


def _before_deed(sentence: Sentence, cue: int, start: int) -> int:
    """ "Выступили против баз и договорились о встрече": where a deed of the same subject follows what was said."""
    tokens = sentence.tokens
    if any(t.text.lower() in ("что", "чтобы", ":") for t in tokens[cue + 1 : start]):
        return sentence.end
    for index in range(start + 1, len(tokens) - 2):
        if tokens[index].lemma in _SUBORDINATE or tokens[index].text in '«":;':
            return sentence.end
        if tokens[index].text == "и":
            verb = next((t for t in tokens[index + 1 : index + 3] if t.pos not in LIGHT_POS), None)
            if verb is not None and verb.feats.get("VerbForm") == "Fin" and same_form(tokens[cue], verb):
                return tokens[index - 1].end
    return sentence.end


def read_before(talk: Talk, sentence: Sentence, cue: int, speakers: list[Mention]) -> Iterator[Statement]:
    """ "…, сообщил X", and "Об этом сообщил X" after the sentence that it speaks of."""
    tokens = sentence.tokens
    how = how_before(sentence, cue)
    first = how if how is not None else cue
    while (first > 0 and tokens[first - 1].pos in LIGHT_POS | {"CCONJ"}) or (
        first > 1 and tokens[first - 1].text.lower() == "об"
    ):
        first -= 1
    if first > 1 and [t.text.lower() for t in tokens[first - 2 : first]] == ["об", "этом"]:
        first -= 2  # "…, об этом рассказал X"
    if points_back(sentence, cue):
        yield from sentence_before(talk, sentence, cue, speakers)
        return
    if _judged_before(sentence, cue):
        end = content_end(talk, sentence, cue, None)
        yield from as_statements(talk, sentence, cue, speakers, content_start(sentence), end)
        return
    if first < 2 or tokens[first - 1].text not in SIGNS - {":"}:
        return
    quotation = talk.quotation_at(tokens[first - 2].start)
    if quotation and not is_part_of_clause(talk.document.text, sentence, quotation):
        return
    if any(t.pos == "CCONJ" for t in tokens[first:cue]):
        return  # "…, а также рассказал": what stands before is a deed of the same person
    start = content_start(sentence)
    if _subordinate(sentence, cue) or tokens[cue].feats.get("VerbForm") == "Conv":
        return
    if _only_names_the_speaker(sentence, cue, speakers):
        return
    resumed = _resumes(sentence, cue, first)
    if resumed is not None:
        yield from as_statements(talk, sentence, cue, speakers, start, content_end(talk, sentence, resumed, None))
    elif _inverted(sentence, cue, first):
        for statement in as_statements(talk, sentence, cue, speakers, start, tokens[first - 2].end):
            yield replace(statement, kind="direct") if _in_own_words(sentence, first) else statement


def _in_own_words(sentence: Sentence, first: int) -> bool:
    """ "Мы ждем гостей, — сказал X": a dash, and the first person, without the marks of a quotation."""
    tokens = sentence.tokens
    dash = tokens[first - 1].text in "—–-" or (first > 1 and tokens[first - 2].text in "—–")
    plain = tokens[0].text[0].isalnum()  # a mark there is read elsewhere
    if dash and tokens[0].text in "—–":
        return True
    return (
        dash
        and plain
        and any(t.lemma in ("я", "мы", "наш", "мой") or t.feats.get("Person") == "1" for t in tokens[:first])
    )


def _only_names_the_speaker(sentence: Sentence, cue: int, speakers: list[Mention]) -> bool:
    """ "Министр, в свою очередь, поблагодарил …": before the verb stands its subject and no clause."""
    before = sentence.tokens[:cue]
    told = any(who.sentence == sentence.index and who.last < cue for who in speakers)
    return told and not any(t.feats.get("VerbForm") == "Fin" for t in before)


def _resumes(sentence: Sentence, cue: int, first: int) -> int | None:
    """ "Россия, заявил министр, всегда поддерживала …": where the clause goes on after the verb and its subject."""
    tokens = sentence.tokens
    if any(_is_predicate(t) for t in tokens[:first]):
        return None
    for index in range(cue + 1, min(cue + 10, len(tokens) - 2)):
        if tokens[index].text == ",":
            predicate = next((t for t in tokens[index + 1 :] if _is_predicate(t)), None)
            return index + 1 if predicate and predicate.lemma not in RELAY else None
    return None


def _is_predicate(token: Token) -> bool:
    """A finite verb or a short form ("намерен", "готов")."""
    return token.feats.get("VerbForm") == "Fin" or token.feats.get("Variant") == "Short" or token.lemma in _SHORT


def _judged_before(sentence: Sentence, cue: int) -> bool:
    """ "Обвинения в МИД назвали голословными": what is judged opens the sentence."""
    tokens = sentence.tokens
    if tokens[cue].lemma not in JUDGE:
        return False
    return any(
        tokens[child].rel == "obj" and child < cue and sentence.subtree(child)[0] == 0 and tokens[child].pos == "NOUN"
        for child in sentence.children[cue]
    )


def sentence_before(talk: Talk, sentence: Sentence, cue: int, speakers: list[Mention]) -> Iterator[Statement]:
    """The sentence before as what "об этом" means, unless that one tells whose words it has."""
    if sentence.index == 0:
        return  # what the title says is not in the text
    previous = talk.document.sentences[sentence.index - 1]
    start, end = content_start(previous), content_end(talk, previous, 0, None)
    opening = talk.quotation_at(start)
    if opening and opening.close >= end - 1:
        return
    if any(_tells_it(told, previous, speakers) for told in talk.statements[-4:]):
        return
    yield from as_statements(talk, sentence, cue, speakers, start, end)


def _tells_it(told: Statement, sentence: Sentence, speakers: list[Mention]) -> bool:
    """The sentence already says who said so: the same persons, or others whose word a body passes on."""
    if (
        told.sentence is not sentence
        or not told.speakers
        or told.end - told.start < 0.4 * (sentence.end - sentence.start)
    ):
        return False
    same = {who.name for who in told.speakers} == {who.name for who in speakers}
    return same or all(who.type != "PER" for who in speakers)


def _inverted(sentence: Sentence, cue: int, first: int) -> bool:
    """The subject comes after the verb, or is a body in its place; what stands before is a clause of its own."""
    tokens = sentence.tokens
    before = tokens[: first - 1]
    if len(before) < 4:
        return False
    return all(
        tokens[child].rel != "nsubj" or tokens[child].pos == "X" or child >= first - 1
        for child in sentence.children[cue]
    )


def _subordinate(sentence: Sentence, cue: int) -> bool:
    """The verb is in a relative clause ("которого назвал …")."""
    tokens = sentence.tokens
    for index in range(cue - 1, -1, -1):
        if tokens[index].text == ",":
            return False
        if tokens[index].lemma in ("который", "где", "кто", "чей", "когда", "если", "что"):
            return True
    return False
