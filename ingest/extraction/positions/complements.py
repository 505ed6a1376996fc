"""Content after a verb of speech: a clause, an infinitive, a complement with a preposition, an object."""

from collections.abc import Iterator

from ingest.extraction.document import Mention, Sentence, Token
from ingest.extraction.lexicon import load
from ingest.extraction.positions.cues import LIGHT_POS, how_before, is_cue
from ingest.extraction.positions.statements import Talk

_WORDS = load("speech")
_QUOTATION_ONLY = frozenset(_WORDS["quotation_only"])
_CLAUSE_NOUN = frozenset(_WORDS["clause_noun"])
_PREPOSITIONS = {verb: frozenset(words) for verb, words in _WORDS["with_preposition"].items()}
_ANY_COMPLEMENT = frozenset(_WORDS["any_complement"])
_LIGHT = {verb: frozenset(nouns) for verb, nouns in _WORDS["light_verb"].items()}
_INTENT = frozenset(_WORDS["intent"])
_WITH_OBJECT = frozenset(_WORDS["with_object"])
JUDGE = frozenset(_WORDS["judge"])
_NO_CLAUSE = JUDGE | frozenset(_WORDS["comments"])
_WITH_INFINITIVE = frozenset(_WORDS["with_infinitive"])
_NOT_CONTENT = frozenset(_WORDS["not_content"])
_PASS, _PASSED = frozenset(_WORDS["pass"]), frozenset(_WORDS["passed"])
_FEELING_ONLY, _WITH_AS = frozenset(_WORDS["feeling_only"]), frozenset(_WORDS["with_as"])
_AS_REACH = 12  # tokens from what is judged to "как"
_KEPT_UP = frozenset(_WORDS["kept_up"])
_NOT_SEEN = frozenset(_WORDS["not_seen"])
_WORDS_OF, _OWNED = frozenset(_WORDS["words_of"]), 16  # and tokens that the name of their owner may have
_THANK = frozenset({"поблагодарить", "благодарить"})
_FIND = frozenset({"считать", "счесть", "посчитать", "находить", "полагать", "признать", "признавать"})
_APPRAISAL = frozenset(_WORDS["appraisal"])


def starts_after(talk: Talk, sentence: Sentence, cue: int, speakers: list[Mention]) -> Iterator[int]:
    """Where content may start, best reading first, as the index of its first token."""
    if how_before(sentence, cue) is not None:
        start = after_how(sentence, cue)
        if start is not None:
            yield start
        return
    for start in (
        _after_that(talk, sentence, cue),
        _after_colon(talk, sentence, cue),
        infinitive(sentence, cue),
        after_preposition(sentence, cue),
        object_start(sentence, cue),
        _after_light_verb(sentence, cue),
        _found_needful(sentence, cue),
        _sees_no(sentence, cue),
        _not_ruled_out(sentence, cue),
    ):
        if start is not None:
            yield start


def after_how(sentence: Sentence, cue: int) -> int | None:
    """After "как заявил X,": only where the clause opens the sentence, but for a word or two ("Кроме того, как …")."""
    how = how_before(sentence, cue)
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
            if words_of_another(sentence, index) is not None:
                return None
            return index + 2 if tokens[index + 1].text == "," else index + 1
        finite = token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"
        if finite and (is_cue(token, sentence) or not _relative(sentence, index, cue)):
            return None  # "…, который объявил, что …": the clause is another's
        if token.feats.get("VerbForm") == "Conv" and is_cue(token, sentence):
            return None  # "…, сказал X, добавив, что …"
        if token.text in ":;":
            return None
    return None


def words_of_another(sentence: Sentence, that: int) -> int | None:
    """ "Прокомментировал слова министра о том, что …": the index of "слова", which have an owner of their own."""
    tokens = sentence.tokens
    if that < 4 or tokens[that - 1].text != "," or tokens[that - 2].text != "том" or tokens[that - 3].text != "о":
        return None
    nouns = (t.index for t in reversed(tokens[max(0, that - _OWNED) : that - 3]) if t.lemma in _WORDS_OF)
    noun = next(nouns, None)
    if noun is None:
        return None
    between = tokens[noun + 1 : that - 3]
    if not between or any(t.text in ",;:" or t.feats.get("VerbForm") == "Fin" for t in between):
        return None
    return noun if between[-1].pos in ("NOUN", "PROPN") else None


def _noun_before(tokens: list[Token], cue: int, that: int) -> bool:
    """ "выступил с заявлением, что", "призвал к тому, чтобы": a noun or "то" carries the clause."""
    return tokens[cue].lemma not in _NO_CLAUSE and any(t.lemma in _CLAUSE_NOUN for t in tokens[cue + 1 : that - 1])


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


def infinitive(sentence: Sentence, cue: int) -> int | None:
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


def after_preposition(sentence: Sentence, cue: int) -> int | None:
    tokens, lemma = sentence.tokens, sentence.tokens[cue].lemma
    prepositions = _PREPOSITIONS.get(lemma)
    if not prepositions or ("в" in prepositions and _is_impersonal(sentence, cue)):
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


def _is_impersonal(sentence: Sentence, cue: int) -> bool:
    """ "Заверили в министерстве": without a subject, "в" tells who speaks."""
    plural = sentence.tokens[cue].feats.get("Number") == "Plur"
    return plural and not any(sentence.tokens[c].rel.startswith("nsubj") for c in sentence.children[cue])


