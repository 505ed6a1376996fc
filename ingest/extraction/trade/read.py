"""Finds the trade figures of an article."""

from collections import deque
from dataclasses import replace
from datetime import date

from ingest.extraction.dates import find_dates, reference_day
from ingest.extraction.dates.words import fold
from ingest.extraction.document import Document, Sentence
from ingest.extraction.numbers import Quantity, find_quantities
from ingest.extraction.positions.relay import Relay
from ingest.extraction.trade.clauses import INSERTED, in_brackets, parts
from ingest.extraction.trade.commodity import commodity
from ingest.extraction.trade.cues import cue_kind
from ingest.extraction.trade.exchange import FLOWS, Context, direction, indicator
from ingest.extraction.trade.figures import Counted, count
from ingest.extraction.trade.joining import Draft, as_before, join, join_across, without_doubles
from ingest.extraction.trade.paired import pair
from ingest.extraction.trade.period import (
    Told,
    choose,
    in_year,
    is_ahead,
    is_to_come,
    month_earlier,
    months_of,
    periods,
    year_earlier,
)
from ingest.extraction.trade.same import without_repeats
from ingest.extraction.trade.sides import Place, places, sides_of
from ingest.extraction.trade.speaker import speaker
from ingest.extraction.trade.status import status
from ingest.extraction.trade.units import with_shared_units, with_units
from ingest.extraction.trade.words import (
    COMMODITIES,
    CRIME,
    CUES,
    ENERGY,
    FALLING,
    GOODS,
    MARKETS,
    MONEY,
    SEIZED,
    SIDES,
    SIGNING,
    TARGET,
)
from relations.reading import ReadTrade, Span

_PIPELINE = ("сила сибири", "силы сибири", "силе сибири", "силу сибири", "силой сибири")
_CHINESE = (
    "кита",
    "кнр",
    "пекин",
    "поднебесн",
    "cnpc",
    "юан",
    *_PIPELINE,
)  # an article without any of them holds no figure


def read_trade(document: Document) -> tuple[ReadTrade, ...]:
    """The figures about exchange between Russia and China, in the order of the text."""
    whole = fold(document.text) + fold(document.article.title or "")
    mentions = [*document.mentions, *(document.headline.mentions if document.headline else ())]
    if not any(word in whole for word in _CHINESE) and not any(one.side == "CN" for one in mentions):
        return ()
    if _is_of_seizures(document):
        return ()
    return _Reader(document).read()


def _is_of_seizures(document: Document) -> bool:
    """Title and first sentence tell of smuggling: what is counted was carried off or seized."""
    lead = document.text[: document.sentences[0].end] if document.sentences else ""
    return bool(SEIZED.search(fold(f"{document.article.title}\n{lead}")))


def _title_sides(document: Document) -> set[str]:
    """The sides that the title names, by the country or by a person of it."""
    headline = document.headline
    if headline is None:
        return set()
    named = {one.side for one in headline.mentions} & {"RU", "CN"}
    return named.union(*(sides_of(places(headline, sentence)) for sentence in headline.sentences))


def _title_way(document: Document) -> str | None:
    """The direction of goods that a title tells which names both sides."""
    headline = document.headline
    if headline is None or not {"RU", "CN"} <= _title_sides(document):
        return None
    found = [place for sentence in headline.sentences for place in places(headline, sentence)]
    return direction([place for place in found if place.role in {"from", "made", "to"}], "")


