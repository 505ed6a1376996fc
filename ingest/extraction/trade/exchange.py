"""Whether a counted number is about exchange between Russia and China, and in which direction.

The partner must be told: by the part of the sentence that holds the number, else by the sentence,
else by the sentences before it. One country alone is not exchange ("импорт Китая"): the other must
stand in the partner's place ("импорт из России") or the context must give it.
"""

from dataclasses import dataclass, field, replace

from ingest.extraction.trade.figures import Counted
from ingest.extraction.trade.sides import Place, sides_of
from ingest.extraction.trade.words import (
    BALANCE,
    BUYING,
    ENERGY,
    GOODS,
    GOODS_VERBS,
    LENDING,
    MILESTONES,
    NEUTRAL,
    ONE_WAY,
    SELLING,
)

FLOWS = {"outflow", "inflow"}
_PARTNER = {"from", "to", "made"}  # roles that tell the way whatever the goods
_BACK = {"ru_to_cn": "cn_to_ru", "cn_to_ru": "ru_to_cn"}
_BESIDE = 3  # so many words lie between a country and its number at most
_WITHIN = 8  # so many words lie between the countries and a total of theirs at most
_MEMORY = 4  # so many sentences back the countries of a topic are still in mind


@dataclass
class Context:
    """What the sentences before have told: countries by sentence, and the last figure's indicator."""

    title: set[str]
    recent: list[set[str]] = field(default_factory=list)
    indicator: str | None = None
    kind: str = ""
    age: int = 99  # sentences since the last figure or trade word that was tied to both sides
    view: str | None = None  # whose the last turnover was: "товарооборот области с Китаем" is Russia's,
    view_age: int = 99  # and so many sentences ago
    way: str | None = None  # the direction of the last exports or imports,
    way_kind: str = ""  # by which word they were told, and so many sentences ago
    way_lemma: str = ""
    way_age: int = 99
    commodity: str | None = None
    unit: str | None = None  # of the last sum or amount
    energy: str | None = None  # oil or gas, where the sentence before speaks of it
    both: bool = False  # actors of both sides are in the article
    title_way: str | None = None  # the direction that the title tells
    foreign: bool = False  # the persons spoken of last are a third country's, none is China's
    overall: bool = False  # the article's exports are those to all countries
    alone: bool = False  # the article names no third country: China's partner can only be Russia

    def pair_recent(self) -> bool:
        """Whether the sentences just before, or the title, are about the two sides and nobody else."""
        for sides in reversed(self.recent[-_MEMORY:]):
            pair = {"RU", "CN"} <= sides
            if pair and "other" not in sides:
                return True
            if "other" in sides and not pair:
                return False
        return {"RU", "CN"} <= self.title

    def flow(self, kind: str, goods: str | None = None, lemma: str = "") -> str | None:
        """The direction of exports or imports told before; of the one where the other was told, the way back.

        Deliveries and purchases of the same goods go the same way.
        """
        if self.elsewhere() or self.with_others():
            return None
        same_goods = self.commodity is not None and goods in {None, self.commodity}
        if self.way_age > self.reach() + 2 * (same_goods and goods is not None) or self.way not in _BACK:
            return (self.title_way if self.alone else None) or self._by_view(kind)
        listed = goods is not None and self.commodity is not None  # a list of goods that go one way
        neutral = lemma in NEUTRAL or (listed and self.way_lemma in NEUTRAL)
        return self.way if kind == self.way_kind or same_goods or neutral else _BACK[self.way]

    def _by_view(self, kind: str) -> str | None:
        """ "Товарооборот области с Китаем вырос. Экспорт — на 5 %": exports of the one whose trade it is."""
        if self.view is None or self.view_age > self.reach():
            return None
        return "ru_to_cn" if (self.view == "RU") == (kind == "outflow") else "cn_to_ru"

    def reach(self) -> int:
        """So many sentences back a direction holds: longer where no other country comes between."""
        return 4 if self.alone else 2

    def only_pair(self) -> bool:
        """Whether the article is about both sides and no third country was named shortly before."""
        return self.both and not any("other" in sides for sides in self.recent[-_MEMORY:])

    def elsewhere(self) -> bool:
        """Whether the sentence before speaks of one side's dealings with a third country."""
        last = self.recent[-1] if self.recent else set()
        return "other" in last and len(last & {"RU", "CN"}) == 1

    def with_others(self) -> bool:
        """Whether the sentence before speaks of third countries alone."""
        return bool(self.recent) and self.recent[-1] == {"other"}

    def near(self, side: str) -> bool:
        """Whether a side was named shortly before or in the title."""
        if self.elsewhere() and side not in self.recent[-1]:
            return False
        return (
            (self.alone and side == "RU")
            or side in self.title
            or any(side in sides for sides in self.recent[-_MEMORY:])
        )