def _governed(sentence: Sentence, preposition: int) -> int | None:
    head = sentence.tokens[preposition].head
    if head > preposition and sentence.tokens[head].pos in ("NOUN", "PROPN", "PRON"):
        return head
    for token in sentence.tokens[preposition + 1 : preposition + 8]:
        if token.pos in ("NOUN", "PROPN"):
            return token.index
    return None


def object_start(sentence: Sentence, cue: int) -> int | None:
    """The start of the object that is itself the content ("подчеркнул важность …", "назвал это …")."""
    tokens, lemma = sentence.tokens, sentence.tokens[cue].lemma
    if lemma not in _WITH_OBJECT or _negated(sentence, cue):
        return None
    if lemma in ("оценить", "оценивать") and not _praised(sentence, cue):
        return None
    noun = min((child for child in sentence.children[cue] if child > cue and _is_object(tokens[child])), default=None)
    if noun is None:
        return None
    if lemma in _FEELING_ONLY and tokens[noun].lemma not in _INTENT:
        return None
    if lemma in _WITH_AS:
        judged = any(t.text.lower() == "как" for t in tokens[noun + 1 : noun + _AS_REACH])
        return _phrase_start(sentence, noun, cue) if judged else None
    if lemma in JUDGE:
        person = tokens[noun].feats.get("Animacy") == "Anim" and tokens[noun].pos == "PROPN"
        judged = lemma != "назвать" or tokens[noun].lemma == "это" or any(t.feats.get("Case") == "Ins" for t in tokens)
        if person or not judged:
            return None
        first = _after_subject(sentence, cue)  # "назвал взвешенной позицию …": the judgement may come first
        return (
            first if first < noun and tokens[first].feats.get("Case") == "Ins" else _phrase_start(sentence, noun, cue)
        )
    if lemma == "поддерживать" and tokens[noun].lemma in _KEPT_UP:
        return None
    if tokens[noun].lemma in _NOT_CONTENT or (lemma in _PASS and tokens[noun].lemma in _PASSED):
        return None
    if lemma in _THANK:
        return _thanked(sentence, cue)
    feeling = tokens[noun].lemma in _INTENT and noun + 2 < len(tokens) and _goes_on(tokens[noun + 1])
    if tokens[noun].pos == "PRON" or (len(sentence.subtree(noun)) < 2 and not feeling):
        return None
    return _phrase_start(sentence, noun, cue)


def _goes_on(token: Token) -> bool:
    """What a feeling is about or whom it is for: a preposition or a dative after the noun."""
    return token.pos == "ADP" or token.feats.get("Case") == "Dat"


def _thanked(sentence: Sentence, cue: int) -> int | None:
    """ "Поблагодарил Китай за …": a country or body thanked; a person thanked is a courtesy."""
    following = sentence.tokens[cue + 1 : cue + 7]
    person = any(t.feats.get("Animacy") == "Anim" for t in following[:2])
    return None if person or not any(t.text.lower() == "за" for t in following) else cue + 1


def _found_needful(sentence: Sentence, cue: int) -> int | None:
    """ "Считает нужным …", "сочли возможным …": the judgement and what hangs on it."""
    tokens = sentence.tokens
    if tokens[cue].lemma not in _FIND or cue + 2 >= len(tokens):
        return None
    adverb = tokens[cue + 1].pos == "ADV" and cue + 3 < len(tokens)  # "считает очень важным"
    judgement = tokens[cue + 2 if adverb else cue + 1]
    return cue + 1 if judgement.pos == "ADJ" and judgement.feats.get("Case") == "Ins" else None


def _after_light_verb(sentence: Sentence, cue: int) -> int | None:
    """ "Дал высокую оценку усилиям …": what hangs on the noun of a light verb."""
    tokens = sentence.tokens
    nouns = _LIGHT.get(tokens[cue].lemma, ())
    noun = next((child for child in sentence.children[cue] if child > cue and tokens[child].lemma in nouns), None)
    if noun is None or noun + 2 >= len(tokens) or tokens[noun + 1].text in ",.:;":
        return None
    return noun + 1


def _phrase_start(sentence: Sentence, noun: int, cue: int) -> int:
    """The leftmost token of the noun's phrase after the verb."""
    phrase, start = set(sentence.subtree(noun)), noun
    while start - 1 > cue and start - 1 in phrase and sentence.tokens[start - 1].text not in ",:":
        start -= 1
    return start


def _is_object(token: Token) -> bool:
    noun = token.pos in ("NOUN", "PROPN", "PRON") or token.text.endswith("ость")  # a rare noun may pass for a verb
    if token.rel not in ("obj", "obl", "iobj", "nsubj") or not noun:
        return False
    case = token.feats.get("Case")
    return case in ("Acc", None) or (case == "Nom" and token.rel == "obj")


def _not_ruled_out(sentence: Sentence, cue: int) -> int | None:
    """ "Не исключил участия …": the genitive after the denied verb."""
    tokens = sentence.tokens
    if tokens[cue].lemma not in ("исключить", "исключать") or not _negated(sentence, cue) or cue + 2 >= len(tokens):
        return None
    genitive = tokens[cue + 1].feats.get("Case") == "Gen" and tokens[cue + 1].pos in ("NOUN", "ADJ", "DET")
    return cue + 1 if genitive else None


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
        index in inside or (tokens[index].pos in LIGHT_POS and tokens[index].text != "не")
    ):
        index += 1
    return index
