"""Whether a position supports, opposes or only states."""

import re
from collections.abc import Iterable

from ingest.extraction.lexicon import WordLists, load, pattern
from ingest.extraction.positions.likeness import leanings

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
_SPEAK_OUT = frozenset(_WORDS["speak_out"])
_NOTED = frozenset(_WORDS["noted"])
_PROCEDURES = rf"({pattern(_WORDS['procedure']).pattern})"
_MASKED = pattern(_WORDS["masked"])
_PROCEDURE = re.compile(_PROCEDURES + r"[^,.;:!?]*", re.IGNORECASE)  # what was on the table is no one's praise yet
_DENIAL = re.compile(r"(?<!\w)не\s+(?!только)(?:\w+\s+)?$")
_UNSEEN = re.compile(r"(?<!\w)(?:(?:не\s+ви\w+|нет|без)\s+(?:\w+\s+)?|никак\w+\s+)$", re.IGNORECASE)
_NOT_SO = re.compile(r"(?<!\w)не\s+(?!только)(?:\w+\s+){0,2}$", re.IGNORECASE)  # "не сопряженный с диктатом"
_CUE_WEIGHT, _STRONG = 3.0, 1.0
_NOTE = 0.4  # what is singled out by a noun is mostly a merit
_PLAIN = 0.7  # what a word of mere announcement takes from the support
_DENIABLE = {"support": _STRONG, "oppose": _WEIGHTS["middling"]}  # the least weight whose denial says the opposite
_ENOUGH = 1.0
_LIKENESS = 3.0  # weight of one unit of `leanings`
_TIPS = {"support": 0.4, "oppose": 0.3}  # the most that likeness alone adds or takes


def read_stance(text: str, start: int, end: int, cue_lemma: str, frame: str = "", topics: Iterable[str] = ()) -> str:
    """ "support", "oppose" or "neutral" for the content `text[start:end]` under a verb of speech.

    `frame` is what leads from that verb to the content ("надежду, что"); the first of `topics` says what to expect.
    """
    content = _PROCEDURE.sub(r"\1", _MASKED.sub(" ", f"{frame} {text[start:end]}"))
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
    if cue_lemma in _SPEAK_OUT and text.startswith("за ", start):
        weights["support"] += _CUE_WEIGHT  # "высказался за …"
    if cue_lemma in _NOTED and frame.isspace():
        weights["support"] += _NOTE  # "отметил рост …", and not "отметил, что …"
    weights["support"] -= _PLAIN * _different(found.get(("neutral", "strong"), ()), _DENIAL)[0]
    weights["support"] += _LEANS.get(cue_lemma, 0.0) + max(expected, 0.0)
    _add_likeness(weights, content)
    if max(weights.values()) < _ENOUGH:
        return "neutral"
    return "oppose" if weights["oppose"] >= weights["support"] else "support"


def _add_likeness(weights: dict[str, float], content: str) -> None:
    """Lets the words that no list has tip what the listed ones leave open; what is opposed outright stays so."""
    to_support, to_oppose = leanings(content)
    if weights["oppose"] < _STRONG:
        weights["support"] += min(max(_LIKENESS * to_support, -_TIPS["support"]), _TIPS["support"])
    weights["oppose"] += min(max(_LIKENESS * to_oppose, 0), _TIPS["oppose"])


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
