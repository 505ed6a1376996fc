"""Which countries a stretch of text speaks of, and in what role."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ingest.extraction.dates.words import fold
from ingest.extraction.document import Document, Sentence, Token
from ingest.extraction.trade.words import (
    BLOCS,
    BOTH_WORDS,
    COMMODITIES,
    CUES,
    FALLING,
    OTHERS,
    OVERTAKING,
    REGIONS,
    ROUTES,
    SIDES,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A country named at a token. `side` is "RU", "CN", "both", "other" or "passed" (one of transit or overtaken).

    `role` is "from" ("из Китая"), "made" ("российский газ"), "to" ("в Китай", "на китайский рынок"),
    "with" ("с Китаем"), "in" ("в Китае"), "" (subject, owner), or "aside": one who speaks
    or where it is said, no partner.
    `route` marks the two ends of a pipeline named for them, `on` that a share falls there ("на Китай").
    """

    index: int
    side: str
    role: str
    route: bool = False
    on: bool = False
    named: bool = False  # "both" by its own name: "российско-китайский"
    money: bool = False  # a currency
    market: bool = False  # where goods are sold or bought: "в России"


_ADJECTIVES = {"российско": "RU", "русско": "RU", "китайско": "CN", "американо": "other", "индийско": "other"}
_FROM = {"из", "от", "у"}
_TO = {"в", "во", "на", "для"}
_INDECLINABLE = {"кнр", "рф", "сша"}  # "в КНР" may be "to" or "in"; of goods it mostly is "to"
_SOURCES = {"таможня", "управление", "ведомство", "министерство", "посольство", "минторг", "статистика"}
_CAPITALS = {"москва", "пекин", "кремль"}
_BUYERS = {"потребитель", "рынок", "покупатель", "импортер", "импорт", "закупка"}
_GIVEN_TO = {"партнер", "сторона", "заказчик", "компания", "клиент", "контрагент", "переработчик"}  # in the dative
_SELLERS = {
    "экспорт",
    "экспортер",
    "поставщик",
    "производитель",
    "компания",
    "предприятие",
    "бизнес",
    "инвестор",
    "корпорация",
    "госкорпорация",
    "банк",
    "фонд",
    "концерн",
    "автоконцерн",
    "автопроизводитель",
    "фирма",
    "холдинг",
    "автопром",
    "марка",
    "бренд",
    "кредитор",
    "предприниматель",
    "госкомпания",
}
_NO_GOODS = {
    "сторона",
    "рынок",
    "регион",
    "провинция",
    "область",
    "граница",
    "порт",
    "экономика",
    "потребность",
    "нужда",
}
_GOODS = {
    "товар",
    "продукция",
    "производство",
    "происхождение",
    "сырье",
    "энергоресурс",
    "инвестиция",
    "капитал",
    "деньги",
}


def _role(sentence: Sentence, token: Token) -> str:
    """What the preposition before a country (or before the noun that its adjective stands with) makes of it."""
    tokens = sentence.tokens
    before = token.index - 1
    while before >= 0 and tokens[before].pos in {"ADJ", "DET"}:
        before -= 1
    preposition = tokens[before].text.lower() if before >= 0 and tokens[before].pos == "ADP" else ""
    if preposition and token.lemma in _CAPITALS and not _of_trade(sentence, token):
        return "in"  # "визит в Москву"
    case = token.feats.get("Case")
    if not preposition and case == "Gen" and token.pos != "ADJ":
        area = _area(sentence, token)
        if area:
            return area
    if preposition in _FROM:
        return "" if _actors_from(sentence, token) else "from"
    noun = tokens[token.head] if token.pos == "ADJ" and 0 <= token.head < len(tokens) else None
    if preposition in _TO and noun and (noun.lemma in COMMODITIES or noun.lemma in _GOODS):
        return "made"  # "покупатель для российского угля"
    if preposition in _TO and (case != "Loc" or token.lemma in _INDECLINABLE or _market(sentence, token)):
        return "to"
    if not preposition and 0 <= token.head < len(tokens) and tokens[token.head].lemma in _SOURCES:
        return "aside"  # "сообщила таможня КНР"
    if token.pos != "ADJ" and not preposition and case == "Dat":
        return "to"
    if preposition in {"с", "со"}:
        return "with"
    if token.pos == "ADJ" and preposition in _TO and case == "Loc" and noun and noun.lemma in _REGIONS:
        return "in"  # "закупили в Алтайском крае"
    if token.pos == "ADJ":
        return _adjective_role(noun) if not _goods_of_flow(sentence, noun) else "made"
    return "in" if case == "Loc" and preposition in _TO else ""


