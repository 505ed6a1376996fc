"""The word of a sentence that says what a number counts."""

import itertools

from ingest.extraction.document import Sentence, Token
from ingest.extraction.numbers import Quantity
from ingest.extraction.trade.changes import distance
from ingest.extraction.trade.words import (
    AID,
    AIMS,
    BALANCE,
    BUYING,
    COMMODITIES,
    CONTRACT,
    CUES,
    GIVING,
    GOODS,
    GOODS_VERBS,
    LENDERS,
    MONEY,
    OF_TRADE,
    PROJECT,
    SELLING,
    SHARED,
    SIDES,
    STAKES,
    TRADED,
    WORLDWIDE,
)

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
    if kind and token.head >= 0 and sentence.tokens[token.head].lemma in _GAINS:
        return None  # "эффект закупок составил 20 млрд"
    if token.lemma in _STAKED and _of_stake(sentence, token):
        return None  # "приобрести 9,9 % акций"
    if kind and any(sentence.tokens[child].lemma in AIMS for child in sentence.children[token.index]):
        return None  # "поставили задачу"
    if token.lemma in GOODS_VERBS and any(other.lemma in AID for other in sentence.tokens):
        return "none"  # what is given is no trade
    if token.lemma in GOODS_VERBS and unit not in GOODS | {"%", "times", "part"}:
        sold = token.lemma in SELLING | BUYING or _goods_worth(sentence)
        return kind if unit in MONEY and sold else None
    head = sentence.tokens[token.head].lemma if token.head >= 0 else ""
    before = {other.lemma for other in sentence.tokens[max(0, token.index - 3) : token.index]}
    if kind == "turnover" and (head in _TIMES or before & _TIMES):
        return None  # "рекорд за всё время двусторонней торговли"
    if kind == "investment" and any(sentence.tokens[at].lemma in _FOREIGN for at in sentence.children[token.index]):
        return "none"  # "прямые иностранные инвестиции": of everybody
    if kind == "turnover" and (_worldwide(sentence, token) or _of_region(sentence, token)):
        return "none"
    if token.lemma == "капитал" and any(other.lemma == "фонд" for other in sentence.tokens):
        return None  # a fund's capital is the money put into it
    if token.lemma == "стоимость" and _of_project(sentence, token):
        return "none"
    if token.lemma in {"стоимость", "цена"} and _of_contract(sentence, token):
        if any(other.lemma in PROJECT - {"проект"} for other in sentence.tokens):
            return "none"
        return "contract"  # a contract's worth, unlike a project's cost, is trade
    if token.lemma in {"стоимость", "выручка"} and _of_goods(sentence, token):
        return None  # "поставки … стоимостью", "экспортная выручка": the worth of the goods
    if token.lemma in BALANCE and kind == "none" and any(other.lemma in TRADED for other in sentence.tokens):
        return "other"  # "профицит торговли", unlike that of a budget
    if token.lemma == "оборот":
        if token.head >= 0 and sentence.tokens[token.head].lemma in _SPEEDS:
            return None  # "набирает обороты"
        beside = [*sentence.children[token.index], token.index - 1]
        traded = any(other.lemma in TRADED for other in sentence.tokens)
        return kind if traded or any(sentence.tokens[at].lemma in OF_TRADE for at in beside if at >= 0) else "none"
    return kind


def _worldwide(sentence: Sentence, token: Token) -> bool:
    """ "международный товарооборот Китая" is with everybody, "внешнеторговые грузы" are freight."""
    freight = (
        token.pos == "ADJ" and 0 <= token.head < len(sentence.tokens) and sentence.tokens[token.head].lemma == "груз"
    )
    return freight or any(sentence.tokens[at].lemma in WORLDWIDE for at in sentence.children[token.index])


_TIMES = {"время", "история"}
_FOREIGN = {"иностранный", "зарубежный"}
_REGIONS = {"провинция", "край", "область", "регион", "республика", "город", "порт", "таможня"}


def _of_region(sentence: Sentence, token: Token) -> bool:
    """ "общий товарооборот провинции составил …": with everybody, if the sentence names neither side."""
    owned = any(sentence.tokens[at].lemma in _REGIONS for at in sentence.children[token.index])
    return owned and not any(other.lemma in SIDES and other.lemma != "юань" for other in sentence.tokens)


def _of_project(sentence: Sentence, token: Token) -> bool:
    """ "стоимость проекта", "стоимость строительства": what is built, not what is traded."""
    return any(sentence.tokens[at].lemma in PROJECT for at in sentence.children[token.index])


_GAINS = {"эффект", "экономия", "выгода", "прибыль", "доход"}
_STAKED = {
    "приобрести",
    "приобретать",
    "приобретение",
    "купить",
    "покупать",
    "покупка",
    "продать",
    "продажа",
    "выкупить",
}


def _of_stake(sentence: Sentence, token: Token) -> bool:
    for later in sentence.tokens[token.index + 1 : token.index + 8]:
        if later.lemma in STAKES or later.lemma == "доля":
            return True
        if later.text == "%":
            return True
        if later.text.lower() in {"на", "до", ","}:
            return False
    return False


_SPEEDS = {"набирать", "набрать", "сбавлять", "сбавить", "снижать"}


def _for_goods(sentence: Sentence, token: Token) -> bool:
    """Whether a contract is one on goods: they are named in the sentence."""
    return any(other.lemma in COMMODITIES for other in sentence.tokens)


def _goods_worth(sentence: Sentence) -> bool:
    """Whether goods are told by their worth: "получила станков на 1,2 млрд"."""
    goods = any(token.lemma in COMMODITIES or token.lemma in {"товар", "продукция"} for token in sentence.tokens)
    return goods and any(token.text.lower() in {"на", "сумма", "сумму"} for token in sentence.tokens)


