"""Numbers in a sentence with the word that says what is counted."""

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.extraction.document import Sentence, Token
from ingest.extraction.numbers import Quantity
from ingest.extraction.trade.words import (
    AID,
    AIMS,
    BALANCE,
    BRING_TO,
    BUYING,
    COMMODITIES,
    CONTRACT,
    CUES,
    DOWN,
    EXCEEDING,
    FALLING,
    GAINING,
    GOODS,
    GOODS_VERBS,
    MONEY,
    OF_TRADE,
    PROJECT,
    SELLING,
    SETTLING,
    SHARED,
    TOTAL,
    TRADED,
    UP,
)

if TYPE_CHECKING:
    from ingest.extraction.trade.period import Told

AFTER = 4  # a word after the number counts as so many words further off: what is counted usually comes first


@dataclass(slots=True)
class Counted:
    """One quantity of a sentence: `cue` is the token that says what is counted, `kind` its group in data/trade.yaml.

    `change` is set where the number is a change in percent, signed.
    """

    quantity: Quantity
    first: int
    last: int
    cue: Token | None
    kind: str
    change: float | None = None
    part: int = 0
    since: bool = False  # "с 16 до 22": the first of the two
    settles: bool = False  # the sentence speaks of settlements and currencies
    total: bool = False  # the sentence speaks of all partners together
    unsigned: bool = False  # "импорт — на 5 %": up or down was told before
    beside: int | None = None  # the token before the bracket that holds the number: "Китай (5 млрд)"
    overall: bool = False  # "общий экспорт": of all partners, whoever was spoken of before
    goods: str | None = None  # what goods are counted
    told: "Told | None" = None  # the period of the number's place in a list
    mate: "Counted | None" = None  # the value that a change of a list belongs to
    falls: bool = False  # the sentence says what share falls to whom ("на Китай приходится …")


def _span(sentence: Sentence, quantity: Quantity) -> tuple[int, int]:
    inside = [t.index for t in sentence.tokens if t.start < quantity.end and quantity.start < t.end]
    return inside[0], inside[-1]


def count(sentence: Sentence, quantities: list[Quantity], parts: list[int]) -> list[Counted]:
    """Each quantity with its cue."""
    counted = []
    lemmas = {token.lemma for token in sentence.tokens}
    settles = bool(lemmas & SETTLING) or {"рубль", "юань"} <= lemmas
    of_all, falls = _of_all(sentence, parts), bool(lemmas & FALLING)
    for quantity in quantities:
        first, last = _span(sentence, quantity)
        if quantity.unit in GOODS and first and sentence.tokens[first - 1].text.lower() == "за":
            continue  # "257 долларов за тысячу кубометров": what the price is for
        change = _change(sentence, quantity, first, last, parts)
        if quantity.unit == "times" and change is None:
            continue
        cue, kind = _cue(sentence, quantity, first, last, parts, is_change=change is not None)
        if quantity.unit == "%" and change is None and settles and kind in {"", "growth"} and quantity.value <= 100:
            kind = "share"  # "расчёты переведены на национальные валюты, показатель составляет 99 %"
        if kind == "" and quantity.unit in MONEY and _sums_up(sentence, first):
            kind = "growth"
        since = change is None and _starts_from(sentence, first, last)
        one = Counted(quantity, first, last, cue, kind, change, parts[first], since, settles, parts[first] in of_all)
        if cue is not None and cue.index and sentence.tokens[cue.index - 1].lemma in TOTAL:
            one.overall = True
        one.falls, one.beside = falls, _before_bracket(sentence, first)
        one.unsigned = change is not None and _growth_word(sentence, first, last, parts) is None
        one.unsigned &= not _sign_before(sentence, first)
        counted.append(one)
    return counted


def _sums_up(sentence: Sentence, first: int) -> bool:
    """ "Это около 20 млн долларов": the worth of what the sentence before has counted."""
    before = [token.text.lower() for token in sentence.tokens[max(0, first - 4) : first]]
    return "это" in before and not any(token.pos == "VERB" for token in sentence.tokens[max(0, first - 3) : first])