def _actors_from(sentence: Sentence, token: Token) -> bool:
    """ "предприятия из Китая закупают": where buyers are from is no way of goods."""
    head = sentence.tokens[token.head] if 0 <= token.head < len(sentence.tokens) else None
    acts = head is not None and head.pos == "NOUN" and head.rel.startswith("nsubj")
    return acts and head.lemma in (_SELLERS | _BUYERS | _GIVEN_TO) - CUES.keys() and head.index < token.index


_REGIONS = {"край", "область", "регион", "провинция", "республика", "уезд", "округ", "город"}
_AREAS = {"территория", "рынок", "порт", "провинция", "регион", "направление", "сторона", "завод", "терминал"}


def _area(sentence: Sentence, token: Token) -> str:
    """ "на территорию России", "в порты Китая", "с рынков Китая": the way that goods go, or nothing."""
    tokens = sentence.tokens
    before = token.index - 1
    if before < 0 or tokens[before].lemma not in _AREAS:
        return ""
    case = tokens[before].feats.get("Case")
    before -= 1
    while before >= 0 and tokens[before].pos in {"ADJ", "DET"}:
        before -= 1
    preposition = tokens[before].text.lower() if before >= 0 else ""
    if preposition in {"в", "во", "на", "к"} and (case == "Acc" or tokens[token.index - 1].lemma == "направление"):
        return "to"
    return "from" if preposition in {"с", "со", "из"} and case == "Gen" else ""


def _of_trade(sentence: Sentence, token: Token) -> bool:
    """Whether a place hangs on a word of trade: goods go there, not people."""
    return 0 <= token.head < len(sentence.tokens) and sentence.tokens[token.head].lemma in CUES


def _market(sentence: Sentence, token: Token) -> bool:
    """ "на российском рынке" is where goods go, though the case is that of a place."""
    return 0 <= token.head < len(sentence.tokens) and sentence.tokens[token.head].lemma == "рынок"


def _goods_of_flow(sentence: Sentence, noun: Token | None) -> bool:
    """ "покупки китайских часов": whatever is bought or sent, if no people or places."""
    if noun is None or noun.pos != "NOUN" or noun.feats.get("Case") != "Gen" or noun.feats.get("Animacy") == "Anim":
        return False
    flow = sentence.tokens[noun.head] if 0 <= noun.head < len(sentence.tokens) else None
    trades = flow is not None and flow.pos == "NOUN" and CUES.get(flow.lemma) in {"outflow", "inflow"}
    return trades and noun.lemma not in _NO_GOODS


def _adjective_role(noun: Token | None) -> str:
    if noun is None:
        return "aside"
    if noun.lemma in _BUYERS or (noun.lemma in _GIVEN_TO and noun.feats.get("Case") == "Dat"):
        return "to"
    if noun.lemma in _SELLERS or noun.lemma in _GOODS or noun.lemma in COMMODITIES or noun.lemma in CUES:
        return "made"
    return "" if noun.lemma == "сторона" else "aside"


@lru_cache(maxsize=20_000)
def _side(lemma: str, text: str) -> str | None:
    """Whose word it is by its lemma, else by its form, else as a compound."""
    return SIDES.get(lemma) or SIDES.get(fold(text)) or _compound(lemma)


