"""What an event is about, as far as the sentence that reports it says: tells apart events of the same people."""

import re
from functools import cache
from typing import Any

from relations.folding import fold
from relations.merging.stems import stems, words_about

# The words that a matter or an occasion is told in, before the sentence goes on.
WORDS = 6


def matter_of(form: str, sentence: str) -> dict[str, list[str]]:
    """ "kinds" of message or exercise, and the stems of a session's "subject" or a greeting's "occasion".

    Only what the sentence says is in it.
    """
    text = fold(sentence)
    about = words_about()
    found: dict[str, list[str]] = {}
    if form in ("message", "exercise"):
        found["kinds"] = sorted(kind for kind, pattern in _kinds(form).items() if pattern.search(text))
    if form == "session":
        told = _after(rf"\b\w*(?:{about['session']})(?:\s\w+){{0,3}}\sпо ", text, until=rf"\s(?:{about['ends']})\b")
        found["subject"] = sorted(told - set(stems(" ".join(about["any_subject"]))))
    if form == "message":
        told = _after(rf"\b(?=(?:{about['occasion']})\b)(?:(?:по|в) \w+|с)(?: с)? ", text)
        found["occasion"] = sorted(told - set(stems(" ".join(about["any_occasion"]))))
    return {name: words for name, words in found.items() if words}


def _after(pattern: str, text: str, until: str = "$") -> set[str]:
    """The stems of the few words after the pattern, up to a punctuation mark or to what ends them."""
    told = re.search(pattern, text)
    if not told:
        return set()
    phrase = re.split(rf"[,.;:()—–]|{until}", text[told.end() :])[0]
    return set(stems(" ".join(phrase.split()[:WORDS])))


@cache
def _kinds(form: str) -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(rf"\b(?:{'|'.join(begin)})") for kind, begin in words_about()[form].items()}


def contradict(a: dict[str, Any], b: dict[str, Any], name: str) -> bool:
    """Both say it, and have nothing in common."""
    said_a, said_b = a.get(name), b.get(name)
    return bool(said_a and said_b) and not set(said_a) & set(said_b)
