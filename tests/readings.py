"""Readings made by hand, for tests of what becomes of them. The sentences are written for these tests."""

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from django.db import transaction

from relations.ledger import record
from relations.models import Article
from relations.reading import (
    Participant,
    ReadContact,
    ReadDate,
    Reading,
    ReadPosition,
    ReadTrade,
    Span,
)

PUTIN = Participant("Владимир Путин", "RU", "vladimir-putin", "президент РФ")
XI = Participant("Си Цзиньпин", "CN", "xi-jinping", "председатель КНР")
LAVROV = Participant("Сергей Лавров", "RU", "sergey-lavrov")
UNKNOWN = Participant("Сунь Вэйдун", "CN", None, "заместитель министра иностранных дел")

CALL = "Президенты поговорили по телефону 8 февраля."
TRADE = "Товарооборот за 2023 год достиг 240 млрд долларов."
SAID = "Китай готов развивать торговлю, заявил председатель КНР."

_numbers = count(1)


def article(*sentences: str, published: date | None = date(2024, 2, 8), **fields: Any) -> Article:
    """A stored article of these sentences; a number in its last line makes its text its own."""
    text = "\n".join([*sentences, f"Сообщение № {next(_numbers)}."])
    return Article.objects.create(text=text, published=published, **fields)


def span(article: Article, words: str) -> Span:
    """Where the words stand in the article."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def call(article: Article, sentence: str = CALL, **changes: Any) -> ReadContact:
    """The leaders' call of 8 February 2024 as read in the sentence."""
    contact = ReadContact(
        format="call",
        status="held",
        when=ReadDate("2024-02-08"),
        participants=(PUTIN, XI),
        evidence=(span(article, sentence),),
        level="leader",
    )
    return replace(contact, **changes)


def turnover(article: Article, sentence: str = TRADE, **changes: Any) -> ReadTrade:
    """The turnover of 2023 as read in the sentence."""
    figure = ReadTrade("turnover", "actual", span(article, sentence), 240e9, "USD", period="2023")
    return replace(figure, **changes)


def position(article: Article, sentence: str = SAID, content: str = "", **changes: Any) -> ReadPosition:
    """What the chairman said as read in the sentence; `content` are his own words in it."""
    words = span(article, content or sentence.partition(", заявил")[0])
    stated = ReadPosition(
        XI, "indirect", words.start, words.end, span(article, sentence), topics=("bilateral", "trade"), stance="support"
    )
    return replace(stated, **changes)


def reading(*facts: ReadContact | ReadTrade | ReadPosition, **fields: Any) -> Reading:
    """A reading that found these facts."""
    return Reading(
        **{"version": "test-1"} | fields,
        contacts=tuple(fact for fact in facts if isinstance(fact, ReadContact)),
        trade=tuple(fact for fact in facts if isinstance(fact, ReadTrade)),
        positions=tuple(fact for fact in facts if isinstance(fact, ReadPosition)),
    )


def store(article: Article, *facts: ReadContact | ReadTrade | ReadPosition, **fields: Any) -> None:
    """Records a reading that found these facts, as a worker does."""
    with transaction.atomic():
        record(article, reading(*facts, **fields))
