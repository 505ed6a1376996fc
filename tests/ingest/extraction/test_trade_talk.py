"""Figures told in talk: questions and answers, what is now beside what is planned, scales left out."""

import pytest

from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import BILLION, figures


def test_an_answer_needs_no_country(analyse: Analyse) -> None:
    text = (
        "— Как развивается торговля России и Китая?\n— За два месяца она выросла на десять процентов.\n"
        "— А расчёты?\n— Уже более девяноста процентов в национальных валютах."
    )
    found = figures(analyse, text, "2024-03-18")
    assert [(figure[0], figure[1], figure[3]) for figure in found] == [("turnover", None, 10), ("share", 90, None)]


def test_what_is_now_has_not_the_year_of_the_plan(analyse: Analyse) -> None:
    text = (
        "Россия и Китай договорились увеличить торговлю до 300 млрд долларов к 2030 году. "
        "Сейчас она составляет 240 млрд."
    )
    found = figures(analyse, text, "2024-05-16")
    assert [(figure[1], figure[4], figure[5]) for figure in found] == [
        (300 * BILLION, "2030", "target"),
        (240 * BILLION, None, "actual"),
    ]


RANGES = [
    ("Торговля России и Китая сократилась с 56 до 38 миллиардов.", [56 * BILLION, 38 * BILLION]),
    ("Москва и Пекин намерены довести товарооборот до 60–80 миллиардов.", [60 * BILLION, 80 * BILLION]),
    ("Газпром увеличит поставки по «Силе Сибири» с 38 до 44 млрд кубометров в год.", [38 * BILLION, 44 * BILLION]),
]


@pytest.mark.parametrize(("text", "values"), RANGES)
def test_both_ends_of_a_range_have_the_scale(analyse: Analyse, text: str, values: list[float]) -> None:
    assert [figure[1] for figure in figures(analyse, text, "2025-09-03")] == values


def test_a_part_may_be_gained_without_a_preposition(analyse: Analyse) -> None:
    text = "Экспорт России в Китай прибавил почти треть."
    assert [figure[3] for figure in figures(analyse, text, "2023-06-20")] == [33.3]


def test_a_share_in_the_imports_of_the_other(analyse: Analyse) -> None:
    text = "Россия остаётся поставщиком нефти. Её доля в китайском импорте нефти достигла пятой части."
    assert [(figure[0], figure[1]) for figure in figures(analyse, text, "2025-05-08")] == [("share", 20)]


def test_a_country_may_be_the_lender(analyse: Analyse) -> None:
    text = "Китай даст 5 млрд долларов на дорогу Москва — Казань."
    assert [(figure[0], figure[5]) for figure in figures(analyse, text, "2015-05-08")] == [("investment", "target")]
