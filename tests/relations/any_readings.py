"""Any readings: small worlds of articles that tell of the same few events in all manners, for property tests.

Everything is drawn from small pools, so that reports meet: the same people, days apart by little, copies of one text,
plans and what became of them, roundings and corrections. Wording our own, of nothing that happened.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from relations.reading import Participant, ReadContact, ReadDate, Reading, ReadPosition, ReadTrade, Span
from tests.readings import LAVROV, PUTIN, UNKNOWN, XI

RUSSIA, CHINA = Participant("Россия", "RU", "russia"), Participant("Китай", "CN", "china")
MINISTRY = Participant("МИД РФ", "RU", "ru-mfa")
SENTENCES = (
    "Стороны провели по телефону разговор о делах на границе и обменялись поздравлениями.",
    "Делегации встретились снова и подписали протокол заседания подкомиссии по транспорту.",
    "По случаю годовщины стороны обменялись посланиями, а корабли вышли на манёвры.",
)
FIGURE = "Товарооборот превысил 240 млрд долларов, увеличившись на четверть."
STATEMENTS = (
    "Китай готов углублять сотрудничество с Россией в области энергетики",
    "Китай намерен укреплять взаимодействие с Россией в сфере энергетики",
    "Китай готов углублять сотрудничество с Россией в области авиации",
    "санкции незаконны",
)
TEXT = "\n".join([*SENTENCES, FIGURE, *(f"{words}." for words in STATEMENTS)])
TAILS = ("Снимок из архива.", "Материал дополняется.", "Подробности позже.")
DAYS = ("2024-02-07", "2024-02-08", "2024-02-09", "2024-02-20", "2023-12-31", "2024-01-01")


@dataclass(frozen=True)
class Told:
    """An article to be stored and what an extractor read in it; `before` is what an older one read."""

    text: str
    published: date | None
    reading: Reading
    before: Reading


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


_when = st.one_of(
    st.just(ReadDate()),
    st.builds(ReadDate, st.sampled_from(DAYS), inferred=st.booleans()),
    st.builds(ReadDate, st.sampled_from(("2024-02", "2024-01", "2024", "2023"))),
    st.builds(ReadDate, st.sampled_from(DAYS[:2]), st.sampled_from(DAYS[2:4])),
)
_people = st.sampled_from(
    (
        (PUTIN, XI),
        (XI, PUTIN),
        (PUTIN, XI, LAVROV),
        (LAVROV, XI),
        (LAVROV, UNKNOWN),
        (MINISTRY, XI),
        (MINISTRY, CHINA),
        (PUTIN,),
        (RUSSIA, CHINA),
    )
)
_contacts = st.builds(
    ReadContact,
    format=st.sampled_from(("call", "video", "meeting", "visit", "message", "session", "exercise", "forum", "signing")),
    status=st.sampled_from(("held", "held", "planned", "cancelled", "proposed")),
    when=_when,
    participants=_people,
    evidence=st.sampled_from(SENTENCES).map(lambda words: (_span(words),)),
    place=st.sampled_from((None, None, "Москва", "Россия", "Пекин")),
    moved_to=st.sampled_from((None, None, None, "2024-02-20", "2024-02")),
)
_figures = st.builds(
    ReadTrade,
    indicator=st.sampled_from(("turnover", "ru_to_cn")),
    status=st.sampled_from(("actual", "forecast")),
    evidence=st.just(_span(FIGURE)),
    value=st.sampled_from((240e9, 240.1e9, 244.8e9, 300e9, None)),
    unit=st.just("USD"),
    change_pct=st.sampled_from((None, 26.0, 26.3)),
    period=st.sampled_from(("2023", "2023", "2023-01/2023-11", None)),
    words=st.sampled_from((None, _span("240 млрд"))),
).filter(lambda figure: figure.value is not None or figure.change_pct is not None)


def _stated(content: str, **fields: Any) -> ReadPosition:
    span = _span(content)
    return ReadPosition(start=span.start, end=span.end, sentence=Span(span.start, span.end + 1), **fields)


_positions = st.builds(
    _stated,
    content=st.sampled_from(STATEMENTS),
    speaker=st.sampled_from((XI, UNKNOWN)),
    kind=st.sampled_from(("direct", "indirect")),
    topics=st.sampled_from((("energy",), ("technology",), ("bilateral",))),
    stance=st.sampled_from(("support", "oppose")),
)
_readings = st.builds(
    Reading,
    version=st.just("test-1"),
    contacts=st.lists(_contacts, max_size=3).map(tuple),
    trade=st.lists(_figures, max_size=1).map(tuple),
    positions=st.lists(_positions, max_size=2).map(tuple),
)
_older = _readings.map(lambda reading: replace(reading, version="test-0"))
_published = st.sampled_from((None, *map(date.fromisoformat, (*DAYS[:3], "2024-02-11"))))


def _article(number: int, tail: str | None, published: date | None, reading: Reading, before: Reading) -> Told:
    """A copy where `tail` is given, else an article of its own: as many other words as the common text has."""
    own = " ".join(f"слово{number}икс{at}" for at in range(150)) if tail is None else f"{tail} Сообщение {number}."
    return Told(f"{TEXT}\n{own}", published, reading, before)


@st.composite
def worlds(draw: st.DrawFn) -> list[Told]:
    """A few articles, some of them copies of one text."""
    many = draw(st.integers(2, 5))
    tails = st.sampled_from((None, None, *TAILS))
    return [_article(number, draw(tails), draw(_published), draw(_readings), draw(_older)) for number in range(many)]
