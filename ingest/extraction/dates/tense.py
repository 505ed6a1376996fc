"""Whether the words around a date speak of the past or of what is to come."""

import re
from itertools import islice

from ingest.extraction.dates.words import MONTH_WORD, PLANS, SCHEDULED, WILL_BE, fold
from ingest.extraction.document import Sentence, Token

COMING = ("предстоящий", "грядущий", "запланированный", "намеченный", "ожидаемый")
_NEAR = 8  # words of an event's own before its date
_VERBAL = {"VERB", "AUX"}


_PAST_ENDING = re.compile(r".+л[аои]?(?:с[ья])?")  # of rare verbs the tagger takes the past for a future


def _finite_past(token: Token) -> bool:
    if token.feats.get("VerbForm") == "Part":
        return False
    return token.feats.get("Tense") == "Past" or (token.feats.get("Tense") == "Fut" and _ends_as_past(token))


def _ends_as_past(token: Token) -> bool:
    return bool(_PAST_ENDING.fullmatch(fold(token.text)))


def is_future(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is in the future tense, simple or with "будет"."""
    if (token.feats.get("Tense") == "Fut" and not _ends_as_past(token)) or fold(token.text) in WILL_BE:
        return True
    return any(fold(sentence.tokens[child].text) in WILL_BE for child in sentence.children[token.index])


def _own_lean(sentence: Sentence, token: Token) -> str:
    """The time of one verb, short adjective or participle; empty where it tells none."""
    if token.lemma in PLANS and not _finite_past(token):
        return "future"
    if token.pos not in _VERBAL and token.feats.get("Variant") != "Short":
        return ""
    if is_future(sentence, token):
        return "future"
    if _finite_past(token):
        return "past"
    if token.lemma in SCHEDULED and token.feats.get("Tense") == "Pres" and token.feats.get("VerbForm") == "Fin":
        return "future"  # "во вторник начинается визит": today or to come
    if token.feats.get("Aspect") == "Perf" and token.feats.get("Tense") == "Past":
        return "past"
    return ""


def _done(sentence: Sentence, index: int) -> bool:
    """Whether a date hangs at once on a verb in the past tense, without "на", "к", "до": "посетил Москву 14 марта"."""
    for above in islice(sentence.ancestors(index), 2):
        if _finite_past(above) and above.pos == "VERB":
            leading = {sentence.tokens[at].text.lower() for at in range(max(0, index - 2), index)}
            return above.lemma not in PLANS and not leading & {"на", "к", "ко", "до", "с", "со", "о", "об", "не"}
        if above.pos == "NOUN" and not MONTH_WORD.fullmatch(fold(above.text)):
            return False
        if above.pos not in {"NUM", "ADJ", "NOUN"}:
            return False
    return False


def _is_of_what_is_to_come(sentence: Sentence, index: int) -> bool:
    """ "предстоящего визита в Россию 3–4 июля": the adjective on the noun that the date follows."""
    for token in reversed(sentence.tokens[max(0, index - _NEAR) : index]):
        if token.pos in ("PUNCT", "VERB", "SCONJ"):
            return False
        if token.lemma in COMING and token.feats.get("Case"):
            return True
    return False


def lean(sentence: Sentence, index: int) -> str:
    """What the token at `index` dates lies in the "past", the "future" or "": by the nearest verb above or around.

    "done" is a past that leaves no doubt: the verb stands right above the date.
    """
    if _is_of_what_is_to_come(sentence, index):
        return "future"
    if _done(sentence, index):
        return "done"
    ahead = index > 0 and sentence.tokens[index - 1].lemma == "на"  # "наметили на май"
    for above in (sentence.tokens[index], *sentence.ancestors(index)):
        if above.index > index and above.lemma in PLANS and _finite_past(above) and not ahead:
            return "past"  # "в мае пригласил": when it was done; "пригласил в мае": for when
        if above.feats.get("VerbForm") == "Inf":
            ahead = True  # "предложил встретиться в мае": what is proposed lies ahead
        told = "future" if ahead and above.lemma in PLANS else _own_lean(sentence, above)
        if told:
            return told
    around = sorted(sentence.tokens, key=lambda token: abs(token.index - index))
    return next((told for token in around if (told := _own_lean(sentence, token))), "")
