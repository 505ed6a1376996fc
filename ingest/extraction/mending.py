"""Repairs a known slip of the syntax parser: words hung over a "что" onto the verb of the clause that it opens.

In "на встрече с коллегой министр заявил, что отношения окрепли" the parser now and then hangs "на встрече"
on "окрепли"; no word before ", что" depends on a verb behind it while a verb of its own stands before it.
"""

from ingest.extraction.document import Sentence, Token

_OPENERS = frozenset({"что", "чтобы", "если", "когда", "который", "где", "поскольку", "хотя"})


def mend(sentence: Sentence) -> None:
    """Rehangs such words on the last finite verb before the border, in place."""
    for border in _borders(sentence.tokens):
        verb = _verb_before(sentence.tokens, border)
        if verb is None:
            continue
        for token in sentence.tokens[:border]:
            crosses = token.head > border and token.index != verb and token.pos not in ("VERB", "PUNCT")
            if crosses and _previous_border(sentence.tokens, border) < token.index:
                token.head = verb


def _borders(tokens: list[Token]) -> list[int]:
    return [t.index for t in tokens if t.index and t.lemma in _OPENERS and tokens[t.index - 1].text == ","]


def _previous_border(tokens: list[Token], border: int) -> int:
    return max((b for b in _borders(tokens) if b < border), default=-1)


def _verb_before(tokens: list[Token], border: int) -> int | None:
    first = _previous_border(tokens, border) + 1
    verbs = [t.index for t in tokens[first:border] if t.pos == "VERB" and t.feats.get("VerbForm") == "Fin"]
    return verbs[-1] if verbs else None