def _compound(lemma: str) -> str | None:
    """ "китайско-американский", "российско-индийский": the trade of one of the two with a third country."""
    first, dash, second = lemma.partition("-")
    if not dash or not first.endswith("о") or not second.endswith("кий"):
        return None
    return "other" if _ADJECTIVES.get(first) or SIDES.get(second) else None


def _both_together(sentence: Sentence, token: Token) -> bool:
    """ "страны намерены довести", "стороны планируют": the two that are spoken of, where nothing says which."""
    if token.lemma not in {"страна", "сторона", "государство"} or token.feats.get("Number") != "Plur":
        return False
    further = {sentence.tokens[child].rel.split(":")[0] for child in sentence.children[token.index]}
    return token.feats.get("Case") == "Nom" and not further & {"nmod", "amod", "acl", "nummod", "appos"}


def _region(sentence: Sentence, token: Token) -> str | None:
    """A region named by two words: "Дальний Восток"."""
    before = sentence.tokens[token.index - 1].lemma if token.index else ""
    return REGIONS.get(f"{before} {token.lemma}")


def _office_of_other(sentence: Sentence, token: Token, side: str) -> bool:
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return bool(following) and SIDES.get(following[0].lemma, side) != side


def _token_at(sentence: Sentence, offset: int) -> int:
    return next((token.index for token in sentence.tokens if token.end > sentence.start + offset), 0)


def _passed_by(sentence: Sentence, token: Token) -> bool:
    """A country of transit or one overtaken is no partner: "через Монголию", "обогнав Саудовскую Аравию"."""
    if token.index > 0 and sentence.tokens[token.index - 1].text.lower() == "через":
        return True
    above = list(islice(sentence.ancestors(token.index), 2))
    near = above[:1] if above and above[0].pos == "VERB" else above
    return any(head.lemma in OVERTAKING for head in near)


def _is_this(sentence: Sentence, token: Token) -> bool:
    """ "эта страна" is the one named last."""
    before = sentence.tokens[token.index - 1] if token.index else None
    return before is not None and before.lemma in {"этот", "данный"} and token.feats.get("Number") != "Plur"


def _is_ours(sentence: Sentence, token: Token) -> bool:
    """ "в нашу страну": Russian news speak of Russia."""
    return token.index > 0 and sentence.tokens[token.index - 1].lemma == "наш" and token.feats.get("Number") != "Plur"


_THERE = {"туда": "to", "оттуда": "from"}  # of the country named last


def _falls_on_pronoun(sentence: Sentence, token: Token) -> bool:
    """ "На него пришлось 87 % вывоза": on the country named last."""
    if token.text.lower() not in {"него", "нее"} or not token.index:
        return False
    falls = any(other.lemma in FALLING for other in sentence.tokens)
    return falls and sentence.tokens[token.index - 1].text.lower() == "на"


# Whom "другие" makes other than the two.
_FURTHER = {"страна", "государство", "партнер", "рынок", "покупатель", "поставщик", "импортер", "экспортер"}


def _of_countries(sentence: Sentence, token: Token) -> bool:
    """Whether "прочие" or "остальные" are countries: said of them, or standing alone."""
    head = sentence.tokens[token.head] if 0 <= token.head < len(sentence.tokens) else None
    return head is None or token.rel != "amod" or head.lemma in _FURTHER


def _are_others(sentence: Sentence, token: Token) -> bool:
    """ "в двух последних странах", "в другие страны"."""
    if token.feats.get("Number") != "Plur":
        return False
    return any(before.lemma in OTHERS for before in sentence.tokens[max(0, token.index - 2) : token.index])


