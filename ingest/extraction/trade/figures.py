"""Numbers in a sentence with the word that says what is counted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.extraction.document import Sentence, Token
from ingest.extraction.numbers import Quantity
from ingest.extraction.trade.changes import DASHES, change_of, growth_word, sign_before
from ingest.extraction.trade.cues import cue_of
from ingest.extraction.trade.words import (
    BRING_TO,
    COMMODITIES,
    CUES,
    DOWN,
    FALLING,
    GOODS,
    GOODS_VERBS,
    MARKETS,
    MONEY,
    MONEY_MARKETS,
    PEOPLE,
    SETTLING,
    SHARED,
    STAKES,
    TOTAL,
    UP,
)

if TYPE_CHECKING:
    from ingest.extraction.trade.period import Told


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
    by_pronoun: bool = False  # "они готовы выделить": those told before
    compared: bool = False  # what another number is set against: "5 млн по сравнению с 4 млн"
    of_trade: bool = False  # it speaks of exports, imports or turnover
    of_people: bool = False  # the sentence counts travellers, or stakes in a company
    two_currencies: bool = False  # it names rouble and yuan
    total: bool = False  # the sentence speaks of all partners together
    unsigned: bool = False  # "импорт — на 5 %": up or down was told before
    now: bool = False  # told in the present tense: "занимает 80 %"
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
    two_currencies = {"рубль", "юань"} <= lemmas
    settles = bool(lemmas & SETTLING) or two_currencies or {"национальный", "валюта"} <= lemmas
    of_all, falls = _of_all(sentence, parts), bool(lemmas & FALLING)
    for quantity in quantities:
        first, last = _span(sentence, quantity)
        if quantity.unit in GOODS and first and sentence.tokens[first - 1].text.lower() == "за":
            continue  # "257 долларов за тысячу кубометров": what the price is for
        change = change_of(sentence, quantity, first, last, parts)
        if change is None and counted and _told_in_turn(sentence, counted[-1], quantity, first):
            change = quantity.value if counted[-1].change > 0 else -quantity.value
        if change is None and counted and _told_exactly(sentence, counted[-1], quantity, first):
            change = quantity.value if (counted[-1].change or 0) > 0 else -quantity.value
        if quantity.unit == "times" and change is None:
            continue
        cue, kind = cue_of(sentence, quantity, first, last, parts, is_change=change is not None)
        if quantity.unit == "%" and change is None and settles and kind in {"", "growth"} and quantity.value <= 100:
            kind = "share"  # "расчёты переведены на национальные валюты, показатель составляет 99 %"
        if kind == "" and quantity.unit in MONEY | GOODS and _sums_up(sentence, first):
            kind = "growth"
        if (
            cue is not None
            and kind == "growth"
            and quantity.unit in MONEY | GOODS
            and _differs_by(sentence, cue, first)
        ):
            continue
        since = change is None and _starts_from(sentence, first, last)
        one = Counted(quantity, first, last, cue, kind, change, part=parts[first], since=since, settles=settles)
        one.total = parts[first] in of_all
        if cue is not None and cue.index and sentence.tokens[cue.index - 1].lemma in TOTAL:
            one.overall = True
        one.two_currencies = two_currencies and settles and bool(lemmas & SETTLING)
        one.of_trade = any(CUES.get(lemma) in {"turnover", "outflow", "inflow"} for lemma in lemmas)
        one.of_people = bool(lemmas & (PEOPLE | STAKES | MONEY_MARKETS)) or (
            kind == "share" and not _in_trade(sentence, settles)
        )
        one.by_pronoun = any(token.lemma in {"они", "он", "она"} and token.pos == "PRON" for token in sentence.tokens)
        one.compared = _compared(sentence, first, parts)
        one.now = _in_present(sentence, first)
        one.falls, one.beside = falls, _before_bracket(sentence, first)
        if change is not None and counted and _in_bracket_of(sentence, counted[-1], one):
            one.cue, one.kind = counted[-1].cue, counted[-1].kind
        one.unsigned = change is not None and growth_word(sentence, first, last, parts) is None
        one.unsigned &= not sign_before(sentence, first)
        counted.append(one)
    return counted


_DIFFERENCES = {"рост", "прирост", "увеличение", "снижение", "сокращение", "падение", "спад", "прибавка", "просадка"}


def _differs_by(sentence: Sentence, cue: Token, first: int) -> bool:
    """ "прирост более 400 млн долларов": by how much, not how much."""
    upto = any(token.text.lower() in {"до", "с"} for token in sentence.tokens[max(0, first - 4) : first])
    return cue.lemma in _DIFFERENCES and cue.index < first and not upto


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


def _in_bracket_of(sentence: Sentence, before: Counted, one: Counted) -> bool:
    """ "вывезено 17 млн тонн грузов (рост на 7 %)": the change is of the number before the bracket."""
    if one.beside is None or one.beside < before.last or before.change is not None:
        return False
    between = sentence.tokens[before.last + 1 : one.beside + 1]
    return before.kind in {"outflow", "inflow", "item"} and all(
        token.pos in {"NOUN", "ADJ", "PROPN"} for token in between
    )


def _in_trade(sentence: Sentence, settles: bool) -> bool:
    """Whether a share can be one of trade: something that is traded, or where, is named."""
    named = any(token.lemma in _TRADE_WORDS for token in sentence.tokens)
    return settles or named or any(token.lemma in {"она", "он", "показатель"} for token in sentence.tokens)


_FLOWS = {lemma for lemma, kind in CUES.items() if kind in {"turnover", "outflow", "inflow"}}
_TRADE_WORDS = (_FLOWS - GOODS_VERBS) | SHARED | MARKETS | COMMODITIES.keys()
_SET_AGAINST = {"сравнению", "сравнении", "против", "вместо"}


def _compared(sentence: Sentence, first: int, parts: list[int]) -> bool:
    if any(token.text.lower() == "до" for token in sentence.tokens[max(0, first - 2) : first]):
        return False  # "упал на 8 % по сравнению с прошлым годом до 4 млрд"
    before = [token for token in sentence.tokens[:first] if parts[token.index] == parts[first]]
    marks = [
        token.index
        for token in before
        if token.text.lower() in _SET_AGAINST or _after_change(sentence, token) or at_number(sentence, token)
    ]
    if not marks or any(token.text == ";" for token in before[marks[-1] :]):
        return False
    verbs = any(token.pos == "VERB" and token.index > marks[-1] for token in before)
    return not verbs and any(token.pos == "NUM" and token.index < marks[-1] for token in before)


def at_number(sentence: Sentence, token: Token) -> bool:
    """ "3,5 млрд в 2013 году при 2,6 млрд в 2012-м": what is set against the number before."""
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return token.text.lower() == "при" and bool(following) and following[0].text[0].isdigit()


def _after_change(sentence: Sentence, token: Token) -> bool:
    """ "упал до 4 млрд после падения на 8 % в марте"."""
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return token.text.lower() == "после" and bool(following) and following[0].lemma in UP | DOWN


def _in_present(sentence: Sentence, first: int) -> bool:
    verb = next((token for token in sentence.ancestors(first) if token.feats.get("VerbForm") == "Fin"), None)
    return verb is not None and verb.feats.get("Tense") == "Pres"


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


def _told_exactly(sentence: Sentence, before: Counted, quantity: Quantity, first: int) -> bool:
    """ "сократился почти на треть — 30,2 %": the same change, first in words."""
    in_words = before.change is not None and before.quantity.unit in {"part", "portion", "times"}
    between = {token.text.lower() for token in sentence.tokens[before.last + 1 : first]}
    return in_words and quantity.unit == "%" and bool(between) and between <= _EXACTLY


_EXACTLY = {"—", "–", "-", "(", ",", ":", "на", "точнее", "или"}


def _told_in_turn(sentence: Sentence, before: Counted, quantity: Quantity, first: int) -> bool:
    """ "снижение ускоряется: в июле — 8,6 %, в августе — 16,4 %": each behind a dash."""
    dashed = all(at and sentence.tokens[at - 1].text in DASHES for at in (before.first, first))
    return before.change is not None and dashed and quantity.unit == before.quantity.unit == "%"
