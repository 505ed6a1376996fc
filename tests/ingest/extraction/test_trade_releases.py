"""Releases of customs and ministries: worths beside weights, months beside years, differences beside amounts."""

import pytest

from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import BILLION, Figure, figures

ONE_FIGURE: list[tuple[str, str, Figure]] = [
    (
        "2025-12-25",
        "Экспорт трески из России в Китай упал. Экспортная выручка выросла на четверть, до 455 млн долларов.",
        ("ru_to_cn", 455e6, "USD", 25, None, "actual"),
    ),
    (
        "2023-12-28",
        "Приморье отправило краба в Китай. Общий вес краба — 31 тысяча тонн.",
        ("ru_to_cn", 31e3, "t", None, None, "actual"),
    ),
    (
        "2025-10-29",
        "Поставки зерна из России в Китай с начала 2025 года превысили показатель за тот же период прошлого года "
        "и достигли 2,9 млн тонн.",
        ("ru_to_cn", 2.9e6, "t", None, "2025", "actual"),
    ),
    (
        "2025-10-13",
        "По итогам сентября экспорт Китая в Россию обрушился на 21%.",
        ("cn_to_ru", None, None, -21, "2025-09", "actual"),
    ),
    (
        "2025-10-20",
        "Ввоз китайских грузовиков в Россию в начале осени составил 85 млн долларов.",
        ("cn_to_ru", 85e6, "USD", None, "2025-09", "actual"),
    ),
    (
        "2025-10-20",
        "В 2010-2020 годах Россия поставила в Китай 30 млрд киловатт-часов.",
        ("ru_to_cn", 30 * BILLION, "kWh", None, "2010/2020", "actual"),
    ),
    (
        "2010-09-28",
        "Контракт России и Китая подписан. Ежегодно КНР будет получать 15 млн тонн нефти.",
        ("ru_to_cn", 15e6, "t", None, None, "target"),
    ),
    (
        "2012-06-05",
        "Китай выдал России заём под будущие поставки 15 млн тонн нефти ежегодно.",
        ("ru_to_cn", 15e6, "t", None, None, "target"),
    ),
    (
        "2010-02-23",
        "Китай потребовал от России увеличить поставки нефти до 30 млн тонн.",
        ("ru_to_cn", 30e6, "t", None, None, "target"),
    ),
]


@pytest.mark.parametrize(("published", "text", "figure"), ONE_FIGURE)
def test_a_release_gives_its_figure(analyse: Analyse, published: str, text: str, figure: Figure) -> None:
    assert figures(analyse, text, published) == [figure]


def test_worth_and_weight_have_each_their_change(analyse: Analyse) -> None:
    text = "Экспорт минтая из России в Китай вырос на 10%, до 500 тыс. тонн, стоимость увеличилась на 45%, до $670 млн."
    assert [(figure[1], figure[3]) for figure in figures(analyse, text, "2025-12-25")] == [(500e3, 10), (670e6, 45)]


def test_then_is_the_year_compared_with(analyse: Analyse) -> None:
    text = (
        "В 2023 году из Приморья в Китай вывезли 31 тысячу тонн краба. Это на 65% больше, чем в 2022 году. "
        "Тогда в Китай отправили 19 тысяч тонн краба."
    )
    found = figures(analyse, text, "2023-12-28")
    assert [(figure[1], figure[4]) for figure in found] == [(31e3, "2023"), (19e3, "2022")]


def test_the_month_and_the_year_before_are_counted_back(analyse: Analyse) -> None:
    text = (
        "В августе ввоз китайских грузовиков в Россию упал до 34 млн долларов против 108 млн месяцем ранее. "
        "За восемь месяцев импорт снизился до 600 млн долларов с 2 млрд за аналогичный период прошлого года."
    )
    assert [(figure[1], figure[4]) for figure in figures(analyse, text, "2025-09-20")] == [
        (34e6, "2025-08"),
        (108e6, "2025-07"),
        (600e6, "2025-01/2025-08"),
        (2 * BILLION, "2024-01/2024-08"),
    ]


def test_exports_are_of_the_one_whose_turnover_was_told(analyse: Analyse) -> None:
    ours = "Товарооборот области с Китаем вырос в 2022 году вдвое. Экспорт вырос в 10 раз."
    theirs = "В провинции товарооборот с Россией вырос в 2022 году вдвое. Экспорт вырос в 10 раз."
    title = "Торговля Китая и России"
    assert figures(analyse, ours, "2023-05-23", title)[1][0] == "ru_to_cn"
    assert figures(analyse, theirs, "2023-05-23", title)[1][0] == "cn_to_ru"


def test_months_behind_dashes_each_have_their_change(analyse: Analyse) -> None:
    text = "Спад китайских поставок в Россию ускоряется: в июле — 8,6%, в августе — 16,4%."
    found = figures(analyse, text, "2025-10-13")
    assert [(figure[3], figure[4]) for figure in found] == [(-8.6, "2025-07"), (-16.4, "2025-08")]


def test_a_change_told_again_with_the_value_is_one_figure(analyse: Analyse) -> None:
    text = (
        "Торговля России и Китая выросла на 7%. Об этом сообщил министр. "
        "Товарооборот прибавил 7% и достиг 245 млрд долларов."
    )
    assert figures(analyse, text, "2025-06-20") == [("turnover", 245 * BILLION, "USD", 7, None, "actual")]


NO_FIGURE = [
    "Экспорт рыбы из России в Китай растёт. Вылов минтая достиг 2 млн тонн.",
    "Экспорт продовольствия из России в Китай растёт. Масло дало прирост более 400 млн долларов.",
]


@pytest.mark.parametrize("text", NO_FIGURE)
def test_catches_and_differences_are_no_figures(analyse: Analyse, text: str) -> None:
    assert figures(analyse, text, "2025-12-25") == []