class _Reader:
    """Goes through an article in order and remembers what the sentences before were about."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._reference = reference_day(document)
        self._context = Context(
            _title_sides(document),
            both=_names_both(document),
            title_way=_title_way(document),
            alone=_names_no_third(document),
        )
        self._last_periods: deque[str | None] = deque(maxlen=3)  # the period told by each of the sentences before
        self._months: dict[str, str] = {}  # the months told from the beginning of a year
        self._compared: str | None = None  # what the sentence before compared its figure with
        self._relay = Relay(document)
        self._drafts: list[Draft] = []

    def read(self) -> tuple[ReadTrade, ...]:
        """The figures of all sentences; those behind the last that counts anything are not gone through."""
        counted = [find_quantities(self._document, sentence) for sentence in self._document.sentences]
        last = max((number for number, quantities in enumerate(counted) if quantities), default=-1)
        for sentence, quantities in zip(self._document.sentences[: last + 1], counted, strict=False):
            self._read_sentence(sentence, quantities)
        return without_doubles([draft.figure for draft in self._drafts])

    def _read_sentence(self, sentence: Sentence, quantities: list[Quantity]) -> None:
        found = _apart_from(places(self._document, sentence), sentence, quantities)
        quantities = with_shared_units(without_repeats(self._document, sentence, quantities))
        quantities = without_repeats(self._document, sentence, quantities)  # with the units just given
        dates = find_dates(self._document, sentence)
        numbering = parts(sentence)
        found = [one for one in found if one.side != "other" or numbering[one.index] != INSERTED]
        told = periods(self._document, sentence, dates, self._reference)
        told = [self._so_far(sentence, one) for one in told]
        year = next((period[:4] for period in reversed(self._last_periods) if period), None)
        if self._reference is None and year:
            told = months_of(self._document, sentence, year, told)
        self._context.age += 1
        self._context.way_age += 1
        self._context.view_age += 1
        change = _further_change(sentence, quantities, numbering) if self._can_take_change(sentence) else None
        drafts = []
        if quantities and not any(token.lemma in CRIME for token in sentence.tokens):
            numbers = with_units(sentence, count(sentence, quantities, numbering), self._context)
            told = pair(sentence, numbers, told, found)
            for counted in numbers:
                goods = commodity(sentence, counted, numbering)
                if goods is None and counted.kind in FLOWS and counted.quantity.unit in GOODS:
                    goods = self._context.energy
                kind = indicator(counted, found, numbering, self._context, goods)
                if kind and kind != "share" and counted.change is None and counted.quantity.unit in {"%", "portion"}:
                    kind = "share" if _tells_share(sentence, counted) else None
                if kind is None and counted.kind in FLOWS and sides_of(found) == {"RU"} and not self._drafts:
                    self._context.overall = True  # "экспорт края вырос до 2 млн тонн"
                if kind is None and counted.total and counted.kind in FLOWS and counted.change is None:
                    self._context.age = self._context.way_age = _FORGOTTEN  # "всего Китай закупил …"
                if kind:
                    _take_sign(counted, drafts or self._drafts)
                    draft = self._draft(sentence, counted, kind, told, numbering)
                    drafts.append(as_before(draft, drafts[-1], numbering) if drafts else draft)
                    self._keep_view(draft, found)
                    self._keep_topic(draft)
        if change is not None:
            self._drafts[-1].figure = replace(self._drafts[-1].figure, change_pct=change)
            drafts = []
        self._drafts += join_across(self._drafts, join(drafts, told))
        self._remember(sentence, found, drafts, told, numbering)

    def _so_far(self, sentence: Sentence, told: Told) -> Told:
        """ "с начала года" is up to the month that the article has told: "за январь — май … С начала года"."""
        begins = any(token.lemma == "начало" for token in sentence.tokens[told.first : told.first + 2])
        if told.value and begins and self._months.get(told.value):
            return replace(told, value=self._months[told.value])
        if told.value and told.value[4:8] == "-01/":
            self._months[told.value[:4]] = told.value
        return told

    def _can_take_change(self, sentence: Sentence) -> bool:
        """Whether the sentence before told a value and no change."""
        if not self._drafts or self._drafts[-1].sentence.index != sentence.index - 1:
            return False
        last = self._drafts[-1].figure
        return last.value is not None and last.change_pct is None

    def _draft(self, sentence: Sentence, counted: Counted, kind: str, told: list[Told], numbering: list[int]) -> Draft:
        quantity = counted.quantity
        stated = self._status(sentence, counted, told, numbering)
        if kind == "investment" and counted.kind == "growth" and stated == "forecast":
            stated = "target"  # "его начальный объём составит 10 млрд" of a fund
        is_change = counted.change is not None
        figure = ReadTrade(
            indicator=kind,
            status=stated,
            evidence=Span(sentence.start, sentence.end),
            value=None if is_change else quantity.value,
            unit=None if is_change else "%" if quantity.unit == "portion" else quantity.unit,
            change_pct=counted.change,
            period=self._period(sentence, counted, told, numbering, stated),
            commodity=commodity(sentence, counted, numbering)
            or (self._context.commodity if kind in _DIRECTED else None),
            speaker=speaker(self._document, sentence, counted.first),
            words=Span(quantity.start, quantity.end),
            relay=self._relay.of(sentence),
        )
        return Draft(counted, sentence, figure)

    def _status(self, sentence: Sentence, counted: Counted, told: list[Told], numbering: list[int]) -> str:
        stated = status(sentence, counted, numbering)
        if stated == "actual" and not counted.since:
            chosen = choose(sentence, counted, told, numbering)
            if chosen and numbering[chosen.first] == counted.part and is_to_come(chosen.value, self._reference):
                return "target" if any(token.lemma in TARGET for token in sentence.tokens) else "forecast"
        return stated

    def _possible(self, told: list[Told], stated: str) -> list[Told]:
        """The periods that a figure of this status can have: a plan's lies ahead, an outcome's does not."""
        if stated == "actual":
            return [one for one in told if not is_to_come(one.value, self._reference)]
        ahead = [one for one in told if one.how == "vague" or is_ahead(one.value, self._reference)]
        return ahead if ahead and stated != "reached" else told

    def _period(
        self, sentence: Sentence, counted: Counted, told: list[Told], numbering: list[int], stated: str
    ) -> str | None:
        chosen = choose(sentence, counted, self._possible(told, stated), numbering)
        told_before = [period for period in reversed(self._last_periods) if period]
        if stated == "actual":  # what is has not the year of a plan told before
            told_before = [period for period in told_before if not is_to_come(period, self._reference)]
        before = told_before[0] if told_before else None
        if chosen is None and self._compared and fold(sentence.tokens[0].text) == "тогда":
            return self._compared
        if chosen and chosen.how.endswith("earlier"):
            same = [one.value for one in told if one.value and one.how != "compared"]
            shift = year_earlier if chosen.how == "earlier" else month_earlier
            return shift(same[0] if same else before)
        if chosen and chosen.same and chosen.value:
            spans = [one.value for one in told if one.value and not one.same and one.how != "compared"]
            return in_year(next(iter(spans), before), chosen.value)
        if counted.since and stated == "actual" and _status_of_others_ahead(told, self._reference):
            return None
        carried = chosen and (chosen.how == "now" or (chosen.how == "yearly" and counted.change is not None))
        if chosen and not carried:
            if stated == "target" and "/" in (chosen.value or "") and any(one.how == "yearly" for one in told):
                return None  # "15 млн тонн в год с 2011 по 2030 год": a year's volume
            signed = stated in {"target", "forecast"} and _of_signing(sentence, chosen, counted)
            return None if signed or _when_signed(chosen, stated, self._reference) else chosen.value
        if counted.kind == "share" and counted.now:
            return None
        return before if stated in {"actual", "reached"} else None

    def _keep_topic(self, draft: Draft) -> None:
        context = self._context
        context.indicator, context.age = draft.figure.indicator, 0
        context.kind = draft.counted.kind if draft.counted.kind not in {"growth", "item"} else context.kind
        if draft.counted.kind in FLOWS:
            context.way, context.way_kind, context.way_age = draft.figure.indicator, draft.counted.kind, 0
            context.way_lemma = draft.counted.cue.lemma if draft.counted.cue else ""
        context.commodity = draft.figure.commodity
        context.unit = draft.figure.unit if draft.figure.unit in MONEY | GOODS else context.unit

    def _keep_view(self, draft: Draft, found: list[Place]) -> None:
        """Whose turnover it is: with the one partner that is named."""
        partners = {place.side for place in found if place.role == "with"}
        if draft.counted.kind == "turnover" and len(partners) == 1 and partners < {"RU", "CN"}:
            self._context.view, self._context.view_age = "RU" if partners == {"CN"} else "CN", 0

    def _remember(
        self, sentence: Sentence, found: list[Place], drafts: list[Draft], told: list[Told], numbering: list[int]
    ) -> None:
        sides = sides_of([place for place in found if place.role != "aside"]) | (sides_of(found) - {"other"})
        if not drafts:
            self._remember_topic(sentence, found, numbering)
        if "CN" in sides and any(token.lemma in MARKETS for token in sentence.tokens):
            sides = sides - {"other"}  # "основные покупатели — Китай и Монголия": of goods told before
        self._context.recent.append(sides)
        self._remember_guests(sentence, found)
        named = [COMMODITIES[token.lemma] for token in sentence.tokens if token.lemma in COMMODITIES]
        within = any(CUES.get(token.lemma) == "none" for token in sentence.tokens)  # consumed or produced at home
        self._context.energy = None if within else next((goods for goods in named if goods in ENERGY), None)
        inside = {place for place, token in enumerate(numbering) if token == INSERTED} | in_brackets(sentence)
        open_told = [one for one in told if one.first not in inside] or told  # "2,2 млн т (2,4 млн в 2023 году)"
        values = [one.value for one in open_told if one.value and one.how != "compared"]
        told_first = [one for one in drafts if not one.counted.compared] or drafts
        happened = [one.figure.period for one in told_first if one.figure.status in {"actual", "reached"}]
        set_against = len(told_first) < len(drafts)
        values = happened if happened and (set_against or happened[-1] in values) else values or happened
        self._compared = next((one.value for one in told if one.how == "compared"), None)
        self._last_periods.append(values[-1] if values else None)

    def _remember_guests(self, sentence: Sentence, found: list[Place]) -> None:
        """Whose people the article speaks of now: with a third country's, "the sides" are not the two."""
        persons = {one.side for one in self._document.mentions_in(sentence) if one.type == "PER"}
        if "CN" in persons | sides_of([place for place in found if place.role != "in"]):
            self._context.foreign = False
        elif "other" in persons:
            self._context.foreign = True

    def _remember_topic(self, sentence: Sentence, found: list[Place], numbering: list[int]) -> None:
        """A sentence without figures may still say what the next one counts."""
        unit = "t" if any(token.lemma in COMMODITIES for token in sentence.tokens) else None
        kinds = [(token, cue_kind(sentence, token, unit)) for token in sentence.tokens if token.lemma in CUES]
        cues = [(token, kind) for token, kind in kinds if kind in _TOPICS and token.lemma not in FALLING]
        if not cues:
            return
        cue, group = cues[0]
        blank = Counted(Quantity(0, 0, 0.0, None), cue.index, cue.index, cue, group)
        blank.part = numbering[cue.index]
        kind = indicator(blank, found, numbering, self._context, commodity(sentence, blank, numbering))
        if kind:
            self._context.indicator, self._context.kind, self._context.age = kind, blank.kind, 0
            if group in FLOWS:
                self._context.way, self._context.way_kind, self._context.way_age = kind, group, 0
                self._context.way_lemma = cue.lemma
            self._context.commodity = commodity(sentence, blank, numbering)