def _nearest(found: list[Place], counted: Counted) -> Place | None:
    anchor = counted.cue.index if counted.cue else counted.first
    named = [place for place in found if place.role != "aside"]
    return min(named, key=lambda place: min(abs(place.index - anchor), abs(place.index - counted.first)), default=None)


def _one_goal(found: list[Place]) -> list[Place]:
    """ "российский импорт в Китай" goes where the preposition says."""
    goals = [place for place in found if place.role == "to"]
    if {place.side for place in goals} != {"RU", "CN"}:
        return found
    owners = [place for place in goals if place.side != goals[-1].side]
    return [replace(place, role="made") if place in owners else place for place in found]


def direction(found: list[Place], kind: str) -> str | None:
    """ "ru_to_cn" or "cn_to_ru" by the places' roles and the verb or noun of trade; None where they do not tell."""
    votes = {"ru_to_cn": 0, "cn_to_ru": 0}
    found = _one_goal(found)
    for place in found:
        for way, (source, goal) in {"ru_to_cn": ("RU", "CN"), "cn_to_ru": ("CN", "RU")}.items():
            if place.role in {"from", "made"} and place.side == source:
                votes[way] += 4 if place.role == "from" else 2
            if place.role == "to" and place.side == goal:
                votes[way] += 4
            owner = source if kind == "outflow" else goal
            if place.role == "" and place.side == owner:
                votes[way] += 1
    if votes["ru_to_cn"] == votes["cn_to_ru"]:
        return None
    return max(votes, key=lambda way: votes[way])


def indicator(
    counted: Counted, found: list[Place], parts: list[int], context: Context, goods: str | None = None
) -> str | None:
    """The indicator of a number about exchange between the two sides; None for any other number.

    `goods` is the commodity counted: some go one way only.
    """
    if counted.kind in {"", "none"} or (counted.kind == "share" and counted.of_people):
        return None
    counted.goods = goods
    if counted.kind in {*FLOWS, "turnover"}:
        if any(place.money for place in found) and "CN" not in sides_of([place for place in found if not place.money]):
            return None  # "объём юаня в экспортной выручке"
        found = [place for place in found if not place.money]
    listed = next((place for place in found if place.index == counted.beside), None)
    if listed and (listed.role not in {"made", "aside"} or listed.side == "passed" or counted.kind in FLOWS):
        return _listed(counted, listed, found, context)
    if _of_the_passed(counted, found):
        return None
    found = _with_markets(found, counted)
    if counted.kind == "investment":
        found = [place for place in found if not place.route]
    here = [place for place in found if parts[place.index] == counted.part]
    local = here if sides_of([place for place in here if place.role != "aside"]) else found
    local = _nearest_maker([place for place in local if place.role != "aside"], counted)
    if counted.kind in {"growth", "item"}:
        return _continued(counted, local, context)
    if not _tied(counted, local, found, parts, context):
        return None
    if counted.kind in FLOWS and local and all(place.side == "both" for place in local) and not goods:
        return "turnover"  # "взаимные поставки"
    if counted.kind in FLOWS:
        if goods in ENERGY and _told_way(counted, context) != "cn_to_ru":
            return ONE_WAY[goods]
        goes_on = context.age == 0 and not [place for place in here if place.role != "aside"]
        if goes_on and _told_way(counted, context):
            return _told_way(counted, context)  # "экспорт в Китай вырос …, импорт — на 8 %"
        if _named_afar(counted, local) and _told_way(counted, context):
            return _told_way(counted, context)
        way = direction(local, counted.kind) or direction(found, counted.kind)
        if {place.role for place in found} & _PARTNER:
            return way or ONE_WAY.get(goods or "") or _told_way(counted, context)
        return ONE_WAY.get(goods or "") or way or _told_way(counted, context)
    if counted.kind == "contract":
        return ONE_WAY.get(goods or "") if counted.quantity.unit in GOODS else "other"
    return counted.kind


