"""Numbers that only say another one again, or by how much it differs: no figures of their own."""

import re

from ingest.extraction.dates.words import fold
from ingest.extraction.document import Document, Sentence
from ingest.extraction.numbers import Quantity
from ingest.extraction.trade.words import DOWN, EXCEEDING, GOODS, MONEY, UP

_MEASURED = {"t", "bbl", "m3"}  # the same goods by weight and by volume
_OPENED = re.compile(r"\s*\((?:[а-яё]+\s+){0,3}")
_EQUAL = re.compile(
    r"[^.;]{0,40}?(?:эквивалент\w*|равноценн\w*|по\s+(?:\w+\s+)?курсу|в\s+пересчете|,\s*(?:это|что\s+составляет)|\s*,?\s*или(?=\s))[^.;\d]{0,40}"
)
_SO_MUCH = re.compile(r"\W*(?:это|что)\s+(?:эквивалентно|соответствует|равно|равнозначно)(?!\w)")
_BY = re.compile(r"(?<!\w)на\s+(?:(?:более\s+чем|больше\s+чем|почти|примерно|около|свыше|целых)\s+)?$")
_UP_TO = re.compile(r"\s*(?:,|\(|—|–|-)?\s*до\s+(?:[а-я]+\s+){0,2}$")


def without_repeats(document: Document, sentence: Sentence, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities without sums told again in another unit and without differences between two amounts."""
    kept: list[Quantity] = []
    text = fold(document.text[sentence.start : sentence.end]) if quantities else ""
    for place, one in enumerate(quantities):
        before = text[(kept[-1].end - sentence.start) if kept else 0 : one.start - sentence.start]
        following = quantities[place + 1] if place + 1 < len(quantities) else None
        after = text[one.end - sentence.start : following.start - sentence.start] if following else ""
        repeats = not place and bool(_SO_MUCH.match(before))
        repeats |= bool(kept) and _is_equivalent(kept[-1], one, before)
        if not repeats and not _is_difference(sentence, one, following, before, after):
            kept.append(one)
    return kept


def _is_equivalent(left: Quantity, one: Quantity, between: str) -> bool:
    """ "70 млрд юаней (около 10 млрд долларов)", "…, что эквивалентно 10 млрд долларов"."""
    if left.unit == one.unit or not {left.unit, one.unit} <= MONEY | GOODS:
        return False
    if _EQUAL.fullmatch(between):
        return True
    alike = {left.unit, one.unit} <= MONEY or {left.unit, one.unit} <= _MEASURED
    return alike and bool(_OPENED.fullmatch(between))


def _is_difference(sentence: Sentence, one: Quantity, following: Quantity | None, before: str, after: str) -> bool:
    """ "превысил план на 700 млн кубометров", "вырос на 10 млрд, до 90 млрд": the amount itself is the other one."""
    if one.unit not in MONEY | GOODS or not _BY.search(before):
        return False
    words = [token.lemma for token in sentence.tokens if token.end <= one.start]
    if any(lemma in EXCEEDING for lemma in words):
        return True
    if following is None or not any(lemma in UP or lemma in DOWN for lemma in words):
        return False
    return following.unit in {one.unit, None} and bool(_UP_TO.match(after))
