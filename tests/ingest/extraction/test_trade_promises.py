"""Promises, forecasts and amounts of everybody, as broadcast leads and interviews word them."""

import pytest

from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import BILLION, BOTH, Figure, figures

ONE = [
    (
        "2025-09-05",
        "Россия и КНР подписали документы о поставке 100 млрд кубометров газа в год.",
        [("ru_to_cn", 100 * BILLION, "m3", None, None, "target")],
    ),
    (
        "2010-08-30",
        "Открыт участок нефтепровода Россия — Китай. Ежегодно по нему будут перекачивать 15 миллионов тонн сырья.",
        [("ru_to_cn", 15e6, "t", None, None, "target")],
    ),
    (
        "2002-08-23",
        "Премьеры России и Китая обсудят, как увеличить товарооборот, который составляет сейчас 11 млрд долларов.",
        [("turnover", 11 * BILLION, "USD", None, None, "actual")],
    ),
    (
        "2025-12-10",
        "Китай в ноябре купил у России золота на рекордную за всё время взаимной торговли сумму — 900 млн долларов.",
        [("ru_to_cn", 900e6, "USD", None, "2025-11", "actual")],
    ),
    (
        "2003-05-05",
        "Российско-китайская комиссия поставила задачу довести двусторонний товарооборот до 20 млрд долларов.",
        [("turnover", 20 * BILLION, "USD", None, None, "target")],
    ),
    (
        "2014-06-02",
        "Контракт на поставку в Китай 24 истребителей стоимостью 2 млрд долларов Россия заключила в начале 2014 года.",
        [("ru_to_cn", 24, "pcs", None, None, "target"), ("other", 2 * BILLION, "USD", None, None, "target")],
    ),
]


@pytest.mark.parametrize(("published", "text", "wanted"), ONE)
def test_a_promise_or_what_there_is(analyse: Analyse, published: str, text: str, wanted: list[Figure]) -> None:
    assert figures(analyse, text, published) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Прямые иностранные инвестиции в КНР сократились на 20 процентов до 34 млрд долларов.",
        "Международный товарооборот Китая за прошлый год сократился на 1 %.",
        "Соглашение о строительстве реакторов стоимостью 3 млрд долларов подписано в Пекине.",
        "CNPC принадлежит доля в 20 % в заводе сжиженного газа на Ямале.",
    ],
)
def test_what_is_of_everybody_or_built_is_no_trade(analyse: Analyse, text: str) -> None:
    assert figures(analyse, text, "2023-10-10", BOTH) == []


def test_the_imports_of_china_are_from_everywhere(analyse: Analyse) -> None:
    text = "В июле добыча угля в Китае упала. Китайский импорт угля вырос на 14 % и достиг 30 млн тонн."
    assert figures(analyse, text, "2013-08-20") == []


def test_the_imports_of_china_in_a_report_on_the_two(analyse: Analyse) -> None:
    text = "Торговля России и Китая выросла на 5 %. Китайский импорт достиг 30 млрд долларов."
    assert figures(analyse, text, "2013-08-20")[-1][:2] == ("ru_to_cn", 30 * BILLION)
