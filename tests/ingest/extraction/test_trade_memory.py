"""What a figure takes from the sentences before it: the country, the direction, the period, the goods."""

import pytest

from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import BILLION, Figure, figures

READ: list[tuple[str, str | None, str, Figure]] = [
    (  # the Chinese customs tell what China imports
        "По данным китайской таможни, импорт российского СПГ в мае составил 400 тысяч тонн.",
        "2022-06-20",
        "an import told by the customs of the other side",
        ("ru_to_cn", 400e3, "t", None, "2022-05", "actual"),
    ),
    (
        "Экспорт угля из России в Китай упал. Страна ищет новые рынки. В октябре поставки составили 7 млн тонн.",
        "2025-11-20",
        "deliveries",
        ("ru_to_cn", 7e6, "t", None, "2025-10", "actual"),
    ),
    (
        "Импорт российского угля Китаем вырос. Поставки в октябре достигли 700 млн долларов.",
        "2025-11-20",
        "deliveries after imports of the same goods go the same way",
        ("ru_to_cn", 7e8, "USD", None, "2025-10", "actual"),
    ),
    (
        "Главный партнёр Приамурья — Китай. На долю этой страны приходится 90% внешней торговли области.",
        "2024-03-01",
        "this country",
        ("share", 90, "%", None, None, "actual"),
    ),
    (
        "Расчёты между Россией и Китаем переведены на национальные валюты, показатель составляет 98%.",
        "2024-03-01",
        "an indicator of settlements",
        ("share", 98, "%", None, None, "actual"),
    ),
    (
        "Россия и Китай торгуют всё больше. Взаимные поставки в марте достигли 11 млрд долларов.",
        "2024-04-20",
        "mutual deliveries",
        ("turnover", 11 * BILLION, "USD", None, "2024-03", "actual"),
    ),
    (
        "Экспорт нефти из России в Китай, включая перевалку через европейские порты, составил 8 млн тонн.",
        "2022-06-20",
        "an insertion",
        ("ru_to_cn", 8e6, "t", None, None, "actual"),
    ),
    (
        "Экспорт нефти из России в Китай составил 8,4 млн тонн (2 млн баррелей в сутки).",
        "2022-06-20",
        "by weight and by volume",
        ("ru_to_cn", 8.4e6, "t", None, None, "actual"),
    ),
    (
        "Товарооборот Китая и России на 9% уступает прошлогоднему.",
        "2025-10-20",
        "to be behind",
        ("turnover", None, None, -9, None, "actual"),
    ),
]


@pytest.mark.parametrize(("text", "published", "figure"), [(row[0], row[1], row[3]) for row in READ])
def test_the_one_figure_of_a_short_text(analyse: Analyse, text: str, published: str, figure: Figure) -> None:
    assert figures(analyse, text, published) == [figure]


def test_flow_is_remembered_over_a_turnover(analyse: Analyse) -> None:
    text = (
        "Экспорт России в Китай составил 60 млрд долларов. Общий товарооборот двух стран — 110 млрд долларов. "
        "Импорт снизился до 50 млрд долларов."
    )
    assert [figure[0] for figure in figures(analyse, text, "2020-01-20")] == ["ru_to_cn", "turnover", "cn_to_ru"]


def test_the_year_compared_with_has_the_number_told_by_when(analyse: Analyse) -> None:
    text = (
        "Китай купил в России в сентябре 1,3 млн тонн СПГ. Это больше по сравнению с сентябрём 2024 года, "
        "когда импорт составил 750 тысяч тонн."
    )
    assert [(figure[1], figure[4]) for figure in figures(analyse, text, "2025-10-20")] == [
        (1.3e6, "2025-09"),
        (750e3, "2024-09"),
    ]


def test_a_month_without_a_date_is_of_the_year_told_before(analyse: Analyse) -> None:
    text = "Товарооборот России и Китая за 2019 год составил 110 млрд долларов. В декабре он достиг 10 млрд долларов."
    assert [figure[4] for figure in figures(analyse, text, None)] == ["2019", "2019-12"]


def test_what_goods_were_worth_is_told_by_this(analyse: Analyse) -> None:
    text = "В прошлом году в Китай из Приамурья вывезли 70 тысяч тонн сои. Это около 20 млн долларов."
    assert [(figure[0], figure[1], figure[4]) for figure in figures(analyse, text, "2018-02-01")] == [
        ("ru_to_cn", 70e3, "2017"),
        ("ru_to_cn", 20e6, "2017"),
    ]


def test_a_list_of_markets_leaves_the_seller_in_mind(analyse: Analyse) -> None:
    text = (
        "Забайкалье увеличило вывоз зерна. Основными рынками сбыта стали Китай и Монголия. "
        "В Китай отправлено 12 тысяч тонн зерна."
    )
    assert [(figure[0], figure[1]) for figure in figures(analyse, text, "2022-01-31")] == [("ru_to_cn", 12e3)]


def test_january_to_december_is_the_year(analyse: Analyse) -> None:
    text = "За январь — декабрь 2021 года товарооборот России и Китая составил 147 млрд долларов."
    assert figures(analyse, text, "2022-01-31")[0][4] == "2021"


def test_a_percentage_before_its_noun_is_a_change(analyse: Analyse) -> None:
    text = "Экспорт СПГ из России в Китай показал в сентябре 70-процентный рост."
    assert figures(analyse, text, "2025-10-20") == [("ru_to_cn", None, None, 70, "2025-09", "actual")]


NOT_OF_THE_TWO = [
    "Россия стала первой по экспорту угля в Китай, обогнав Австралию с показателем 600 млн долларов.",
    "Россия увеличила экспорт СПГ в Китай. Первой осталась Австралия. Поставки из этой страны в КНР упали на 22%.",
    "Закупки российского угля сократили Китай и Индия. Падение в двух последних странах составило 47%.",
]


@pytest.mark.parametrize("text", NOT_OF_THE_TWO)
def test_numbers_of_those_overtaken_and_of_others_stay_out(analyse: Analyse, text: str) -> None:
    assert figures(analyse, text, "2025-11-20") == []


def test_how_many_times_one_way_surpasses_another_is_no_change(analyse: Analyse) -> None:
    text = "Поставки российского СПГ в Китай в два раза превосходят поставки по трубопроводу."
    assert figures(analyse, text, "2020-09-29") == []


@pytest.mark.parametrize(("text", "value"), [("751,000 тонн", 751e3), ("1,299 млн тонн", 1.299e6), ("1,5 тонны", 1.5)])
def test_a_comma_before_three_noughts_is_of_thousands(analyse: Analyse, text: str, value: float) -> None:
    found = figures(analyse, f"Китай купил у России {text} СПГ.", "2025-10-20")
    assert [figure[1] for figure in found] == [value]
