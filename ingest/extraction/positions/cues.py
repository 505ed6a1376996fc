"""Verbs of speech: which they are, and whether they speak of the sentence before."""

import re

from ingest.extraction.document import Sentence, Token
from ingest.extraction.lexicon import load

_WORDS = load("speech")
SAY = frozenset(_WORDS["say"]) | frozenset(_WORDS["with_object"]) | frozenset(_WORDS["with_preposition"])
SAY |= frozenset(_WORDS["with_infinitive"]) | frozenset(_WORDS["light_verb"])
IMPERSONAL = frozenset(_WORDS["impersonal"])
DOCUMENT_NOUNS = frozenset(_WORDS["document_noun"])
RELAY = frozenset(_WORDS["relay_verb"])
_CUES = SAY | IMPERSONAL | frozenset(_WORDS["passing_verb"])
_CONVINCED = frozenset(_WORDS["convinced"])
_BACK_NOUN = frozenset(_WORDS["back_noun"])
_BACK_VERB = frozenset(_WORDS["back_verb"])
_BACK = re.compile(
    r"^(?:Об этом|Заявление|О ч[её]м|Это|С (?:таким\w*|этим|соответствующ\w+|подобн\w+)|Так|Такое|Такую|Такие|Такой|"
    r"Соответствующ\w+|Данн\w+)\b"
)
_FAR = 14  # tokens: a day and a body may come between ("Об этом в среду, 4 мая, на форуме сообщил …")
SIGNS = frozenset(",;:—–-―")
LIGHT_POS = frozenset({"ADV", "PART"})


def is_cue(token: Token, sentence: Sentence) -> bool:
    """A finite verb of speech or a gerund of one ("добавив"), a short "уверен"; no infinitive, no participle."""
    if token.pos == "VERB" and token.lemma in _BACK_VERB and token.index < 9 and points_back(sentence, token.index):
        return True
    if token.pos == "ADJ" and token.feats.get("Variant") == "Short" and token.lemma in _CONVINCED:
        return True
    if token.pos != "VERB" or token.lemma not in _CUES:
        return False
    form = token.feats.get("VerbForm")
    if form == "Part":
        return _is_said(token, sentence)
    return form in ("Fin", "Conv") and token.feats.get("Tense") != "Fut" and token.feats.get("Person", "3") == "3"


def _is_said(token: Token, sentence: Sentence) -> bool:
    """ "Сказано в коммюнике": a short participle that a paper speaks by."""
    if token.feats.get("Variant") != "Short" or token.feats.get("Gender") != "Neut":
        return False
    following = sentence.tokens[token.index + 1 : token.index + 4]
    return token.lemma in SAY and any(t.lemma in DOCUMENT_NOUNS for t in following)


def quotes(token: Token) -> bool:
    """A finite verb that may follow a quotation and its dash, whatever it means ("«…», — успокоил министр")."""
    third = token.feats.get("Person", "3") == "3"
    return (
        third
        and token.pos in ("VERB", "AUX")
        and token.feats.get("VerbForm") == "Fin"
        and token.feats.get("Tense") != "Fut"
    )


def points_back(sentence: Sentence, cue: int) -> bool:
    """ "Об этом заявил X", "Такое заявление сделал X": the content is the sentence before."""
    tokens = sentence.tokens
    opening = _BACK.match(" ".join(t.text for t in tokens[:2]))
    if not opening or cue > _FAR:
        return False
    if opening[0].lower() in ("об этом", "о чем", "о чём"):
        return True
    return tokens[cue].lemma in _BACK_VERB and any(t.lemma in _BACK_NOUN for t in tokens[:cue])


def how_before(sentence: Sentence, cue: int) -> int | None:
    """The index of "как" in "как (ранее) заявил X"."""
    tokens = sentence.tokens
    for index in range(cue - 1, max(-1, cue - 6), -1):
        if tokens[index].text.lower() == "как":
            return index
        if tokens[index].pos not in ("ADV", "PART", "ADP", "NOUN", "ADJ", "PRON") or tokens[index].text in SIGNS:
            return None
    return None