def _last_country(document: Document, sentence: Sentence, at: int) -> str | None:
    """The country named last before a token, here or in the sentence before; Russia, whose news it is, if no other."""
    last = document.sentences[sentence.index - 1].tokens if sentence.index else []
    found = None
    for token in (*reversed(sentence.tokens[:at]), *reversed(last)):
        side = _side(token.lemma, token.text) if token.pos in {"NOUN", "PROPN"} else None
        passed = side == "other" and token in sentence.tokens[:at] and _passed_by(sentence, token)
        if side in {"CN", "other"} and not passed:
            return side
        found = found or (side if side == "RU" else None)
    return found


def _besides(sentence: Sentence) -> range:
    """Where a sentence sets aside what it does not count: "Кроме расчётов с Китаем, …"."""
    tokens = sentence.tokens
    if not tokens or tokens[0].text.lower() not in {"кроме", "помимо", "исключая", "наряду"}:
        return range(0)
    comma = next((token.index for token in tokens if token.text == ","), 0)
    return range(0 if any(token.text[0].isdigit() for token in tokens[:comma]) else comma)


def places(document: Document, sentence: Sentence) -> list[Place]:
    """The countries of a sentence in the order of the text."""
    named = [mention for mention in document.mentions_in(sentence) if mention.how != "country"]
    inside = {at for one in named if one.type == "PER" for at in range(one.first, one.last + 1)}
    besides = _besides(sentence)
    found = []
    for token in sentence.tokens:
        side = _side(token.lemma, token.text) or _region(sentence, token)
        if token.lemma in {"прочий", "остальной"} and not _of_countries(sentence, token):
            side = None  # "прочие субпродукты"
        if token.lemma == "страна" and _is_this(sentence, token):
            side = _last_country(document, sentence, token.index)
        if token.lemma in {"страна", "государство"} and _is_ours(sentence, token):
            side = "RU"
        if token.text.lower() in _THERE and token.pos == "ADV":
            side = _last_country(document, sentence, token.index)
        if _falls_on_pronoun(sentence, token):
            side = _last_country(document, sentence, token.index)
        if token.lemma in _FURTHER and _are_others(sentence, token):
            side = "other"
        if token.lemma in BLOCS and any(above.lemma in CUES for above in islice(sentence.ancestors(token.index), 3)):
            side = "other"  # "торговля внутри ШОС"; a meeting on its margins is another matter
        if side and token.lemma.startswith("мин") and _office_of_other(sentence, token, side):
            side = None  # "минсельхоз США"
        if side == "other" and _passed_by(sentence, token):
            found.append(Place(token.index, "passed", "aside"))
        elif side:
            role = "aside" if token.index in inside or token.index in besides else _role(sentence, token)
            if token.lemma == "монголия" and token.index and sentence.tokens[token.index - 1].lemma == "внутренний":
                side = "CN"
            if side == "both":
                role = "with"
            role = _THERE.get(token.text.lower(), role) if token.pos == "ADV" else role
            on = token.index > 0 and sentence.tokens[token.index - 1].text.lower() == "на"
            whole = side == "both" and "-" in token.lemma
            found.append(Place(token.index, side, role, on=on, named=whole, money=token.lemma == "юань"))
        elif _both_together(sentence, token):
            found.append(Place(token.index, "both", "with"))
    text = fold(document.text[sentence.start : sentence.end])
    for match in BOTH_WORDS.finditer(text):
        found.append(Place(_token_at(sentence, match.start()), "both", "with"))
    for match in ROUTES.finditer(text):
        index = _token_at(sentence, match.start())
        found += [Place(index, "RU", "from", route=True), Place(index, "CN", "to", route=True)]
    found += [Place(one.first, one.side, "aside") for one in named if one.side in ("RU", "CN") and one.type == "PER"]
    return sorted(found, key=lambda place: place.index)


def sides_of(found: list[Place]) -> set[str]:
    """{"RU", "CN", "other"} as far as they are named; "both" counts as the two."""
    sides = {place.side for place in found}
    return (sides - {"both", "passed"}) | ({"RU", "CN"} if "both" in sides else set())