def _status_of_others_ahead(told: list[Told], reference: date | None) -> bool:
    """Whether the sentence tells a time to come alone: it is not that of an amount that already is."""
    values = [one.value for one in told if one.value]
    return bool(values) and all(is_ahead(value, reference) for value in values)


def _tells_share(sentence: Sentence, counted: Counted) -> bool:
    """Whether a percentage that is no change is part of a whole: "составил 29 % внешней торговли"."""
    words = {token.lemma for token in sentence.tokens}
    return counted.quantity.value <= 100 and bool(words & (FALLING | {"доля", "составить", "составлять"}))


def _take_sign(counted: Counted, before: list[Draft]) -> None:
    """A change told without its verb ("импорт — на 5 %") goes up or down as the one before."""
    changes = [draft.figure.change_pct for draft in before if draft.figure.change_pct is not None]
    if counted.unsigned and counted.change and changes and changes[-1] < 0:
        counted.change = -abs(counted.change)


_TOPICS = {"turnover", "outflow", "inflow", "share"}
_FORGOTTEN = 99
_DIRECTED = {"ru_to_cn", "cn_to_ru"}


def _apart_from(found: list[Place], sentence: Sentence, quantities: list[Quantity]) -> list[Place]:
    """The countries without those in the name of a currency ("долларов США")."""
    spans = [(one.start, one.end) for one in quantities if one.unit in MONEY]
    starts = {place.index: sentence.tokens[place.index].start for place in found}
    return [place for place in found if not any(left <= starts[place.index] < right for left, right in spans)]


