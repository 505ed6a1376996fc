"""From where to where content reaches, and the statements that a span of content is."""

import re
from collections.abc import Iterator

from ingest.extraction.document import Mention, Sentence, Token
from ingest.extraction.lexicon import load
from ingest.extraction.positions.complements import after_preposition, infinitive, object_start
from ingest.extraction.positions.cues import DOCUMENT_NOUNS, IMPERSONAL, RELAY, SAY
from ingest.extraction.positions.statements import Statement, Talk

_WORDS = load("speech")
_CONJUNCTIONS = frozenset({"и", "а", "но", "также", "однако", "тоже"})
_AGENCIES = (
    r"(?i:РИА Новости|ИТАР-ТАСС|ТАСС|Интерфакс(?:-[А-ЯЁа-яё]+)?|INTERFAX(?:\.RU)?|ИА Регнум|ИА REGNUM|Регнум|REGNUM|"
    r"Синьхуа|Прайм|REUTERS|Росбалт|NEWSru\.com)"
)
_DATELINE = re.compile(
    r"^[А-ЯЁ][А-Яа-яЁё\s./-]{2,40}(?:[,.]\s*\d{1,2}\s+\w+[^.—–-]{0,20})?\s*[.—–-]+\s*"
    rf"(?:ИА\s+)?(?:{_AGENCIES})[^.—–-]{{0,20}}(?:\.|\s[—–-])\s*|^/[^/]{3, 40}/\s*|"
    rf"^(?:{_AGENCIES})\s*[.—–-]\s+|^[—–]\s+|"
    r"^[А-ЯЁ][а-яё-]+,\s*\d{1,2}\s+\w+\s*/[^/]{3,40}/\s*[—–-]*\s*|"
    r"^Как (?:ранее )?(?:сообщ|перед|пис|пиш)\w+ [^,]{2,60}, "
)
_SHORTEST = 8  # characters: anything shorter is no content
ACCORDING = frozenset(_WORDS["according_to"])
_JOINT = re.compile(r",\s*(?:а|и|но|а также|при этом|поскольку|так как|потому что)(?:\s+что)?\s*$")


def content_start(sentence: Sentence) -> int:
    """The start of the sentence, past a dateline or "Как сообщала газета, "."""
    text = "".join(
        token.text + " " * ((sentence.tokens[i + 1].start if i + 1 < len(sentence.tokens) else token.end) - token.end)
        for i, token in enumerate(sentence.tokens[:24])
    )
    opening = _DATELINE.match(text)
    return sentence.start + (opening.end() if opening and opening.end() < len(text) else 0)


def content_end(talk: Talk, sentence: Sentence, start: int, cue: int | None) -> int:
    """Where content from token `start` ends: before who passed it on, before the next verb of speech."""
    tokens, text = sentence.tokens, talk.document.text
    end = tokens[-1].end
    spanning = [q for q in talk.within(tokens[start].start, sentence.end) if q.close > sentence.end]
    if spanning:
        end = spanning[0].close
    for index in range(start + 1, len(tokens)):
        if talk.quotation_at(tokens[index].start) and not talk.opens(tokens[index].start):
            continue
        if _ends_at(talk, sentence, index, cue):
            end = tokens[index - 1].end
            break
    return rtrim(text, tokens[start].start, end)


def _ends_at(talk: Talk, sentence: Sentence, index: int, cue: int | None) -> bool:
    tokens = sentence.tokens
    token = tokens[index]
    if token.text == ":" and index + 1 < len(tokens) and talk.opens(tokens[index + 1].start):
        return True
    if token.text == "(" and any(t.lemma in ("цитата", "цитировать") for t in tokens[index + 1 : index + 3]):
        return True
    if token.text == "." and index + 1 < len(tokens):
        following = tokens[index + 1]  # "… в 2025 г. Президент …": the full stop of a year ended the sentence too
        if talk.opens(following.start) and talk.document.text[following.start + 1 : following.start + 2].isupper():
            return True
        return following.text[:1].isupper() and following.pos in ("NOUN", "PRON", "ADP", "ADV", "DET", "ADJ", "SCONJ")
    if token.text in ",—–-" or token.text.lower() in ("и", "а"):
        return _next_speech(sentence, index, cue)
    return False


