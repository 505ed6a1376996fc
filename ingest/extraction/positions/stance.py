"""Whether a position supports, opposes or only states."""

import re
from collections.abc import Iterable

from ingest.extraction.lexicon import WordLists, load, pattern

_WORDS = load("stance")
_CUES = {lemma: stance for stance, lemmas in _WORDS["cue"].items() for lemma in lemmas}
_LEANS = {lemma: lean["weight"] for lean in _WORDS["lean"].values() for lemma in lean["verbs"]}
_WEIGHTS = {"strong": 1.0, "middling": 0.65, "weak": 0.35}
_LISTS = WordLists(
    {
        (stance, strength): words
        for stance in ("support", "oppose", "neutral")
        for strength, words in _WORDS[stance].items()
    }
)
_MASKED = pattern(_WORDS["masked"])
_DENIAL = re.compile(r"(?<!\w)не\s+(?!только)(?:\w+\s+)?$")
_UNSEEN = re.compile(r"(?<!\w)(?:(?:не\s+ви\w+|нет|без)\s+(?:\w+\s+)?|никак\w+\s+)$", re.IGNORECASE)
_NOT_SO = re.compile(r"(?<!\w)не\s+(?!только)(?:\w+\s+){0,2}$", re.IGNORECASE)  # "не сопряженный с диктатом"
_CUE_WEIGHT, _STRONG = 3.0, 1.0
_PLAIN = 0.7  # what a word of mere announcement takes from the support
_DENIABLE = {"support": _STRONG, "oppose": _WEIGHTS["middling"]}  # the least weight whose denial says the opposite
_ENOUGH = 1.0


def read_stance(text: str, start: int, end: int, cue_lemma: str, frame: str = "") -> str:
    """ "support", "oppose" or "neutral" for the content `text[start:end]` under a verb of speech.

    `frame` is what leads from that verb to the content ("надежду, что").
    """
    content = _MASKED.sub(" ", f"{frame} {text[start:end]}")
    weights = {"support": 0.0, "oppose": 0.0}
    if cue_lemma in _CUES:
        weights[_CUES[cue_lemma]] += _CUE_WEIGHT
    found = _LISTS.find(content)
    for stance, other, denial in (("support", "oppose", _DENIAL), ("oppose", "support", _UNSEEN)):
        for strength, weight in _WEIGHTS.items():
            matches = found.get((stance, strength), ())
            if stance == "oppose":
                matches = [m for m in matches if _follows(_UNSEEN, m) or not _follows(_NOT_SO, m)]
            said, denied = _different(matches, denial)
            weights[stance] += weight * said
            if weight >= _DENIABLE[stance]:
                weights[other] += _STRONG * denied
    if text.startswith("за ", start):
        weights["support"] += _STRONG  # "высказался за …"
    weights["support"] -= _PLAIN * _different(found.get(("neutral", "strong"), ()), _DENIAL)[0]
    weights["support"] += _LEANS.get(cue_lemma, 0.0)
    if max(weights.values()) < _ENOUGH:
        return "neutral"
    return "oppose" if weights["oppose"] >= weights["support"] else "support"


def _different(matches: Iterable[re.Match[str]], denial: re.Pattern[str]) -> tuple[int, int]:
    """How many different words of a list the content has: plainly, and denied."""
    said, denied = set(), set()
    for match in matches:
        (denied if _follows(denial, match) else said).add(match[0].lower()[:6])
    return len(said), len(denied - said)


def _follows(denial: re.Pattern[str], match: re.Match[str]) -> bool:
    """A denial stands right before the word."""
    return bool(denial.search(match.string, max(0, match.start() - 25), match.start()))