def _named_afar(counted: Counted, local: list[Place]) -> bool:
    """ "Поставки идут по контракту с корпорацией Китая": the country is not whose the deliveries are."""
    cue = counted.cue
    if cue is None or cue.pos != "NOUN" or cue.lemma not in NEUTRAL:
        return False
    return all(place.role in {"", "with", "aside"} and abs(place.index - cue.index) > _BESIDE for place in local)


def _told_way(counted: Counted, context: Context) -> str | None:
    return context.flow(counted.kind, counted.goods, counted.cue.lemma if counted.cue else "")


def _nearest_maker(local: list[Place], counted: Counted) -> list[Place]:
    """ "экспорт китайских (плюс 5 %) и российских товаров (плюс 3 %)": of two makers the one just before the number."""
    makers = [place for place in local if place.role == "made"]
    before = [place for place in makers if place.index < counted.first]
    if len({place.side for place in makers}) < 2 or not before:
        return local
    return [place for place in local if place.role != "made" or place is before[-1]]


def _listed(counted: Counted, place: Place, found: list[Place], context: Context) -> str | None:
    """ "Крупнейшие покупатели — Индия (5 млрд), Китай (3 млрд)": of the country before the bracket."""
    partner = {"RU": "CN", "CN": "RU"}.get(place.side)
    known = partner is not None and (partner in sides_of(found) or context.near(partner))
    if not known or counted.kind not in {*FLOWS, "share", "turnover"}:
        return None
    if counted.kind not in FLOWS:
        return counted.kind
    if place.role in {"to", "from"}:
        return "ru_to_cn" if (place.side == "CN") == (place.role == "to") else "cn_to_ru"
    if place.role in {"made", "aside"}:
        return "ru_to_cn" if place.side == "RU" else "cn_to_ru"  # an adjective: whose goods they are
    goes_there = counted.kind == "outflow"
    return "ru_to_cn" if (place.side == "CN") == goes_there else "cn_to_ru"


def _with_markets(found: list[Place], counted: Counted) -> list[Place]:
    """ "в России" is the market where the other side's goods are sold or bought, and otherwise no more than a place."""
    lemma = counted.cue.lemma if counted.cue else ""
    role = "to" if lemma in SELLING or counted.kind == "investment" else "from" if lemma in BUYING else "aside"
    partners = sides_of([place for place in found if place.role not in {"in", "aside"}])
    return [
        replace(place, role=role if partners - {place.side} else "aside", market=True) if place.role == "in" else place
        for place in found
    ]


def _continued(counted: Counted, local: list[Place], context: Context) -> str | None:
    """ "Рост составил 30 %", "рыба — 1,3 млрд": of what the sentence before was about."""
    if "other" in sides_of(local):
        return None
    gas_of_both = context.energy == "gas" and context.pair_recent() and not context.elsewhere()
    if counted.quantity.unit == "m3" and (any(place.route for place in local) or (gas_of_both and not local)):
        return "ru_to_cn"
    mark = counted.cue is not None and counted.cue.lemma in MILESTONES and context.indicator == "turnover"
    if context.age > (2 if mark or context.only_pair() else 1):
        return None
    if counted.kind == "item" and context.indicator not in _BACK:
        return None
    return context.indicator


