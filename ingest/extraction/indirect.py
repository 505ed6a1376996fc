"""Reported speech: "X заявил, что …", "…, сообщил X", "по словам X, …", "выразил готовность …", "об этом заявил X"."""

import re
from collections.abc import Iterator

from ingest.extraction.document import Mention, Sentence, Token
from ingest.extraction.lexicon import load
from ingest.extraction.speakers import Speakers
from ingest.extraction.statements import Statement, Talk

_WORDS = load("speech")
SAY = frozenset(_WORDS["say"]) | frozenset(_WORDS["with_object"]) | frozenset(_WORDS["with_preposition"])
SAY |= frozenset(_WORDS["with_infinitive"])
IMPERSONAL = frozenset(_WORDS["impersonal"])
RELAY = frozenset(_WORDS["relay_verb"])
_CUES = SAY | IMPERSONAL | frozenset(_WORDS["passing_verb"])
_QUOTATION_ONLY = frozenset(_WORDS["quotation_only"])
_PREPOSITIONS = {verb: frozenset(words) for verb, words in _WORDS["with_preposition"].items()}
_ANY_COMPLEMENT = frozenset(_WORDS["any_complement"])
_INTENT = frozenset(_WORDS["intent"])
_WITH_OBJECT = frozenset(_WORDS["with_object"])
_JUDGE = frozenset(_WORDS["judge"])
_WITH_INFINITIVE = frozenset(_WORDS["with_infinitive"])
_NOT_CONTENT = frozenset(_WORDS["not_content"])
_NOT_SEEN = frozenset(_WORDS["not_seen"])
_APPRAISAL = frozenset(_WORDS["appraisal"])
_ACCORDING = frozenset(_WORDS["according_to"])
_BACK_NOUN = frozenset(_WORDS["back_noun"])
_BACK_VERB = frozenset(_WORDS["back_verb"])

_SIGNS = frozenset(",;:—–-―")
_DASHES = frozenset("—–-―")
_LIGHT_POS = frozenset({"ADV", "PART"})
_CONJUNCTIONS = frozenset({"и", "а", "но", "также", "однако", "тоже"})
_DATELINE = re.compile(
    r"^[А-ЯЁ][А-Яа-яЁё\s./-]{2,40}(?:,\s*\d{1,2}\s+\w+[^.—–-]{0,20})?\s*[.—–-]+\s*"
    r"(?:ИА\s+)?(?:РИА Новости|ТАСС|Интерфакс|Регнум|Синьхуа|Прайм)[^.]{0,20}\.\s*|^/[^/]{3,40}/\s*"
)
_BACK = re.compile(r"^(?:Об этом|О ч[её]м|Это|С таким|С этим|Так|Такое|Такую|Такие|Такой|Соответствующ\w+|Данн\w+)\b")
_POSSESSIVE = frozenset({"его", "ее", "её", "их"})
_SHORTEST = 8  # characters: anything shorter is no content


def is_cue(token: Token, sentence: Sentence) -> bool:
    """A finite verb of speech or a gerund of one ("добавив"), not an infinitive and not a participle."""
    if token.pos == "VERB" and token.lemma in _BACK_VERB and token.index < 9 and points_back(sentence, token.index):
        return True
    if token.pos != "VERB" or token.lemma not in _CUES:
        return False
    form = token.feats.get("VerbForm")
    return form in ("Fin", "Conv") and token.feats.get("Tense") != "Fut"


def read_named(talk: Talk, sentence: Sentence, speakers: Speakers) -> Iterator[Statement]:
    """ "Министр: «…»", "Министр: …": a name at the start of a sentence, a colon, and what was said."""
    tokens = sentence.tokens
    colon = next((t.index for t in tokens[:12] if t.text == ":"), 0)
    who = [m for m in speakers.within(sentence, 0, colon) if m.last == colon - 1 and m.first == 0 and m.type == "PER"]
    if not who or colon + 3 >= len(tokens):
        return
    start, end = tokens[colon + 1].start, content_end(talk, sentence, colon + 1, None)
    cue = (tokens[who[0].first].start, tokens[colon].end)
    yield from _as_statements(talk, sentence, colon, speakers.remember(who, sentence), start, end, cue)