def _further_change(sentence: Sentence, quantities: list[Quantity], numbering: list[int]) -> float | None:
    """The change of a sentence that says no more of the figure before it: "Это на 62 % больше, чем годом ранее"."""
    if len(quantities) != 1 or fold(sentence.tokens[0].text) not in {"это", "что"}:
        return None
    counted = count(sentence, quantities, numbering)
    return counted[0].change if counted else None


def _of_signing(sentence: Sentence, chosen: Told, counted: Counted) -> bool:
    """ "контракт на поставку заключён в начале 2012 года": the year of the contract, not of the goods."""
    verb = next((token for token in sentence.ancestors(chosen.first) if token.pos == "VERB"), None)
    if verb is None or verb.lemma not in SIGNING:
        return False
    between = sentence.tokens[min(verb.index, chosen.first) : max(verb.index, chosen.first)]
    return not any(token.text.lower() in _CONTENT for token in between)


_CONTENT = {"что", "чтобы", "о", "об", "на"}  # what is agreed or said begins here, and its own year is behind


def _when_signed(chosen: Told, stated: str, reference: date | None) -> bool:
    """A time gone by cannot be that of a plan: it is when the plan was made."""
    return stated == "target" and not is_ahead(chosen.value, reference)


def _names_both(document: Document) -> bool:
    titled = document.headline.mentions if document.headline else []
    worded = {SIDES.get(token.lemma) for sentence in document.sentences for token in sentence.tokens}
    return {"RU", "CN"} <= worded.union(one.side for one in (*document.mentions, *titled))


def _names_no_third(document: Document) -> bool:
    """Whether an article speaks of no country beside the two."""
    return not any(SIDES.get(token.lemma) == "other" for one in document.sentences for token in one.tokens)