def _starts_from(sentence: Sentence, first: int, last: int) -> bool:
    """ "вырос с 16 до 22 млрд", "довести от 100 до 200 млрд"."""
    before = next((t for t in reversed(sentence.tokens[:first]) if t.pos not in {"ADV", "ADJ", "SYM"}), None)
    if before is None or before.text.lower() not in {"с", "со", "от"}:
        return False
    raised = any(token.lemma in BRING_TO | UP | DOWN for token in sentence.tokens[:first])
    upto = any(token.text.lower() == "до" for token in sentence.tokens[last + 1 : last + 8])
    return before.text.lower() != "от" or (raised and upto)


def _before_bracket(sentence: Sentence, first: int) -> int | None:
    for token in reversed(sentence.tokens[max(0, first - 5) : first]):
        if token.text == "(":
            return token.index - 1 if token.index else None
        if token.text in {")", ",", ";"}:
            return None
    return None


_SUMS = {"сумма", "стоимость", "сложность", "вес", "масса", "количество", "число"}


def _of_all(sentence: Sentence, parts: list[int]) -> set[int]:
    """The parts of the sentence that speak of all partners: "общий экспорт", "всего", but not "больше всего"."""
    found = set()
    for token in sentence.tokens:
        before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
        following = sentence.tokens[token.index + 1 : token.index + 2]
        if following and following[0].lemma in _SUMS:
            continue  # "на общую сумму", "в общей сложности": of these goods
        if token.lemma in TOTAL and before not in {"больше", "прежде", "меньше", "чаще"}:
            found.add(parts[token.index])
    return found


def _distance(index: int, first: int, last: int) -> int:
    return first - index if index < first else index - last + AFTER


def _growth_word(sentence: Sentence, first: int, last: int, parts: list[int]) -> Token | None:
    """The nearest word of growth or decline in the same part of the sentence."""
    words = [token for token in sentence.tokens if token.lemma in UP or token.lemma in DOWN]
    near = [token for token in words if parts[token.index] == parts[first]]
    if not near and first and sentence.tokens[first - 1].text.lower() == "на":
        near = [token for token in words if token.index < first]  # "экспорт вырос на 5 %, импорт — на 7 %"
    return min(near, key=lambda token: _distance(token.index, first, last), default=None)


def _sign_before(sentence: Sentence, first: int) -> int:
    before = sentence.tokens[first - 1].text if first else ""
    if before in {"+", "плюс"}:
        return 1
    opened = first > 1 and sentence.tokens[first - 2].text in {"(", ",", "на", "до"}
    return -1 if before in {"−", "минус"} or (before in {"-", "–"} and opened) else 0


def _change(sentence: Sentence, quantity: Quantity, first: int, last: int, parts: list[int]) -> float | None:
    """The signed change in percent, or None where the number is not one."""
    if quantity.unit not in {"%", "times", "part"}:
        return None
    growth = _growth_word(sentence, first, last, parts)
    sign = _sign_before(sentence, first)
    if quantity.unit == "%" and not sign and not _tells_change(sentence, first, last, growth):
        return None
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
    if gained and first and tokens[first - 1].text in _DASHES:
        return True  # "поставки в США прибавили 5 %, в Россию — 12 %"
    if tokens[last + 1 : last + 2] and tokens[last + 1].lemma in UP | DOWN and tokens[last + 1].pos == "NOUN":
        return True  # "73 % увеличение"
    if growth is None:
        before = [token.text.lower() for token in tokens[max(0, first - 3) : first]]
        return before[-1:] == ["на"] and any(text in _DASHES for text in before)  # "импорт — на 5 %"
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


_DASHES = {"—", "–", "-"}
_SHARES = {"%", "portion"}
_NAMED = {"turnover", "outflow", "inflow", "investment", "other", "contract", "none"}

