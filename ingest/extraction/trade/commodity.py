"""What goods a figure counts."""

from ingest.extraction.document import Sentence, Token
from ingest.extraction.trade.figures import Counted
from ingest.extraction.trade.words import COMMODITIES


def _liquefied(sentence: Sentence, noun: Token) -> bool:
    """ "сжиженный природный газ": by the form, for the tagger does not know the word."""
    before = sentence.tokens[max(0, noun.index - 3) : noun.index]
    return any(token.text.lower().startswith("сжиженн") for token in before)


def _frozen(sentence: Sentence, token: Token) -> bool:
    """ "мороженого минтая" is no ice cream."""
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return token.lemma == "мороженое" and bool(following) and following[0].pos in {"NOUN", "ADJ"}


def commodity(sentence: Sentence, counted: Counted, parts: list[int]) -> str | None:
    """The goods named nearest to the number or to what counts it, as a short English noun; None for all goods."""
    if counted.kind in {"turnover"}:
        return None
    anchors = [counted.first, counted.cue.index if counted.cue else counted.first]
    near = [
        token
        for token in sentence.tokens
        if token.lemma in COMMODITIES and parts[token.index] == counted.part and not _frozen(sentence, token)
    ]
    nearest = min(near, key=lambda token: min(abs(token.index - anchor) for anchor in anchors), default=None)
    if nearest is not None:
        return "lng" if nearest.lemma == "газ" and _liquefied(sentence, nearest) else COMMODITIES[nearest.lemma]
    return "gas" if counted.quantity.unit == "m3" else None
