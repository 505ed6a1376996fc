"""Whether a position supports, opposes or only states."""

import re

from ingest.extraction.lexicon import load, pattern

_WORDS = load("stance")
_CUES = {lemma: stance for stance, lemmas in _WORDS["cue"].items() for lemma in lemmas}
_PATTERNS = {
    stance: (pattern(_WORDS[stance]["strong"]), pattern(_WORDS[stance]["weak"])) for stance in ("support", "oppose")
}
_MASKED = pattern(_WORDS["masked"])
_NEUTRAL = pattern(_WORDS["neutral"]["strong"])
_DENIAL = re.compile(r"(?<!\w)не\s+(?!только)(?:\w+\s+)?$")
_CUE_WEIGHT, _STRONG, _WEAK = 3.0, 1.0, 0.4
_ENOUGH = 1.0


def read_stance(text: str, start: int, end: int, cue_lemma: str) -> str:
    """ "support", "oppose" or "neutral" for the content `text[start:end]` under a verb of speech."""
    content = _MASKED.sub(" ", text[start:end])
    weights = {"support": 0.0, "oppose": 0.0}
    if cue_lemma in _CUES:
        weights[_CUES[cue_lemma]] += _CUE_WEIGHT
    for stance, (strong, weak) in _PATTERNS.items():
        said, denied = _different(strong, content)
        weights[stance] += _STRONG * said + _WEAK * _different(weak, content)[0]
        if stance == "support":
            weights["oppose"] += _STRONG * denied
    if content.startswith("за "):
        weights["support"] += _STRONG  # "высказался за …"
    weights["support"] -= _different(_NEUTRAL, content)[0]
    if max(weights.values()) < _ENOUGH:
        return "neutral"
    return "oppose" if weights["oppose"] >= weights["support"] else "support"


def _different(expression: re.Pattern[str], content: str) -> tuple[int, int]:
    """How many different words of a list the content has: plainly, and after "не"."""
    said, denied = set(), set()
    for match in expression.finditer(content):
        denial = _DENIAL.search(content, max(0, match.start() - 25), match.start())
        (denied if denial else said).add(match[0].lower()[:6])
    return len(said), len(denied - said)