def _of_goods(sentence: Sentence, token: Token) -> bool:
    """Whether a worth is that of goods sent or bought: told before, or what hangs on the word."""
    if any(other.lemma in PROJECT for other in sentence.tokens):
        return False
    before = sentence.tokens[: token.index]
    if token.lemma == "выручка":
        return bool(before) and before[-1].lemma in {"экспортный", "валютный"}
    following = sentence.tokens[token.index + 1 : token.index + 4]
    flows = {"outflow", "inflow"}
    named = any(CUES.get(other.lemma) in flows and other.feats.get("Case") == "Gen" for other in following)
    return named or any(CUES.get(other.lemma) in flows for other in before)


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


def _of_projects(sentence: Sentence, first: int) -> bool:
    """ "80 проектов на общую сумму 20 трлн рублей": what projects cost is no trade."""
    before = [token.lemma for token in sentence.tokens[max(0, first - 9) : first]]
    return (
        "проект" in before
        and bool({"сумма", "стоимость", "стоить", "на"} & set(before[before.index("проект") :]))
        and not (set(before) & {"инвестиция", "вложить", "инвестировать", "вложение", "кредит"})
    )


def _contract_worth(sentence: Sentence, first: int) -> Token | None:
    """ "сумма сделки — 400 миллиардов", "стоимость контракта составит …": the contract, just before the sum."""
    before = sentence.tokens[max(0, first - 6) : first]
    for worth, noun in itertools.pairwise(before):
        told = worth.lemma in {"сумма", "стоимость", "цена", "объем"} and noun.feats.get("Case") == "Gen"
        if told and noun.lemma in CONTRACT and cue_kind(sentence, noun, "USD") == "contract":
            return noun
    return None


_GIVING = {"дать", "давать", "обеспечить", "принести", "приносить", "составить", "прирост", "рост"}


def _item(sentence: Sentence, first: int, parts: list[int]) -> Token | None:
    """The goods of a list that a number stands right behind: "рыба — 1,3 млрд", "рыбы (1,3 млрд)"."""
    for token in reversed(sentence.tokens[max(0, first - 5) : first]):
        if parts[token.index] != parts[first] or token.text == "," or token.lemma in _GIVING:
            return None
        if token.lemma in COMMODITIES and token.pos == "NOUN":
            return token
    return None


_WHOLES = {"среди", "них", "числе", "включая", "входит", "входят", "вошли"}


def _part_of(sentence: Sentence, last: int, parts: list[int]) -> Token | None:
    """ "Среди них — 6 млн т угля", "в этот объём входят 4 млн т руды": goods that are part of those told before."""
    if not any(token.text.lower() in _WHOLES for token in sentence.tokens[:last]):
        return None
    for token in sentence.tokens[last + 1 : last + 4]:
        if token.lemma in COMMODITIES and token.pos == "NOUN" and parts[token.index] == parts[last]:
            return token
        if token.pos != "ADJ":
            return None
    return None


def cue_of(
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
    if quantity.unit in MONEY and _of_projects(sentence, first):
        return None, "none"
    above = {token.index for token in sentence.ancestors(first)}
    options = []
    for token in sentence.tokens:
        kind = cue_kind(sentence, token, quantity.unit)
        if kind is None or first <= token.index <= last or _in_exchange(sentence, token, last, quantity.unit):
            continue
        changes = kind not in {"other", "contract"} or token.lemma in BALANCE
        fits = changes if is_change else quantity.unit in _FITTING[kind]
        if not fits or (kind == "growth" and not _continues(sentence, token, parts[token.index] == parts[first])):
            continue
        away = distance(token.index, first, last) + 12 * abs(parts[token.index] - parts[first])
        away -= 3 * (token.index in above)
        away += 15 * (kind == "growth") + 10 * (token.lemma in CONTRACT)  # last resorts
        away += 8 * (token.index > last and any(other.text == "," for other in sentence.tokens[last : token.index]))
        away -= 20 * (token.lemma == "сальдо")
        options.append((away, token.index, token, kind))
    item = _item(sentence, first, parts) if quantity.unit in MONEY | GOODS else None
    item = item or (_part_of(sentence, last, parts) if quantity.unit in GOODS else None)
    if item and not any(option[3] in _NAMED and parts[option[1]] == parts[first] for option in options):
        return item, "item"
    if not options and quantity.unit in MONEY:
        return _given_by_lenders(sentence, first)
    if not options:
        return None, ""
    trade = [option for option in options if option[3] not in {"growth", "none", "contract"} and option[1] < first]
    if trade and min(options, key=lambda option: option[:2])[3] == "growth":
        options = trade  # "товарооборот рекордный, его показатели превысят …"
    _, _, token, kind = min(options, key=lambda option: option[:2])
    return token, kind


def _in_exchange(sentence: Sentence, token: Token, last: int, unit: str | None) -> bool:
    """ "кредит на 25 млрд в обмен на поставки": the money is not that of the goods."""
    between = sentence.tokens[last + 1 : token.index]
    return unit in MONEY and any(other.lemma in {"обмен", "взамен", "счет"} for other in between)


def _given_by_lenders(sentence: Sentence, first: int) -> tuple[Token | None, str]:
    """ "Китайские банки обещали проекту 12 млрд"."""
    if not any(token.lemma in LENDERS or SIDES.get(token.lemma) == "CN" for token in sentence.tokens[:first]):
        return None, ""
    verb = next((token for token in reversed(sentence.tokens[:first]) if token.lemma in GIVING), None)
    return verb, "investment" if verb else ""


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