def _tied(counted: Counted, local: list[Place], found: list[Place], parts: list[int], context: Context) -> bool:
    sides = sides_of(local)
    if local and all(place.side == "both" for place in local):
        spoken = sides_of([place for place in found if place.side != "both"])
        if context.foreign and "CN" not in spoken and not any(place.named for place in local):
            return False  # "Он принял премьера Монголии. Товарооборот между странами вырос"
        known = [side for side in ("RU", "CN") if side in spoken or context.near(side)]
        named = any(place.named for place in found)
        return named or len(known) == 2 or context.only_pair()  # "взаимный": whose, was told before
    settled = counted.kind == "share" and counted.settles and "other" not in sides
    if settled and (counted.two_currencies or context.pair_recent()):
        return True
    if counted.overall and counted.kind in FLOWS and not _told_before(counted, local):
        return False
    nearest = _nearest(local, counted)
    if (nearest and nearest.side == "other") or _third_between(local, counted) or _of_a_third(counted, found, parts):
        return False
    if "other" in sides and not {"RU", "CN"} <= sides:
        return False
    if {"RU", "CN"} <= sides:
        return True
    if not sides:
        return _tied_by_context(counted, found, context)
    return _tied_with_one(counted, local, sides, found, context)


def _told_before(counted: Counted, local: list[Place]) -> bool:
    """ "общий экспорт из России составил 20 млн, 13 млн пришлось на Китай": the partner comes too late."""
    anchor = counted.cue.index if counted.cue else counted.first
    near = [place for place in local if place.index < counted.first and anchor - place.index <= _WITHIN]
    return len(sides_of(near)) > 1


def _third_between(local: list[Place], counted: Counted) -> bool:
    """Whether a third country stands between the cue and the number, and no side after it ("экспорт в Индию …")."""
    if counted.cue is None:
        return False
    between = [place for place in local if counted.cue.index < place.index < counted.first]
    return bool(between) and between[-1].side == "other"


def _of_the_passed(counted: Counted, found: list[Place]) -> bool:
    """ "обогнав Австралию с показателем 5 млн тонн": the number of the one overtaken."""
    return any(place.side == "passed" and 0 < counted.first - place.index <= _BESIDE for place in found)


def _of_a_third(counted: Counted, found: list[Place], parts: list[int]) -> bool:
    """Whether what is counted is a third country's: "экспорт Молдовы в Россию упал, а в Китай — вырос"."""
    if counted.cue is None or parts[counted.cue.index] == counted.part:
        return False
    own = [place.role for place in found if parts[place.index] == counted.part and place.side in {"RU", "CN"}]
    if "from" in own:
        return False  # "поставки из Анголы выросли на 5 %, из России — на 7 %"
    there = [place for place in found if parts[place.index] == parts[counted.cue.index]]
    return any(place.side == "other" and place.role not in {"to", "with", "aside"} for place in there)


def _tied_by_context(counted: Counted, found: list[Place], context: Context) -> bool:
    if counted.kind in FLOWS and counted.overall:
        return False
    if counted.kind in FLOWS and context.overall and counted.goods != context.commodity:
        return False
    if counted.kind in FLOWS:
        if _spoken_of(found) or (counted.goods in ENERGY and context.pair_recent() and not context.elsewhere()):
            return True
        return _told_way(counted, context) is not None
    if counted.kind == "share":
        return counted.falls and context.indicator == "share" and context.age <= 1
    balance = counted.cue is not None and counted.cue.lemma in BALANCE
    if counted.kind == "investment":
        lent = counted.cue is not None and counted.cue.lemma in LENDING
        lent |= context.indicator == "investment" and context.age <= _MEMORY
        lent |= counted.by_pronoun and bool(context.recent) and "CN" in context.recent[-1]
        return lent and context.pair_recent() and not context.elsewhere()
    if counted.kind == "other" and not balance and not _advance(counted):
        return False
    if counted.kind == "turnover" and context.only_pair():
        return True  # "мы выйдем на 40 млрд торгового оборота" in a talk of the two sides
    return context.pair_recent() or (counted.kind in {"turnover", "contract"} and _spoken_of(found))


