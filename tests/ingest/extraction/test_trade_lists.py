"""Figures told in step with a list, and one figure told over several sentences."""

import pytest

from ingest.extraction.trade import read_trade
from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import BILLION, figures

IN_STEP = [
    (
        "В июле и августе Россия поставила в Китай 4 и 4,5 млрд кубометров газа соответственно.",
        [(4.0 * BILLION, "2025-07"), (4.5 * BILLION, "2025-08")],
    ),
    (
        "В 2023 и 2024 годах товарооборот России и Китая составил 240 и 245 млрд долларов соответственно.",
        [(240 * BILLION, "2023"), (245 * BILLION, "2024")],
    ),
    ("Поставки российского угля в Индию и Китай составили 20 и 45 млн тонн соответственно.", [(45e6, None)]),
]


@pytest.mark.parametrize(("text", "expected"), IN_STEP)
def test_numbers_in_step_with_a_list_have_each_its_own_member(
    analyse: Analyse, text: str, expected: list[tuple[float, str | None]]
) -> None:
    assert [(figure[1], figure[4]) for figure in figures(analyse, text, "2025-10-20")] == expected


def test_flows_in_step_have_each_its_number(analyse: Analyse) -> None:
    text = "Экспорт и импорт в торговле России с Китаем составили 5 и 6 млрд долларов соответственно."
    found = figures(analyse, text, "2025-10-20")
    assert [(figure[0], figure[1]) for figure in found] == [("ru_to_cn", 5 * BILLION), ("cn_to_ru", 6 * BILLION)]


def test_changes_in_step_belong_each_to_its_value(analyse: Analyse) -> None:
    text = (
        "Из России в Китай ввезли 1 млн тонн угля на 100 млн долларов, что соответственно "
        "на 12 и 9 процентов больше, чем годом ранее."
    )
    assert [(figure[1], figure[3]) for figure in figures(analyse, text, "2025-10-20")] == [(1e6, 12), (1e8, 9)]


def test_two_months_told_together_are_one_period(analyse: Analyse) -> None:
    text = "В январе и феврале товарооборот России и Китая составил 34 млрд долларов."
    assert figures(analyse, text, "2025-03-10")[0][4] == "2025-01/2025-02"


ONE_FIGURE = [
    "За девять месяцев торговля России с Китаем сократилась на 9%. За этот срок товарооборот — 160 млрд долларов.",
    "За девять месяцев товарооборот России с Китаем составил 160 млрд долларов. Сокращение — на 9%.",
    "За девять месяцев торговля России с Китаем сократилась на 9%. Об этом сообщила таможня. "
    "Товарооборот составил 160 млрд долларов.",
]


@pytest.mark.parametrize("text", ONE_FIGURE)
def test_a_value_and_its_change_may_stand_in_different_sentences(analyse: Analyse, text: str) -> None:
    expected = ("turnover", 160 * BILLION, "USD", -9, "2025-01/2025-09", "actual")
    assert figures(analyse, text, "2025-10-20") == [expected]


TWO_FIGURES = [
    "За июнь поставки угля из России в Китай упали на 9%. Отгрузка за неделю составляла 500 тысяч тонн.",
    "Закупки нефти в России Китай сократил в июне на 9% в тоннах. Он купил нефти на 4 млрд долларов.",
    "За июнь торговля России с Китаем выросла на 9%. За июль товарооборот составил 16 млрд долларов.",
]


@pytest.mark.parametrize("text", TWO_FIGURES)
def test_a_change_of_something_else_stays_apart(analyse: Analyse, text: str) -> None:
    found = figures(analyse, text, "2025-10-20")
    assert [figure[3] is not None for figure in found] == [True, False]


def test_what_two_people_say_is_told_twice(analyse: Analyse) -> None:
    text = (
        "По словам Владимира Путина, за семь месяцев 2022 года торговля с Китаем выросла на 25%. Юрий Ушаков сообщил, "
        "что с января по июль 2022 года товарооборот двух стран составил 93 млрд долларов."
    )
    assert len(figures(analyse, text, "2022-09-15")) == 2


def test_liquefied_gas_has_a_name_of_three_words(analyse: Analyse) -> None:
    found = read_trade(analyse("Поставки сжиженного природного газа из России в Китай выросли на 5%.", "2025-10-20"))
    assert [figure.commodity for figure in found] == ["lng"]
