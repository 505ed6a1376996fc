"""How a figure stands to the official series, in the words of its page."""

from datetime import date
from typing import Any

import pytest

from relations.bounds import is_at_least
from relations.models import OfficialFigure, TradeFigure, TradeReport
from relations.standing import sentence, standings
from tests.readings import TRADE, article, span, store, turnover

pytestmark = pytest.mark.django_db


def official(**changes: Any) -> None:
    fields = {"indicator": "turnover", "period": "2023", "value": 240.11e9, "statistics_of": "gacc", "source": "Herald"}
    OfficialFigure(**fields | changes).save()


def said(sentence_: str = TRADE, published: date = date(2024, 2, 8), **changes: Any) -> str:
    told = article(sentence_, published=published)
    store(told, turnover(told, sentence_, **changes))
    (figure,) = TradeFigure.objects.all()
    return sentence(figure, standings([figure])[figure.pk]).replace("\N{NO-BREAK SPACE}", " ")


def test_within_rounding() -> None:
    official(published=date(2024, 1, 12))

    assert said() == "Within rounding of the official figure, $240.11 bn for 2023 (China's customs, 12 January 2024)."


@pytest.mark.parametrize(("value", "apart"), [(228.1e9, "5% below"), (264.1e9, "10% above")])
def test_a_contradiction_says_how_far(value: float, apart: str) -> None:
    official()

    assert said(value=value) == (f"Contradicts the official figure, $240.11 bn for 2023 (China's customs): {apart} it.")


def test_nothing_yet() -> None:
    official(period="2022")

    assert said() == "No official figure for 2023 is known here yet."


def test_a_change_without_a_value() -> None:
    official(change_pct=26.3)

    told = said(value=None, unit=None, change_pct=20.0)

    assert told == "Contradicts the official change, +26.3% for 2023 (China's customs)."


def test_a_later_revision_is_told() -> None:
    official(published=date(2024, 1, 12))
    official(value=241.5e9, published=date(2024, 6, 18))

    assert said().endswith(" It was revised since, to $241.5 bn (China's customs, 18 June 2024).")


def test_the_first_article_decides_which_vintage_was_current() -> None:
    official(published=date(2024, 1, 12))
    official(value=241.5e9, published=date(2024, 6, 18))
    early = article(TRADE, published=date(2024, 1, 20))
    store(early, turnover(early))

    assert said(published=date(2024, 8, 1)).startswith("Within rounding of the official figure, $240.11 bn")


def test_more_than_a_number_is_borne_out_by_more() -> None:
    official()
    words = "Товарооборот за 2023 год превысил отметку в 200 млрд долларов."
    told = article(words)
    store(told, turnover(told, words, value=200e9, words=span(told, "200 млрд долларов")))

    (figure,) = TradeFigure.objects.all()
    outcome = standings([figure])[figure.pk]

    assert sentence(figure, outcome).startswith("Borne out by the official figure")


@pytest.mark.parametrize(
    ("before", "is_bound"),
    [
        ("Товарооборот составил более", True),
        ("Поставки — не менее", True),
        ("Торговля перевалила за рубеж в", True),
        ("Товарооборот составил", False),
        ("Экспорт вырос более чем на 20% и составил", False),
        ("Оборот превысил прошлогодний, он равен", False),
        ("Оборот превысил прошлогодний и достиг", False),
        ("Больше всего говорили тогда про новый договор ценой", False),
    ],
)
def test_a_word_of_bounding_counts_only_before_its_own_number(before: str, is_bound: bool) -> None:
    told = article(f"{before} 200 млрд долларов.")
    store(told, turnover(told, f"{before} 200 млрд долларов.", words=span(told, "200 млрд долларов")))

    assert is_at_least(TradeReport.objects.get()) is is_bound


def test_without_the_place_of_the_number_nothing_is_supposed() -> None:
    told = article(TRADE)
    store(told, turnover(told))

    assert not is_at_least(TradeReport.objects.get())