def read_with_reference(talk: Talk, sentence: Sentence, speakers: Speakers) -> Iterator[Statement]:
    """ "…, передает агентство со ссылкой на МИД": the content before is the ministry's."""
    tokens = sentence.tokens
    for index in range(4, len(tokens) - 3):
        if tokens[index].lemma != "ссылка" or talk.quotation_at(tokens[index].start):
            continue
        verb = next((t.index for t in reversed(tokens[:index]) if t.lemma in RELAY and t.pos == "VERB"), None)
        who = speakers.within(sentence, index + 2, min(index + 9, len(tokens) - 1))[:1]
        if verb is None or not who or tokens[index + 1].text != "на":
            continue
        if verb < 5 or tokens[verb - 1].text not in _SIGNS:
            speakers.remember(who, sentence)
            continue
        cue = (tokens[index].start, tokens[index].end)
        end = tokens[verb - 2].end
        yield from _as_statements(
            talk, sentence, verb, speakers.remember(who, sentence), _content_start(sentence), end, cue
        )


def read_indirect(talk: Talk, sentence: Sentence, cue: int, speakers: list[Mention]) -> Iterator[Statement]:
    """The reported speech that hangs on one verb of speech: its content after it, else its content before it."""
    found = False
    for start in _starts_after(talk, sentence, cue, speakers):
        end = content_end(talk, sentence, start, cue)
        for statement in _as_statements(talk, sentence, cue, speakers, sentence.tokens[start].start, end):
            found = True
            yield statement
        if found:
            return
    yield from _before(talk, sentence, cue, speakers)


# --- Content after the verb --------------------------------------------------------------------


def _starts_after(talk: Talk, sentence: Sentence, cue: int, speakers: list[Mention]) -> Iterator[int]:
    """Where content may start, best reading first, as the index of its first token."""
    if _inside_how(sentence, cue):
        start = _after_how(sentence, cue)
        if start is not None:
            yield start
        return
    for start in (
        _after_that(talk, sentence, cue),
        _after_colon(talk, sentence, cue),
        _infinitive(sentence, cue),
        _after_preposition(sentence, cue),
        _object(sentence, cue),
        _sees_no(sentence, cue),
    ):
        if start is not None:
            yield start


def _negated(sentence: Sentence, verb: int) -> bool:
    return verb > 0 and sentence.tokens[verb - 1].text.lower() == "не"


def _after_that(talk: Talk, sentence: Sentence, cue: int) -> int | None:
    """The token after ", что" that belongs to the verb."""
    tokens = sentence.tokens
    if _negated(sentence, cue) and tokens[cue].lemma not in ("исключить", "исключать", "сомневаться", "скрывать"):
        return None
    for index in range(cue + 1, min(cue + 30, len(tokens) - 2)):
        token = tokens[index]
        if token.text.lower() in ("что", "чтобы") and tokens[index - 1].text == ",":
            if talk.quotation_at(token.start):
                return None
            if tokens[cue].lemma in _QUOTATION_ONLY and not _noun_before(tokens, cue, index):
                return None
            if token.text.lower() == "чтобы" and index - cue > 4:
                return None  # a purpose, not what was said
            return index + 1
        if token.pos == "VERB" and token.feats.get("VerbForm") == "Fin" and not _relative(sentence, index, cue):
            return None
        if token.text in ":;":
            return None
    return None


def _noun_before(tokens: list[Token], cue: int, that: int) -> bool:
    """ "выступил с заявлением, что", "призвал к тому, чтобы": a noun or "то" carries the clause."""
    return any(t.lemma in ("то", "мнение", "заявление", "надежда", "уверенность") for t in tokens[cue + 1 : that - 1])


def _relative(sentence: Sentence, verb: int, cue: int) -> bool:
    """A verb inside a relative clause between the cue and its "что"."""
    return any(t.lemma in ("который", "где", "когда") for t in sentence.tokens[cue + 1 : verb])


def _after_colon(talk: Talk, sentence: Sentence, cue: int) -> int | None:
    """ "Глава концерна отметил: …", without quotation marks."""
    tokens = sentence.tokens
    for index in range(cue + 1, min(cue + 16, len(tokens) - 2)):
        if tokens[index].text == ":":
            following = tokens[index + 1]
            return None if talk.quotation_at(following.start) else index + 1
        if tokens[index].text in ",;":
            return None
    return None


