"""Whether a number is a change in percent, and whether up or down."""

from ingest.extraction.document import Sentence, Token
from ingest.extraction.numbers import Quantity
from ingest.extraction.trade.words import DOWN, EXCEEDING, GAINING, UP

DASHES = {"—", "–", "-"}
_AFTER = 4  # a word after the number counts as so many words further off: what is counted usually comes first


def distance(index: int, first: int, last: int) -> int:
    return first - index if index < first else index - last + _AFTER


def growth_word(sentence: Sentence, first: int, last: int, parts: list[int]) -> Token | None:
    """The nearest word of growth or decline in the same part of the sentence."""
    words = [token for token in sentence.tokens if token.lemma in UP or token.lemma in DOWN]
    near = [token for token in words if parts[token.index] == parts[first]]
    if not near and first and sentence.tokens[first - 1].text.lower() == "на":
        near = [token for token in words if token.index < first]  # "экспорт вырос на 5 %, импорт — на 7 %"
    return min(near, key=lambda token: distance(token.index, first, last), default=None)


def sign_before(sentence: Sentence, first: int) -> int:
    before = sentence.tokens[first - 1].text if first else ""
    if before in {"+", "плюс"}:
        return 1
    opened = first > 1 and sentence.tokens[first - 2].text in {"(", ",", "на", "до"}
    return -1 if before in {"−", "минус"} or (before in {"-", "–"} and opened) else 0


def change_of(sentence: Sentence, quantity: Quantity, first: int, last: int, parts: list[int]) -> float | None:
    """The signed change in percent, or None where the number is not one."""
    if quantity.unit not in {"%", "times", "part", "portion"}:
        return None
    growth = growth_word(sentence, first, last, parts)
    sign = sign_before(sentence, first)
    if quantity.unit == "%" and not sign and not _tells_change(sentence, first, last, growth):
        return None
    if quantity.unit == "portion" and not (growth and growth.lemma in GAINING and 0 < first - growth.index <= 3):
        return None  # "прибавил почти треть" is one
    if quantity.unit == "part" and not growth:
        return None
    if quantity.unit == "times" and not growth and any(token.lemma in EXCEEDING for token in sentence.tokens):
        return None  # "поставки СПГ в два раза превосходят поставки по трубе"
    down = sign < 0 or (not sign and growth is not None and growth.lemma in DOWN)
    if quantity.unit == "times":
        change = -(1 - 1 / quantity.value) if down and quantity.value else quantity.value - 1
        return round(100 * change, 2)
    return -quantity.value if down else quantity.value


def _tells_change(sentence: Sentence, first: int, last: int, growth: Token | None) -> bool:
    """Whether a percentage is a change: "вырос на 5 %", "на 5 % больше", "рост составил 5 %"."""
    tokens = sentence.tokens
    gained = any(token.lemma in GAINING for token in tokens[:first])
    if gained and first and tokens[first - 1].text in DASHES:
        return True  # "поставки в США прибавили 5 %, в Россию — 12 %"
    if tokens[last + 1 : last + 2] and tokens[last + 1].lemma in UP | DOWN and tokens[last + 1].pos == "NOUN":
        return True  # "73 % увеличение"
    if growth is None:
        before = [token.text.lower() for token in tokens[max(0, first - 3) : first]]
        return before[-1:] == ["на"] and any(text in DASHES for text in before)  # "импорт — на 5 %"
    before = first - 1
    while before > 0 and (
        tokens[before].pos in {"ADV", "ADJ", "PART", "PUNCT"} or tokens[before].lemma in {"чем", "целый"}
    ):
        if tokens[before].text == ",":
            break
        before -= 1
    if before >= 0 and tokens[before].text.lower() == "на":
        return True
    if growth.lemma in GAINING and growth.index < first and tokens[first - 1].pos != "ADP":
        return True  # "прибавили 20 %"
    noun = growth.pos == "NOUN" and growth.index < first and not _said_of_other(sentence, growth, first)
    return noun and tokens[max(before, 0)].text.lower() != "до" and not _names_share(sentence, growth.index, first)


def _said_of_other(sentence: Sentence, growth: Token, first: int) -> bool:
    """Whether another clause begins between the noun of growth and the number, and the noun is not its subject."""
    between = sentence.tokens[growth.index + 1 : first]
    verbs = [token for token in between if token.pos == "VERB" and token.feats.get("VerbForm") in {"Fin", None}]
    relative = any(token.lemma == "который" for token in between)  # "темпы роста, которые составили 41 %"
    commas = any(token.text == "," for token in between)
    return commas and bool(verbs) and not relative and growth.head != verbs[-1].index


def _names_share(sentence: Sentence, start: int, end: int) -> bool:
    return any(token.lemma in {"доля", "приходиться"} for token in sentence.tokens[start:end])
