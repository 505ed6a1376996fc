"""What is a figure of the two and what is not: totals, projects, other units, other countries."""

import pytest

from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import BILLION, BOTH, Figure, figures

ONE_FIGURE: list[tuple[str, str, Figure]] = [
    (
        "2023-12-20",
        "Более 90% платежей уже проводится в рублях и юанях, сообщил премьер-министр.",
        ("share", 90, "%", None, None, "actual"),
    ),
    (
        "2024-08-21",
        "Товарооборот России и Китая превысил 1,6 трлн юаней или 20 трлн рублей.",
        ("turnover", 1600 * BILLION, "CNY", None, None, "actual"),
    ),
    (
        "2024-08-21",
        "В 2023 году товарооборот России и Китая достиг в рублёвом эквиваленте 20 трлн.",
        ("turnover", 20_000 * BILLION, "RUB", None, "2023", "actual"),
    ),
    (
        "2025-12-17",
        "Товарооборот Китая и России третий год подряд превышает 200 млрд долларов.",
        ("turnover", 200 * BILLION, "USD", None, None, "actual"),
    ),
    (
        "2023-01-11",
        "Торговля России и Китая растёт. Результат 2022 года может превысить 180 млрд долларов.",
        ("turnover", 180 * BILLION, "USD", None, "2022", "forecast"),
    ),
    (
        "2018-11-10",
        "Общий экспорт леса из России составил 19 млн кубометров, 13 млн кубометров было поставлено в Китай.",
        ("ru_to_cn", 13e6, "m3", None, None, "actual"),
    ),
]


@pytest.mark.parametrize(("published", "text", "figure"), ONE_FIGURE)
def test_the_one_figure_of_the_two(analyse: Analyse, published: str, text: str, figure: Figure) -> None:
    assert figures(analyse, text, published) == [figure]


def test_tonnes_left_out_are_those_of_the_sentence_before(analyse: Analyse) -> None:
    text = "В июле Россия поставила в Китай 7 млн тонн нефти. Это меньше, чем в июне, когда поставки составили 8 млн."
    found = figures(analyse, text, "2020-08-26")
    assert [(figure[1], figure[2], figure[4]) for figure in found] == [(7e6, "t", "2020-07"), (8e6, "t", "2020-06")]


NO_FIGURE = [
    "Российско-китайская комиссия рассматривает 32 проекта на сумму 75 млрд долларов.",
    "Суммарно в июле Китай закупил 6 млн тонн СПГ.",
]


@pytest.mark.parametrize("text", NO_FIGURE)
def test_projects_and_totals_stay_out(analyse: Analyse, text: str) -> None:
    assert figures(analyse, text, "2020-09-29", BOTH) == []


def test_after_a_third_country_its_numbers_stay_out(analyse: Analyse) -> None:
    text = (
        "Россия поставила в Китай 7 млн тонн нефти. На второе место вышел Иран. "
        "Он снизил поставки по сравнению с июнем, когда было продано 6 млн тонн."
    )
    assert [figure[1] for figure in figures(analyse, text, "2020-08-26")] == [7e6]


def test_the_same_told_as_equal_is_no_second_figure(analyse: Analyse) -> None:
    text = "Импорт российской нефти в Китай составил 8 млн тонн. Это эквивалентно 2 млн баррелей в сутки."
    assert [figure[2] for figure in figures(analyse, text, "2022-06-20")] == ["t"]