def _spoken_of(found: list[Place]) -> bool:
    """Whether both sides are in the sentence at least by those who speak or sign, and no third country."""
    return {"RU", "CN"} == sides_of(found)


def _advance(counted: Counted) -> bool:
    """Money paid before the goods come: what for was told before."""
    return counted.cue is not None and counted.cue.lemma in {"аванс", "авансовый", "предоплата"}


def _received(counted: Counted) -> bool:
    """ "КНР будет получать 15 млн тонн нефти": by what was agreed, unlike all that a country buys."""
    return counted.cue is not None and counted.cue.lemma in GOODS_VERBS - BUYING and counted.kind == "inflow"


def _own_alone(counted: Counted, local: list[Place], named: str) -> bool:
    """ "китайский импорт", "продажи в КНР": whose trade or what market it is, with whom is not said."""
    before = counted.cue.index - 1 if counted.cue and counted.cue.pos == "NOUN" else -1
    return all(place.index == before or place.market for place in local if place.side == named)


def _tied_with_one(counted: Counted, local: list[Place], sides: set[str], found: list[Place], context: Context) -> bool:
    """One side is named beside the number; the other must be the partner, by the sentence or the context."""
    (named,) = sides
    other = "RU" if named == "CN" else "CN"
    spoken = other in sides_of(found)  # a speaker of the other side counts: "Путин: торговля с Китаем выросла"
    roles = {place.role for place in local if place.side == named and place.role}
    if counted.kind == "investment":
        if named == "RU" and roles == {"from"}:
            return False  # "кредит на 4 млрд от Газпромбанка"
        if counted.cue is not None and counted.cue.lemma in LENDING and context.pair_recent():
            return True  # "взамен «Роснефть» получит кредит"
        return (named == "CN" or bool(roles & {"to", "with"})) and (spoken or context.near(other))
    if counted.kind == "contract" or _advance(counted) or (counted.cue and counted.cue.lemma in BALANCE):
        return context.pair_recent()
    if counted.kind == "other":
        return False
    if counted.kind == "share":
        if counted.cue is not None and counted.cue.lemma == "доля" and roles == set():
            return counted.of_trade and (spoken or context.near(other))  # "доля Китая в нашем товарообороте"
        if counted.cue is not None and counted.cue.lemma == "доля" and roles == {"to"} and counted.of_trade:
            return spoken or context.near(other)  # "её доля в китайском импорте"
        has = counted.falls and any(place.on or place.role == "" for place in local)  # "Китай занимает 30 % …"
        return bool(roles & {"with", "from", "made"} or has) and (spoken or context.near(other))
    if named == "RU" and counted.kind == "outflow" and "from" in roles:
        return spoken or context.age <= 1  # what leaves Russia goes anywhere, unless China was the matter at hand
    if named == "RU" and counted.kind == "outflow" and counted.goods in ENERGY and context.pair_recent():
        return not counted.total and not context.elsewhere()  # "Россия будет экспортировать по нему 15 млн тонн нефти"
    if roles & {"with", "to", "from"}:
        return spoken or (context.pair_recent() if _own_alone(counted, local, named) else context.near(other))
    if roles == {"made"} and counted.kind == "inflow" and spoken and "other" not in sides_of(found):
        return True  # "таможня Китая: импорт российской нефти вырос"
    if counted.goods in ENERGY and _received(counted) and context.pair_recent() and not context.elsewhere():
        return not counted.total
    if counted.kind not in FLOWS or context.age > 1 or counted.total:
        return False
    return roles == {"made"} or _told_way(counted, context) is not None