def _infinitive(sentence: Sentence, cue: int) -> int | None:
    tokens = sentence.tokens
    if tokens[cue].lemma not in _WITH_INFINITIVE:
        return None
    for index in range(cue + 1, min(cue + 16, len(tokens))):
        token = tokens[index]
        if token.text in ",:;":
            return None
        if token.pos == "VERB" and token.feats.get("VerbForm") == "Inf":
            if tokens[cue].lemma.startswith("призва") or tokens[cue].lemma.startswith("призыва"):
                return _after_subject(sentence, cue)
            return index - 1 if tokens[index - 1].text.lower() == "не" else index
        if token.pos == "VERB":
            return None
    return None


def _after_preposition(sentence: Sentence, cue: int) -> int | None:
    tokens, lemma = sentence.tokens, sentence.tokens[cue].lemma
    prepositions = _PREPOSITIONS.get(lemma)
    if not prepositions:
        return None
    for index in range(cue + 1, min(cue + 14, len(tokens) - 1)):
        token = tokens[index]
        if token.text in ",:;" or (token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"):
            return None
        if token.text.lower() not in prepositions:
            continue
        noun = _governed(sentence, index)
        if noun is None:
            return None
        if lemma in ("обратить", "обращать") and not any(t.lemma == "внимание" for t in tokens[cue:index]):
            return None
        if lemma in ("призвать", "призывать"):
            return _after_subject(sentence, cue)
        long = len(sentence.subtree(noun)) >= 3
        if tokens[noun].lemma in _INTENT or (long and (lemma in _ANY_COMPLEMENT or lemma in ("заявить", "заявлять"))):
            return index if token.text.lower() in ("к", "ко", "за", "против") else index + 1
        return None
    return None


def _governed(sentence: Sentence, preposition: int) -> int | None:
    head = sentence.tokens[preposition].head
    if head > preposition and sentence.tokens[head].pos in ("NOUN", "PROPN", "PRON"):
        return head
    for token in sentence.tokens[preposition + 1 : preposition + 8]:
        if token.pos in ("NOUN", "PROPN"):
            return token.index
    return None


def _object(sentence: Sentence, cue: int) -> int | None:
    """The start of the object that is itself the content ("подчеркнул важность …", "назвал это …")."""
    tokens, lemma = sentence.tokens, sentence.tokens[cue].lemma
    if lemma not in _WITH_OBJECT or _negated(sentence, cue):
        return None
    if lemma in ("оценить", "оценивать") and not _praised(sentence, cue):
        return None
    noun = min((child for child in sentence.children[cue] if child > cue and _is_object(tokens[child])), default=None)
    if noun is None:
        return None
    if lemma in _JUDGE:
        person = tokens[noun].feats.get("Animacy") == "Anim" and tokens[noun].pos == "PROPN"
        judged = lemma != "назвать" or tokens[noun].lemma == "это" or any(t.feats.get("Case") == "Ins" for t in tokens)
        return None if person or not judged else _phrase_start(sentence, noun, cue)
    if tokens[noun].lemma in _NOT_CONTENT:
        return None
    if tokens[noun].pos == "PRON" or len(sentence.subtree(noun)) < 2:
        return None
    return _phrase_start(sentence, noun, cue)


def _phrase_start(sentence: Sentence, noun: int, cue: int) -> int:
    """The leftmost token of the noun's phrase after the verb."""
    phrase, start = set(sentence.subtree(noun)), noun
    while start - 1 > cue and start - 1 in phrase and sentence.tokens[start - 1].text not in ",:":
        start -= 1
    return start


def _is_object(token: Token) -> bool:
    if token.rel not in ("obj", "obl", "iobj", "nsubj") or token.pos not in ("NOUN", "PROPN", "PRON"):
        return False
    case = token.feats.get("Case")
    return case in ("Acc", None) or (case == "Nom" and token.rel == "obj")


def _sees_no(sentence: Sentence, cue: int) -> int | None:
    """ "не видит необходимости …", "не видит препятствий …": the verb belongs to the content."""
    tokens = sentence.tokens
    if tokens[cue].lemma != "видеть" or not _negated(sentence, cue):
        return None
    return cue - 1 if any(t.lemma in _NOT_SEEN for t in tokens[cue + 1 : cue + 4]) else None


def _praised(sentence: Sentence, cue: int) -> bool:
    return any(t.lemma in _APPRAISAL for t in sentence.tokens[max(0, cue - 3) : cue + 3])


def _after_subject(sentence: Sentence, cue: int) -> int:
    """The first token after the verb that is neither an adverb nor its subject."""
    tokens = sentence.tokens
    inside: set[int] = set()
    for child in sentence.children[cue]:
        if tokens[child].rel == "nsubj" and child > cue:
            inside.update(sentence.subtree(child))
    index = cue + 1
    while index < len(tokens) - 1 and (
        index in inside or (tokens[index].pos in _LIGHT_POS and tokens[index].text != "не")
    ):
        index += 1
    return index


# --- "как заявил X", "по словам X" ----------------------------------------------------------------


def _inside_how(sentence: Sentence, cue: int) -> bool:
    return _how(sentence, cue) is not None


def _how(sentence: Sentence, cue: int) -> int | None:
    """The index of "как" in "как (ранее) заявил X"."""
    tokens = sentence.tokens
    for index in range(cue - 1, max(-1, cue - 6), -1):
        if tokens[index].text.lower() == "как":
            return index
        if tokens[index].pos not in ("ADV", "PART", "ADP", "NOUN", "ADJ", "PRON") or tokens[index].text in _SIGNS:
            return None
    return None


def _after_how(sentence: Sentence, cue: int) -> int | None:
    """After "как заявил X,": only where the clause opens the sentence, but for a word or two ("Кроме того, как …")."""
    how = _how(sentence, cue)
    tokens = sentence.tokens
    if how is None or how > 4 or any(t.pos == "VERB" for t in tokens[:how]):
        return None
    return _after_comma(sentence, cue)


def _after_comma(sentence: Sentence, index: int) -> int | None:
    """The token after the comma that ends the clause in which `index` stands, past its appositions."""
    tokens = sentence.tokens
    for place in range(index + 1, len(tokens) - 2):
        if tokens[place].text == "," and not _in_apposition(sentence, place):
            return place + 1
    return None


def _in_apposition(sentence: Sentence, comma: int) -> bool:
    """A comma before a relative clause or a participle of the speaker ("Песков, комментируя …,")."""
    following = sentence.tokens[comma + 1]
    return following.lemma == "который" or following.feats.get("VerbForm") in ("Conv", "Part")


def read_according_to(talk: Talk, sentence: Sentence, speakers: Speakers) -> Iterator[Statement]:
    """ "По словам X, …", "…, по мнению X", "… которые, по оценке X, …"."""
    tokens = sentence.tokens
    for index in range(len(tokens) - 2):
        if tokens[index].text.lower() != "по" or talk.quotation_at(tokens[index].start):
            continue
        noun = index + 1 if tokens[index + 1].lemma in _ACCORDING else index + 2
        if tokens[noun].lemma not in _ACCORDING or tokens[noun].feats.get("Case", "Dat") != "Dat":
            continue
        who, last = _whose(sentence, index, noun, speakers)
        cue = (tokens[index].start, tokens[noun].end)
        for start, end in _around_parenthesis(talk, sentence, index, last):
            yield from _as_statements(talk, sentence, index, who, start, end, cue)


def _whose(sentence: Sentence, by: int, noun: int, speakers: Speakers) -> tuple[list[Mention], int]:
    """Whose words, and the last token that says so."""
    tokens = sentence.tokens
    if noun == by + 2 and tokens[by + 1].text.lower() in _POSSESSIVE:
        return speakers.of_pronoun(sentence, by + 1), noun
    following = noun + 1
    while following < len(tokens) - 1 and tokens[following].text not in ",—–:;":
        following += 1
    for child in sentence.children[noun]:
        if child > noun and tokens[child].rel in ("nmod", "appos", "flat"):
            return speakers.remember(speakers.of_noun(sentence, child), sentence), following - 1
    near = speakers.within(sentence, noun + 1, following - 1)
    return speakers.remember(near[:1], sentence), following - 1


def _around_parenthesis(talk: Talk, sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The content beside a parenthesis at tokens first..last: after it, before it, or all around."""
    tokens = sentence.tokens
    start = _content_start(sentence)
    if last + 1 >= len(tokens) - 1:
        yield start, tokens[max(first - 1, 0)].start if first else start
        return
    after = last + 2 if tokens[last + 1].text in _SIGNS else last + 1
    if after >= len(tokens):
        return
    relative = first >= 2 and tokens[first - 1].text == "," and tokens[first - 2].lemma in ("который", "что")
    if relative or not any(t.pos in ("NOUN", "PROPN", "VERB") for t in tokens[:first]):
        yield tokens[after].start, content_end(talk, sentence, after, last)
    else:
        yield start, content_end(talk, sentence, after, last)


# --- Content before the verb ----------------------------------------------------------------------


def _before(talk: Talk, sentence: Sentence, cue: int, speakers: list[Mention]) -> Iterator[Statement]:
    """ "…, сообщил X", and "Об этом сообщил X" after the sentence that it speaks of."""
    tokens = sentence.tokens
    how = _how(sentence, cue)
    first = how if how is not None else cue
    while (first > 0 and tokens[first - 1].pos in _LIGHT_POS | {"CCONJ"}) or (
        first > 1 and tokens[first - 1].text.lower() == "об"
    ):
        first -= 1
    if points_back(sentence, cue):
        yield from _sentence_before(talk, sentence, cue, speakers)
        return
    if _judged_before(sentence, cue):
        end = content_end(talk, sentence, cue, None)
        yield from _as_statements(talk, sentence, cue, speakers, _content_start(sentence), end)
        return
    if first < 2 or tokens[first - 1].text not in _SIGNS - {":"} or talk.quotation_at(tokens[first - 2].start):
        return
    start = _content_start(sentence)
    if _subordinate(sentence, cue) or tokens[cue].feats.get("VerbForm") != "Fin":
        return
    resumed = _resumes(sentence, cue, first)
    if resumed is not None:
        yield from _as_statements(talk, sentence, cue, speakers, start, content_end(talk, sentence, resumed, None))
    elif _inverted(sentence, cue, first):
        yield from _as_statements(talk, sentence, cue, speakers, start, tokens[first - 2].end)


def _resumes(sentence: Sentence, cue: int, first: int) -> int | None:
    """ "Россия, заявил министр, всегда поддерживала …": where the clause goes on after the verb and its subject."""
    tokens = sentence.tokens
    if any(t.feats.get("VerbForm") == "Fin" for t in tokens[:first]):
        return None
    for index in range(cue + 1, min(cue + 10, len(tokens) - 2)):
        if tokens[index].text == ",":
            return index + 1 if any(t.feats.get("VerbForm") == "Fin" for t in tokens[index + 1 :]) else None
    return None


def _judged_before(sentence: Sentence, cue: int) -> bool:
    """ "Обвинения в МИД назвали голословными": what is judged opens the sentence."""
    tokens = sentence.tokens
    if tokens[cue].lemma not in _JUDGE:
        return False
    return any(
        tokens[child].rel == "obj" and child < cue and sentence.subtree(child)[0] == 0 and tokens[child].pos == "NOUN"
        for child in sentence.children[cue]
    )


def points_back(sentence: Sentence, cue: int) -> bool:
    """ "Об этом заявил X", "Такое заявление сделал X": the content is the sentence before."""
    tokens = sentence.tokens
    opening = _BACK.match(" ".join(t.text for t in tokens[:2]))
    if not opening or cue > 9:
        return False
    if opening[0].lower() in ("об этом", "о чем", "о чём"):
        return True
    return tokens[cue].lemma in _BACK_VERB and any(t.lemma in _BACK_NOUN for t in tokens[:cue])


def _sentence_before(talk: Talk, sentence: Sentence, cue: int, speakers: list[Mention]) -> Iterator[Statement]:
    if sentence.index == 0:
        return  # what the title says is not in the text
    previous = talk.document.sentences[sentence.index - 1]
    start, end = _content_start(previous), content_end(talk, previous, 0, None)
    opening = talk.quotation_at(start)
    if opening and opening.close >= end - 1:
        return
    yield from _as_statements(talk, sentence, cue, speakers, start, end)


def _inverted(sentence: Sentence, cue: int, first: int) -> bool:
    """The subject comes after the verb, or is a body in its place; what stands before is a clause of its own."""
    tokens = sentence.tokens
    before = tokens[: first - 1]
    if len(before) < 4:
        return False
    return all(tokens[child].rel != "nsubj" or child >= first - 1 for child in sentence.children[cue])


def _subordinate(sentence: Sentence, cue: int) -> bool:
    """The verb is in a relative clause ("которого назвал …")."""
    tokens = sentence.tokens
    for index in range(cue - 1, -1, -1):
        if tokens[index].text == ",":
            return False
        if tokens[index].lemma in ("который", "где", "кто", "чей", "когда", "если", "что"):
            return True
    return False


def _content_start(sentence: Sentence) -> int:
    """The start of the sentence, past a dateline."""
    text = "".join(
        token.text + " " * ((sentence.tokens[i + 1].start if i + 1 < len(sentence.tokens) else token.end) - token.end)
        for i, token in enumerate(sentence.tokens[:24])
    )
    opening = _DATELINE.match(text)
    return sentence.start + (opening.end() if opening and opening.end() < len(text) else 0)


# --- Where content ends --------------------------------------------------------------------------


def content_end(talk: Talk, sentence: Sentence, start: int, cue: int | None) -> int:
    """Where content from token `start` ends: before who passed it on, before the next verb of speech."""
    tokens, text = sentence.tokens, talk.document.text
    end = tokens[-1].end
    spanning = [q for q in talk.quotations if tokens[start].start <= q.open < sentence.end < q.close]
    if spanning:
        end = spanning[0].close
    for index in range(start + 1, len(tokens)):
        if talk.quotation_at(tokens[index].start) and not _opens(talk, tokens[index].start):
            continue
        if _ends_at(talk, sentence, index, cue):
            end = tokens[index - 1].end
            break
    return _rtrim(text, tokens[start].start, end)


def _opens(talk: Talk, place: int) -> bool:
    return any(q.open == place for q in talk.quotations)


def _ends_at(talk: Talk, sentence: Sentence, index: int, cue: int | None) -> bool:
    tokens = sentence.tokens
    token = tokens[index]
    if token.text == ":" and index + 1 < len(tokens) and _opens(talk, tokens[index + 1].start):
        return True
    if token.text == "(" and any(t.lemma in ("цитата", "цитировать") for t in tokens[index + 1 : index + 3]):
        return True
    if token.text == "." and index + 1 < len(tokens):
        following = tokens[index + 1]  # "… в 2025 г. Президент …": the full stop of a year ended the sentence too
        if _opens(talk, following.start) and talk.document.text[following.start + 1 : following.start + 2].isupper():
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
        or tokens[index].text.lower() in ("при", "этом", "как", "об", "затем")
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
    return cue is not None and _same_form(tokens[cue], verb) and _speaks_on(sentence, index)


def _final_according(sentence: Sentence, by: int) -> bool:
    """ ", по словам X." at the end of the sentence."""
    rest = sentence.tokens[by + 1 :]
    return any(t.lemma in _ACCORDING for t in rest[:2]) and not any(t.text == "," for t in rest)


def _followed_by_subject(sentence: Sentence, verb: int) -> bool:
    """ "…, сообщил сегодня министр", "…, заявили в МИД"."""
    tokens = sentence.tokens
    for token in tokens[verb + 1 : verb + 9]:
        if token.text in ",:;":
            return False
        if token.pos in ("NOUN", "PROPN", "PRON") and token.feats.get("Case", "Nom") == "Nom":
            return True
        if token.text.lower() in ("в", "на") and tokens[verb].feats.get("Number") == "Plur":
            return True
    return False


def _same_form(first: Token, second: Token) -> bool:
    return all(first.feats.get(key) == second.feats.get(key) for key in ("Tense", "Number", "Gender"))


def _speaks_on(sentence: Sentence, verb: int) -> bool:
    """A verb of speech with content of its own: ", что", an infinitive, a preposition, an object, a quotation."""
    following = sentence.tokens[verb + 1 : verb + 7]
    return (
        any(t.text.lower() in ("что", "чтобы") or t.text == ":" or t.text in '«"' for t in following)
        or _infinitive(sentence, verb) is not None
        or _after_preposition(sentence, verb) is not None
        or _object(sentence, verb) is not None
    )


def _rtrim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\n.,;:—–-―":
        end -= 1
    return end


# --- Statements of a span ---------------------------------------------------------------------------


def _as_statements(
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
    end = _rtrim(text, start, end)
    if end - start < _SHORTEST:
        return
    inside = [q for q in talk.quotations if start <= q.open and q.end <= end + 1]
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


_JOINT = re.compile(r",\s*(?:а|и|но|а также|при этом|поскольку|так как|потому что)(?:\s+что)?\s*$")


def _joint(text: str, start: int, place: int) -> int:
    match = _JOINT.search(text, start, place)
    return match.start() if match else place


def _stands_alone(text: str, start: int, place: int) -> bool:
    match = _JOINT.search(text, start, place)
    return bool(match) and match.start() - start > 20