def _next_speech(sentence: Sentence, sign: int, cue: int | None) -> bool:
    """After the sign comes "передает РИА", "сообщил X", "и добавил, что", "подчеркнув …"."""
    tokens = sentence.tokens
    index = sign + 1
    while index < len(tokens) and (
        tokens[index].text.lower() in _CONJUNCTIONS
        or tokens[index].pos == "ADV"
        or tokens[index].text.lower() in ("при", "этом", "как", "об", "затем", "не", "ни")
    ):
        index += 1
    if index >= len(tokens):
        return False
    verb = tokens[index]
    if verb.text.lower() in ("со", "по") and index + 1 < len(tokens):
        return tokens[index + 1].lemma == "ссылка" or _final_according(sentence, index)
    if verb.pos != "VERB" or (verb.lemma not in SAY and verb.lemma not in RELAY and verb.lemma not in IMPERSONAL):
        return False
    if verb.feats.get("VerbForm") == "Conv":
        return verb.feats.get("Aspect") == "Perf"
    if verb.feats.get("VerbForm") != "Fin":
        return False
    joined = tokens[sign].text.lower() in ("и", "а") or tokens[sign + 1].text.lower() in (
        "и",
        "а",
        "но",
        "однако",
        "также",
    )
    if not joined:
        return verb.lemma in RELAY or _followed_by_subject(sentence, index)
    return cue is not None and same_form(tokens[cue], verb) and _speaks_on(sentence, index)


def _final_according(sentence: Sentence, by: int) -> bool:
    """ ", по словам X." at the end of the sentence."""
    rest = sentence.tokens[by + 1 :]
    return any(t.lemma in ACCORDING for t in rest[:2]) and not any(t.text == "," for t in rest)


def _followed_by_subject(sentence: Sentence, verb: int) -> bool:
    """ "…, сообщил сегодня министр", "…, заявили в МИД"."""
    tokens = sentence.tokens
    if tokens[verb].lemma in IMPERSONAL and any(t.lemma in DOCUMENT_NOUNS for t in tokens[verb + 1 : verb + 5]):
        return True  # "…, говорится в заявлении"
    for token in tokens[verb + 1 : verb + 9]:
        if token.text in ",:;":
            return False
        if token.pos in ("NOUN", "PROPN", "PRON") and token.feats.get("Case", "Nom") == "Nom":
            return True
        if token.text.lower() in ("в", "на") and tokens[verb].feats.get("Number") == "Plur":
            return True
    return False


def same_form(first: Token, second: Token) -> bool:
    return all(first.feats.get(key) == second.feats.get(key) for key in ("Tense", "Number", "Gender"))


def _speaks_on(sentence: Sentence, verb: int) -> bool:
    """A verb of speech with content of its own: ", что", an infinitive, a preposition, an object, a quotation."""
    following = sentence.tokens[verb + 1 : verb + 7]
    return (
        any(t.text.lower() in ("что", "чтобы") or t.text == ":" or t.text in '«"' for t in following)
        or any(t.text.lower() in ("о", "об") for t in following[:2])
        or infinitive(sentence, verb) is not None
        or after_preposition(sentence, verb) is not None
        or object_start(sentence, verb) is not None
    )


def rtrim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\n.,;:—–-―":
        end -= 1
    return end


def as_statements(
    talk: Talk,
    sentence: Sentence,
    cue: int,
    speakers: list[Mention],
    start: int,
    end: int,
    words: tuple[int, int] | None = None,
) -> Iterator[Statement]:
    """The span as one indirect statement, a direct one where a quotation is most of it, both where one follows."""
    text, token = talk.document.text, sentence.tokens[cue]
    words, lemma = words or (token.start, token.end), token.lemma
    if text[start - 1 : start] in tuple('«“"') and talk.opens(start - 1):
        start -= 1  # "попросил «передать …»"
    end = rtrim(text, start, end)
    if end - start < _SHORTEST:
        return
    inside = [q for q in talk.within(start, end) if q.end <= end + 1]
    longest = max(inside, key=lambda q: q.end - q.start, default=None)
    if longest and (longest.end - longest.start) >= 0.6 * (end - start):
        talk.taken.add(longest.open)
        yield Statement(speakers, "direct", longest.start, longest.end, sentence, words, lemma)
        return
    if longest and _stands_alone(text, start, longest.open) and longest.close >= end - 1:
        talk.taken.add(longest.open)
        yield Statement(speakers, "indirect", start, _joint(text, start, longest.open), sentence, words, lemma)
        yield Statement(speakers, "direct", longest.start, longest.end, sentence, words, lemma)
        return
    yield Statement(speakers, "indirect", start, end, sentence, words, lemma)


def _joint(text: str, start: int, place: int) -> int:
    match = _JOINT.search(text, start, place)
    return match.start() if match else place


def _stands_alone(text: str, start: int, place: int) -> bool:
    match = _JOINT.search(text, start, place)
    return bool(match) and match.start() - start > 20
