"""Whether a position supports, opposes or only states."""

import re
from collections.abc import Iterable

from ingest.extraction.lexicon import WordLists, load, pattern

_WORDS = load("stance")
_CUES = {lemma: stance for stance, lemmas in _WORDS["cue"].items() for lemma in lemmas}
_LEANS = {lemma: lean["weight"] for lean in _WORDS["lean"].values() for lemma in lean["verbs"]}
_EXPECTED: dict[str, float] = _WORDS["expected"]
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


def read_stance(text: str, start: int, end: int, cue_lemma: str, frame: str = "", topics: Iterable[str] = ()) -> str:
    """ "support", "oppose" or "neutral" for the content `text[start:end]` under a verb of speech.

    `frame` is what leads from that verb to the content ("надежду, что"); the first of `topics` says what to expect.
    """
    content = _MASKED.sub(" ", f"{frame} {text[start:end]}")
    weights = {"support": 0.0, "oppose": 0.0}
    if cue_lemma in _CUES:
        weights[_CUES[cue_lemma]] += _CUE_WEIGHT
    found = _without_inner(_LISTS.find(content))
    expected = _EXPECTED.get(next(iter(topics), ""), 0.0)
    for stance, other, denial in (("support", "oppose", _DENIAL), ("oppose", "support", _UNSEEN)):
        for strength, weight in _WEIGHTS.items():
            matches = found.get((stance, strength), ())
            if stance == "oppose":
                matches = [m for m in matches if _follows(_UNSEEN, m) or not _follows(_NOT_SO, m)]
            said, denied = _different(matches, denial)
            factual = stance == "support" and weight < _STRONG  # of deliveries, light warm words are the matter's own
            weights[stance] += weight * said * (1 + min(expected, 0.0) if factual else 1)
            if weight >= _DENIABLE[stance]:
                weights[other] += _STRONG * denied
    if text.startswith("за ", start):
        weights["support"] += _STRONG  # "высказался за …"
    weights["support"] -= _PLAIN * _different(found.get(("neutral", "strong"), ()), _DENIAL)[0]
    weights["support"] += _LEANS.get(cue_lemma, 0.0) + max(expected, 0.0)
    if max(weights.values()) < _ENOUGH:
        return "neutral"
    return "oppose" if weights["oppose"] >= weights["support"] else "support"


def _without_inner(found: dict[tuple[str, str], list[re.Match[str]]]) -> dict[tuple[str, str], list[re.Match[str]]]:
    """Without the single words that a phrase of another stance has ("обречены на провал" is no failure of ours)."""
    phrases = [(stance, match.span()) for (stance, _), ms in found.items() for match in ms if " " in match[0]]
    return {
        (stance, strength): [
            m
            for m in matches
            if " " in m[0]
            or not any(s != stance and low <= m.start() and m.end() <= high for s, (low, high) in phrases)
        ]
        for (stance, strength), matches in found.items()
    }


def _different(matches: Iterable[re.Match[str]], denial: re.Pattern[str]) -> tuple[int, int]:
    """How many different words of a list the content has: plainly, and denied."""
    said, denied = set(), set()
    for match in matches:
        (denied if _follows(denial, match) else said).add(match[0].lower()[:6])
    return len(said), len(denied - said)


def _follows(denial: re.Pattern[str], match: re.Match[str]) -> bool:
    """A denial stands right before the word."""
    return bool(denial.search(match.string, max(0, match.start() - 25), match.start()))
