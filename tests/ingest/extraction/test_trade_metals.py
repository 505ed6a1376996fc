"""Releases on many goods: brackets behind changes, numbers set against others, deliveries of one way."""

import pytest

from ingest.extraction.trade import read_trade
from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import BILLION, Figure, figures

ONE_FIGURE: list[tuple[str, str, Figure]] = [
    (
        "2025-10-20",
        "В первый месяц осени экспорт алюминия из России в Китай достиг 530 млн долларов.",
        ("ru_to_cn", 530e6, "USD", None, "2025-09", "actual"),
    ),
    (
        "2024-06-23",
        "Доля Китая в товарообороте России составляет 35%.",
        ("share", 35, "%", None, None, "actual"),
    ),
    (
        "2015-11-19",
        "Россия и Китай подписали контракт на закупку 24 истребителей.",
        ("ru_to_cn", 24, "pcs", None, None, "target"),
    ),
    (
        "2024-09-20",
        "Объём покупок Россией китайских часов вырос до 4 млн долларов.",
        ("cn_to_ru", 4e6, "USD", None, None, "actual"),
    ),
]


@pytest.mark.parametrize(("published", "text", "figure"), ONE_FIGURE)
def test_goods_of_every_kind(analyse: Analyse, published: str, text: str, figure: Figure) -> None:
    assert figures(analyse, text, published) == [figure]


def test_the_bracket_holds_the_value_of_the_change_before(analyse: Analyse) -> None:
    text = (
        "В августе вырос на 25% ввоз меди из России в Китай (до 33 тысяч тонн), на 63% — алюминия (до 41 тысячи тонн)."
    )
    found = figures(analyse, text, "2022-09-21")
    assert [(figure[1], figure[3]) for figure in found] == [(33e3, 25), (41e3, 63)]


def test_what_a_number_is_set_against_keeps_its_own_month(analyse: Analyse) -> None:
    text = (
        "В сентябре Китай увеличил закупки угля в России. Импорт вырос до 2,5 млн тонн по сравнению с 0,9 млн тонн "
        "в сентябре 2021 года и 1,9 млн тонн в августе. Импорт меди составил 39 тысяч тонн."
    )
    assert [(figure[1], figure[4]) for figure in figures(analyse, text, "2022-10-26")] == [
        (2.5e6, "2022-09"),
        (0.9e6, "2021-09"),
        (1.9e6, "2022-08"),
        (39e3, "2022-09"),
    ]


def test_deliveries_and_imports_of_a_list_go_one_way(analyse: Analyse) -> None:
    text = (
        "Импорт никеля из России в Китай достиг 125 млн долларов. Поставки меди сократились до 274 млн долларов. "
        "Импорт руды составил 900 млн долларов."
    )
    assert {figure[0] for figure in figures(analyse, text, "2024-11-21")} == {"ru_to_cn"}


def test_tonnes_abbreviated_end_a_sentence(analyse: Analyse) -> None:
    text = (
        "Ввоз угля из России в Китай вырос на 57%, до 8,5 млн т. Импорт платины упал на 7%, до 16 т. Родий не ввозили."
    )
    found = read_trade(analyse(text, "2022-09-21"))
    assert [(figure.value, figure.change_pct, figure.commodity) for figure in found] == [
        (8.5e6, 57, "coal"),
        (16, -7, "platinum"),
    ]


def test_what_one_buys_everywhere_ends_the_topic(analyse: Analyse) -> None:
    text = (
        "Поставки алюминия из России в Китай составили 366 млн долларов. "
        "Всего КНР импортировала алюминий на 1,3 млрд долларов. Закупки выросли на 14%."
    )
    assert [figure[1] for figure in figures(analyse, text, "2024-11-21")] == [366e6]


def test_worth_may_be_followed_by_weight(analyse: Analyse) -> None:
    text = "Импорт алюминия из России в Китай достиг 3,94 млрд долларов. Это около 1,5 млн тонн."
    assert [figure[1] for figure in figures(analyse, text, "2025-09-23")] == [3.94 * BILLION, 1.5e6]


def test_a_share_of_travellers_is_no_trade(analyse: Analyse) -> None:
    text = "Иностранцы совершили в Россию 430 тысяч поездок, 25% пришлось на граждан Китая."
    assert figures(analyse, text, "2023-10-05") == []