_FITTING = {
    "turnover": MONEY | {None},
    "outflow": MONEY | GOODS | {None},
    "inflow": MONEY | GOODS | {None},
    "share": _SHARES,
    "investment": MONEY | {None},
    "other": MONEY,
    "contract": MONEY | GOODS,
    "growth": MONEY | GOODS | {None, "%"},
    "none": MONEY | GOODS | {None, "%", "times", "part"},
}


def cue_kind(sentence: Sentence, token: Token, unit: str | None = None) -> str | None:
    """The group of a word that says what is counted, or None; `unit` is that of the number it would count."""
    kind = CUES.get(token.lemma)
    if kind == "contract" and any(other.lemma in PROJECT for other in sentence.tokens):
        return "none"
    if kind == "contract" and unit in GOODS and not _for_goods(sentence, token):
        return None
    if kind and any(sentence.tokens[child].lemma in AIMS for child in sentence.children[token.index]):
        return None  # "поставили задачу"
    if token.lemma in GOODS_VERBS and any(other.lemma in AID for other in sentence.tokens):
        return "none"  # what is given is no trade
    if token.lemma in GOODS_VERBS and unit not in GOODS | {"%", "times", "part"}:
        sold = token.lemma in SELLING | BUYING or _goods_worth(sentence)
        return kind if unit in MONEY and sold else None
    if token.lemma in {"стоимость", "цена"} and _of_contract(sentence, token):
        return "contract"  # a contract's worth, unlike a project's cost, is trade
    if token.lemma == "стоимость" and token.feats.get("Case") == "Ins" and _after_flow(sentence, token):
        return None  # "поставки … стоимостью": the worth of the goods
    if token.lemma in BALANCE and kind == "none" and any(other.lemma in TRADED for other in sentence.tokens):
        return "other"  # "профицит торговли", unlike that of a budget
    if token.lemma == "оборот":
        beside = [*sentence.children[token.index], token.index - 1]
        traded = any(other.lemma in TRADED for other in sentence.tokens)
        return kind if traded or any(sentence.tokens[at].lemma in OF_TRADE for at in beside if at >= 0) else "none"
    return kind


def _for_goods(sentence: Sentence, token: Token) -> bool:
    """Whether a contract is one on goods: they are named in the sentence."""
    return any(other.lemma in COMMODITIES for other in sentence.tokens)


def _goods_worth(sentence: Sentence) -> bool:
    """Whether goods are told by their worth: "получила станков на 1,2 млрд"."""
    goods = any(token.lemma in COMMODITIES or token.lemma in {"товар", "продукция"} for token in sentence.tokens)
    return goods and any(token.text.lower() in {"на", "сумма", "сумму"} for token in sentence.tokens)


def _after_flow(sentence: Sentence, token: Token) -> bool:
    return any(CUES.get(other.lemma) in {"outflow", "inflow"} for other in sentence.tokens[: token.index])


def _of_contract(sentence: Sentence, token: Token) -> bool:
    """Whether a worth is that of a contract: told before, or what hangs on the word ("стоимость сделки")."""
    before = sentence.tokens[: token.index]
    below = [sentence.tokens[at] for at in sentence.children[token.index]]
    return any(other.lemma in CONTRACT for other in (*before, *below))


def _contract_on(sentence: Sentence, first: int) -> bool:
    """ "контракт на 270 млрд долларов": the sum stands right behind."""
    if first < 2 or sentence.tokens[first - 1].text.lower() != "на":
        return False
    noun = sentence.tokens[first - 2]
    return noun.lemma in CONTRACT and noun.pos == "NOUN" and cue_kind(sentence, noun, "USD") == "contract"


def _contract_worth(sentence: Sentence, first: int) -> Token | None:
    """ "сумма сделки — 400 миллиардов", "стоимость контракта составит …": the contract, just before the sum."""
    before = sentence.tokens[max(0, first - 6) : first]
    for worth, noun in itertools.pairwise(before):
        told = worth.lemma in {"сумма", "стоимость", "цена", "объем"} and noun.feats.get("Case") == "Gen"
        if told and noun.lemma in CONTRACT and cue_kind(sentence, noun, "USD") == "contract":
            return noun
    return None


