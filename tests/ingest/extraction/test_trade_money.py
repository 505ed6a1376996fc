"""Money given and stakes bought; what is set against what; targets passed."""

import pytest

from ingest.extraction.trade import read_trade
from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import BILLION, Figure, figures

ONE_FIGURE: list[tuple[str, str, Figure]] = [
    (
        "2014-05-01",
        "Завод на Ямале готовы профинансировать банки Китая и России. Они намерены выделить 10 млрд долларов.",
        ("investment", 10 * BILLION, "USD", None, None, "target"),
    ),
    (
        "2016-01-25",
        "Китайские банки обещали «Роснефти» 12 млрд долларов.",
        ("investment", 12 * BILLION, "USD", None, None, "target"),
    ),
    (
        "2024-01-18",
        "Товарооборот России и Китая превысил запланированные 200 млрд долларов.",
        ("turnover", 200 * BILLION, "USD", None, None, "reached"),
    ),
    (
        "2022-05-11",
        "В апреле экспорт из Китая в Россию сократился на 25,9% по сравнению с прошлым годом до 3,8 млрд долларов.",
        ("cn_to_ru", 3.8 * BILLION, "USD", -25.9, "2022-04", "actual"),
    ),
]


@pytest.mark.parametrize(("published", "text", "figure"), ONE_FIGURE)
def test_money_and_targets(analyse: Analyse, published: str, text: str, figure: Figure) -> None:
    assert figures(analyse, text, published, "Россия и Китай") == [figure]


NO_FIGURE = [
    "Китайский фонд, активы которого оцениваются в 40 млрд долларов, приобрёл у российской компании 9,9% акций.",
    "Акционерами завода СПГ являются российская компания с долей в 60% и китайская с долей в 20%.",
    "Также получены кредитные решения на 4 млрд долларов от Газпромбанка.",
    "Экономический эффект закупок российской нефти для Китая составляет 20 млрд долларов.",
]


@pytest.mark.parametrize("text", NO_FIGURE)
def test_stakes_assets_and_gains_are_no_trade(analyse: Analyse, text: str) -> None:
    assert figures(analyse, text, "2016-01-25", "Россия и Китай") == []


def test_the_brackets_period_is_of_its_own_number(analyse: Analyse) -> None:
    text = "В июне поставки из Китая в Россию составили 70 млрд юаней (за июнь 2023 года было 66 млрд юаней)."
    found = figures(analyse, text, "2024-07-15")
    assert [(figure[1], figure[4]) for figure in found] == [(70 * BILLION, "2024-06"), (66 * BILLION, "2023-06")]


def test_over_many_years_the_first_amount_has_no_period(analyse: Analyse) -> None:
    text = "За 20 лет товарооборот России и Китая увеличился с 8 до 104 млрд долларов по итогам 2020 года."
    found = figures(analyse, text, "2021-06-01")
    assert [(figure[1], figure[4]) for figure in found] == [(8 * BILLION, None), (104 * BILLION, "2020")]


def test_the_change_of_other_goods_is_another_figure(analyse: Analyse) -> None:
    text = "За девять месяцев в Китай из России поставлено 72 млн тонн нефти, а по газу отмечается рост на 31%."
    found = read_trade(analyse(text, "2025-11-03"))
    assert [(one.commodity, one.value, one.change_pct) for one in found] == [("oil", 72e6, None), ("gas", None, 31)]
