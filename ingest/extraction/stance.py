"""Whether a position supports, opposes or only states."""

from ingest.extraction.lexicon import load, pattern

_WORDS = load("stance")
_CUES = {lemma: stance for stance, lemmas in _WORDS["cue"].items() for lemma in lemmas}
_PATTERNS = {
    stance: (pattern(_WORDS[stance]["strong"]), pattern(_WORDS[stance]["weak"])) for stance in ("support", "oppose")
}
_CUE_WEIGHT, _STRONG, _WEAK = 3.0, 1.0, 0.4
_ENOUGH = 1.0


def read_stance(text: str, start: int, end: int, cue_lemma: str) -> str:
    """ "support", "oppose" or "neutral" for the content `text[start:end]` under a verb of speech."""
    weights = {"support": 0.0, "oppose": 0.0}
    if cue_lemma in _CUES:
        weights[_CUES[cue_lemma]] += _CUE_WEIGHT
    for stance, (strong, weak) in _PATTERNS.items():
        weights[stance] += _STRONG * len({m[0].lower()[:6] for m in strong.finditer(text, start, end)})
        weights[stance] += _WEAK * len({m[0].lower()[:6] for m in weak.finditer(text, start, end)})
    if max(weights.values()) < _ENOUGH:
        return "neutral"
    return "oppose" if weights["oppose"] >= weights["support"] else "support"