def _item(sentence: Sentence, first: int, parts: list[int]) -> Token | None:
    """The goods of a list that a number stands right behind: "рыба — 1,3 млрд", "рыбы (1,3 млрд)"."""
    for token in reversed(sentence.tokens[max(0, first - 5) : first]):
        if parts[token.index] != parts[first] or token.text == ",":
            return None
        if token.lemma in COMMODITIES and token.pos == "NOUN":
            return token
    return None


def _cue(
    sentence: Sentence, quantity: Quantity, first: int, last: int, parts: list[int], *, is_change: bool
) -> tuple[Token | None, str]:
    """The word that says what is counted and its group: the nearest that can have such a unit."""
    if quantity.unit in _SHARES and not is_change:
        shared = _shared(sentence, last)
        if shared:
            return shared, "share"
    if quantity.unit in MONEY and _contract_on(sentence, first):
        return sentence.tokens[first - 2], "contract"
    worth = _contract_worth(sentence, first) if quantity.unit in MONEY else None
    if worth is not None:
        return worth, "contract"
    above = {token.index for token in sentence.ancestors(first)}
    options = []
    for token in sentence.tokens:
        kind = cue_kind(sentence, token, quantity.unit)
        if kind is None or first <= token.index <= last:
            continue
        changes = kind not in {"other", "contract"} or token.lemma in BALANCE
        fits = changes if is_change else quantity.unit in _FITTING[kind]
        if not fits or (kind == "growth" and not _continues(sentence, token, parts[token.index] == parts[first])):
            continue
        away = _distance(token.index, first, last) + 12 * abs(parts[token.index] - parts[first])
        away -= 3 * (token.index in above)
        away += 15 * (kind == "growth") + 10 * (token.lemma in CONTRACT)  # last resorts
        away += 8 * (token.index > last and any(other.text == "," for other in sentence.tokens[last : token.index]))
        away -= 20 * (token.lemma == "сальдо")
        options.append((away, token.index, token, kind))
    item = _item(sentence, first, parts) if quantity.unit in MONEY | GOODS else None
    if item and not any(option[3] in _NAMED and parts[option[1]] == parts[first] for option in options):
        return item, "item"
    if not options:
        return None, ""
    trade = [option for option in options if option[3] not in {"growth", "none", "contract"} and option[1] < first]
    if trade and min(options, key=lambda option: option[:2])[3] == "growth":
        options = trade  # "товарооборот рекордный, его показатели превысят …"
    _, _, token, kind = min(options, key=lambda option: option[:2])
    return token, kind


def _continues(sentence: Sentence, token: Token, same_part: bool) -> bool:
    """Whether a word of growth or extent may speak of what was counted before: it has no subject of its own."""
    if not same_part or token.pos not in {"VERB", "AUX"}:
        return same_part
    subjects = [
        sentence.tokens[at] for at in sentence.children[token.index] if sentence.tokens[at].rel.startswith("nsubj")
    ]
    return all(subject.pos == "PRON" or subject.lemma in CUES for subject in subjects)


def _shared(sentence: Sentence, last: int) -> Token | None:
    """What a percentage is a share of: "90 % расчётов", "18 % внешней торговли", "70 % всех закупленных станков"."""
    for token in sentence.tokens[last + 1 : last + 8]:
        if token.lemma in {"объем", "стоимость", "сумма"}:
            continue  # "65 % от общего объема внешней торговли"
        counted = token.lemma in SHARED or (token.lemma in COMMODITIES and token.pos == "NOUN")
        if counted and token.feats.get("Case") in {"Gen", "Nom", None}:
            return token
        modifier = token.pos in {"ADJ", "DET", "PROPN"} or token.feats.get("VerbForm") == "Part"
        if not modifier and token.text.lower() != "от":
            return None
    return None
