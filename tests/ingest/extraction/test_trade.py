"""Which numbers are figures of exchange between Russia and China, and what they say.

Each figure is written (indicator, value, unit, change, period, status). The sentences are made for
the tests; where a figure is not a published one it only shows a way of writing.
"""

import pytest

from ingest.extraction.trade import read_trade
from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import BILLION, BOTH, Figure, figures

TURNOVER = [
    (
        "2024-01-12",
        "Товарооборот между Россией и Китаем в 2023 году вырос на 26,3 % и достиг рекордных 240,11 млрд долларов.",
        ("turnover", 240.11 * BILLION, "USD", 26.3, "2023", "actual"),
    ),
    (
        "2025-01-13",
        "Товарооборот России и Китая в 2024 году увеличился на 1,9% и составил $244,8 млрд.",
        ("turnover", 244.8 * BILLION, "USD", 1.9, "2024", "actual"),
    ),
    (
        "2023-12-07",
        "За одиннадцать месяцев 2023 года взаимная торговля России и Китая превысила двести миллиардов долларов.",
        ("turnover", 200 * BILLION, "USD", None, "2023-01/2023-11", "actual"),
    ),
    (
        "2015-10-14",
        "Товарооборот России и Китая за девять месяцев сократился почти на 30 процентов.",
        ("turnover", None, None, -30, "2015-01/2015-09", "actual"),
    ),
    (
        "2024-09-05",
        "По словам министра, товарооборот России и Китая в первом полугодии вырос в 1,6 раза.",
        ("turnover", None, None, 60, "2024-01/2024-06", "actual"),
    ),
    (
        "2018-11-06",
        "Товарооборот России и Китая по итогам года превысит 100 млрд долларов.",
        ("turnover", 100 * BILLION, "USD", None, "2018", "forecast"),
    ),
    (
        "2016-06-25",
        "Россия и Китай поставили задачу довести взаимный товарооборот до 200 миллиардов долларов к 2020 году.",
        ("turnover", 200 * BILLION, "USD", None, "2020", "target"),
    ),
    (
        "2020-12-02",
        "К 2024 году Москва и Пекин планируют увеличить товарооборот вдвое.",
        ("turnover", None, None, 100, "2024", "target"),
    ),
    (
        "2024-02-08",
        "Китай остаётся крупнейшим торговым партнёром России: товарооборот достиг 1,6 трлн юаней.",
        ("turnover", 1.6e12, "CNY", None, None, "actual"),
    ),
]

GOODS = [
    (
        "2024-02-20",
        "Россия в 2023 году поставила в Китай 107 млн тонн нефти, что на 24% больше, чем годом ранее.",
        ("ru_to_cn", 107e6, "t", 24, "2023", "actual"),
    ),
    (
        "2024-08-20",
        "Импорт Китаем российского трубопроводного газа в июле вырос на 23%.",
        ("ru_to_cn", None, None, 23, "2024-07", "actual"),
    ),
    (
        "2024-03-20",
        "Экспорт китайских автомобилей в Россию за два месяца снизился на 3,4 % — до 117 тыс. штук.",
        ("cn_to_ru", 117e3, "pcs", -3.4, "2024-01/2024-02", "actual"),
    ),
    (
        "2024-03-20",
        "Из Китая в Россию в прошлом году было ввезено более 500 тысяч легковых автомобилей.",
        ("cn_to_ru", 500e3, "pcs", None, "2023", "actual"),
    ),
    (
        "2024-12-02",
        "Ожидается, что в следующем году поставки газа из России в КНР достигнут 38 млрд кубометров.",
        ("ru_to_cn", 38 * BILLION, "m3", None, "2025", "forecast"),
    ),
    (
        "2022-02-04",
        "Роснефть и CNPC подписали контракт на поставку 100 млн тонн нефти в Китай в течение десяти лет.",
        ("ru_to_cn", 100e6, "t", None, None, "target"),
    ),
    (
        "2013-03-22",
        "Роснефть будет поставлять в Китай дополнительно 7 млн тонн нефти в год через Казахстан.",
        ("ru_to_cn", 7e6, "t", None, None, "target"),
    ),
    (
        "2014-05-21",
        "Газпром и CNPC подписали контракт на поставку газа в Китай стоимостью 400 млрд долларов.",
        ("other", 400 * BILLION, "USD", None, None, "target"),
    ),
    (
        "2024-02-08",
        "Поставки электроэнергии из России в Китай упали на 34 %, до 3,1 млрд кВт·ч, в 2023 году.",
        ("ru_to_cn", 3.1 * BILLION, "kWh", -34, "2023", "actual"),
    ),
]

OTHER = [
    (
        "2024-05-16",
        "Сегодня 95% расчётов между Россией и Китаем проводятся в рублях и юанях.",
        ("share", 95, "%", None, None, "actual"),
    ),
    (
        "2024-06-01",
        "Доля Китая во внешней торговле России выросла до 34%.",
        ("share", 34, "%", None, None, "actual"),
    ),
    (
        "2009-02-17",
        "Китай предоставит России кредит на 25 миллиардов долларов в обмен на поставки нефти.",
        ("investment", 25 * BILLION, "USD", None, None, "target"),
    ),
    (
        "2012-04-28",
        "Китай вложит в совместный инвестиционный фонд с Россией 1 миллиард долларов.",
        ("investment", 1 * BILLION, "USD", None, None, "target"),
    ),
    (
        "2014-10-13",
        "Центробанки России и Китая подписали соглашение о валютном свопе на 150 млрд юаней.",
        ("other", 150 * BILLION, "CNY", None, None, "actual"),
    ),
]


@pytest.mark.parametrize(("published", "text", "figure"), TURNOVER + GOODS + OTHER)
def test_a_figure_is_read_from_its_sentence(analyse: Analyse, published: str, text: str, figure: Figure) -> None:
    (found,) = figures(analyse, text, published)
    assert found == (figure[0], pytest.approx(figure[1]), figure[2], pytest.approx(figure[3]), *figure[4:])


def test_a_sum_told_again_in_another_currency_is_one_figure(analyse: Analyse) -> None:
    text = "Товарооборот России и Китая в 2023 году достиг 1,6 трлн юаней (около 227 млрд долларов)."
    assert figures(analyse, text, "2024-02-01") == [("turnover", 1.6e12, "CNY", None, "2023", "actual")]


def test_goods_of_a_list_are_figures_of_their_own(analyse: Analyse) -> None:
    text = (
        "В 2021 году экспорт российского продовольствия в Китай составил 3,5 млрд долларов. "
        "Из них на рыбу пришлось 1,1 млрд, на мясо — 400 млн, на масло — 300 млн долларов."
    )
    assert [(f[0], f[1], f[2], f[4]) for f in figures(analyse, text, "2022-02-01")] == [
        ("ru_to_cn", 3.5 * BILLION, "USD", "2021"),
        ("ru_to_cn", 1.1 * BILLION, "USD", "2021"),
        ("ru_to_cn", 400e6, "USD", "2021"),
        ("ru_to_cn", 300e6, "USD", "2021"),
    ]


def test_what_leaders_agree_on_needs_no_country_beside_it(analyse: Analyse) -> None:
    text = (
        "Сергей Лавров принял Ван И. Министры подтвердили цель довести товарооборот до 300 млрд долларов к 2030 году."
    )
    assert figures(analyse, text, "2024-09-10") == [("turnover", 300 * BILLION, "USD", None, "2030", "target")]


def test_settlements_need_no_country_once_both_are_known(analyse: Analyse) -> None:
    text = "Россия и Китай уходят от доллара. Сейчас на национальные валюты приходится 70 процентов взаимных расчётов."
    assert [(f[0], f[1]) for f in figures(analyse, text, "2023-05-10")] == [("share", 70)]


def test_the_amount_of_a_year_before_is_set_against_the_later_one(analyse: Analyse) -> None:
    text = "В 2021 году Китай потратил на закупку российского угля 7 млрд долларов против 4 млрд годом ранее."
    assert [(f[1], f[4]) for f in figures(analyse, text, "2022-02-01")] == [
        (7 * BILLION, "2021"),
        (4 * BILLION, "2020"),
    ]


def test_exports_and_imports_of_one_release_are_told_apart(analyse: Analyse) -> None:
    text = (
        "По данным таможни КНР, в январе — декабре товарооборот России и Китая увеличился на 26,3%, до $240,11 млрд. "
        "Экспорт из Китая в Россию вырос на 46,9% — до $110,97 млрд, "
        "импорт российских товаров в КНР увеличился на 12,7% — до $129,14 млрд."
    )
    assert [(f[0], f[3], f[4]) for f in figures(analyse, text, "2024-01-12")] == [
        ("turnover", 26.3, "2023"),
        ("cn_to_ru", 46.9, "2023"),
        ("ru_to_cn", 12.7, "2023"),
    ]


def test_a_part_of_the_sentence_without_a_verb_takes_it_from_the_part_before(analyse: Analyse) -> None:
    text = "Импорт из России вырос на 27,7% ($41,2 млрд), экспорт в Россию — на 14,8% ($42,9 млрд)."
    read = figures(analyse, "Торговля России и КНР растёт. " + text, "2018-01-12")
    assert [(f[0], f[3]) for f in read] == [("ru_to_cn", 27.7), ("cn_to_ru", 14.8)]


def test_imports_beside_exports_go_the_other_way(analyse: Analyse) -> None:
    text = "Россия за восемь месяцев увеличила экспорт в Китай на 50,7%, до 72,9 млрд долларов, импорт вырос на 8,5%."
    assert [(f[0], f[3]) for f in figures(analyse, text, "2022-09-15")] == [("ru_to_cn", 50.7), ("cn_to_ru", 8.5)]


def test_a_country_overtaken_is_no_partner(analyse: Analyse) -> None:
    text = (
        "Россия стала крупнейшим поставщиком нефти в Китай, обогнав Саудовскую Аравию: в мае поставлено 8,42 млн тонн."
    )
    assert figures(analyse, text, "2022-09-15") == [("ru_to_cn", 8.42e6, "t", None, "2022-05", "actual")]


def test_a_market_counts_only_for_the_goods_of_the_other_side(analyse: Analyse) -> None:
    sold = "В марте в России было продано 28 тысяч {} автомобилей."
    assert [f[0] for f in figures(analyse, sold.format("китайских"), "2023-04-10", BOTH)] == ["cn_to_ru"]
    assert figures(analyse, sold.format("легковых"), "2023-04-10", BOTH) == []


def test_what_has_been_met_is_reached(analyse: Analyse) -> None:
    text = "Поставленная лидерами двух стран цель довести торговлю до 200 млрд долларов достигнута досрочно."
    assert [f[5] for f in figures(analyse, text, "2023-12-20", BOTH)] == ["reached"]


def test_the_topic_carries_over_to_the_next_sentence(analyse: Analyse) -> None:
    text = (
        "Владимир Путин и Си Цзиньпин провели переговоры. "
        "За одиннадцать месяцев товарооборот увеличился на 31 процент. "
        "Стороны намерены довести его до 200 миллиардов."
    )
    assert figures(analyse, text, "2021-12-15") == [
        ("turnover", None, None, 31, "2021-01/2021-11", "actual"),
        ("turnover", 200 * BILLION, "USD", None, None, "target"),
    ]


def test_a_change_told_in_the_next_sentence_belongs_to_the_figure(analyse: Analyse) -> None:
    text = "В 2023 году Россия поставила в Китай 107 млн тонн нефти. Это на 24% больше, чем годом ранее."
    assert figures(analyse, text, "2024-02-20") == [("ru_to_cn", 107e6, "t", 24, "2023", "actual")]


def test_from_one_amount_to_another_are_two_figures_a_year_apart(analyse: Analyse) -> None:
    text = "Экспорт российского газа в Китай в 2023 году вырос с 11 млрд куб. м до 19,5 млрд."
    assert [(f[1], f[2], f[4]) for f in figures(analyse, text, "2024-05-03")] == [
        (11 * BILLION, "m3", "2022"),
        (19.5 * BILLION, "m3", "2023"),
    ]


def test_two_targets_keep_their_years(analyse: Analyse) -> None:
    text = (
        "Россия и Китай договорились увеличить торговлю до 100 миллиардов долларов к 2015 году "
        "и до 200 миллиардов — к 2020-му."
    )
    assert [(f[1], f[4], f[5]) for f in figures(analyse, text, "2011-06-16")] == [
        (100 * BILLION, "2015", "target"),
        (200 * BILLION, "2020", "target"),
    ]


def test_the_same_number_again_is_no_other_figure(analyse: Analyse) -> None:
    text = (
        "Торговля России и Китая в 2023 году достигла 240 млрд долларов. "
        "Товарооборот двух стран составил 240 млрд долларов."
    )
    assert figures(analyse, text, "2024-01-12") == [("turnover", 240 * BILLION, "USD", None, "2023", "actual")]


@pytest.mark.parametrize(
    "text",
    [
        "Товарооборот Китая и Германии составил 254 млрд долларов. Россия следит за этим.",
        "Внешняя торговля Китая выросла на 1,2% и составила 41 трлн юаней.",
        "Внешнеторговый оборот России составил 700 млрд долларов.",
        "Россия поставила в Индию 90 млн тонн нефти. В Пекине этого не комментировали.",
        "Стоимость строительства моста между Россией и Китаем составила 19 млрд рублей.",
        "ВВП Китая вырос на 5,2 %. Россия рассчитывает на рост экспорта.",
        "США ввели пошлины на китайские товары на 200 млрд долларов, Россия осудила этот шаг.",
        "В 2023 году Россию посетили 500 тысяч туристов из Китая.",
        "Экспорт Казахстана в Китай вырос на 10%, до 14 млрд долларов, а в Россию — сократился.",
        "Население Китая составляет 1,4 миллиарда человек, российские компании видят там большой рынок.",
        "Чистая прибыль Газпрома сократилась на 40%, до 695 млрд рублей.",
        "Газпром экспортировал в Европу 28 млрд кубометров газа.",
        "Китай импортировал 564 млн тонн нефти, рост на 11%.",
        "Турция увеличила импорт российской нефти на 30%, Китай снизил закупки.",
        "Товарооборот между Россией и Белоруссией вырос на 10%, до 50 млрд долларов.",
        "Экспорт Молдовы в Россию сократился на 30%, а в Китай — вырос вдвое.",
        "Поставки пшеницы из России выросли на 20%, до 46 млн тонн.",
        "Штраф для компании составил 5 млн рублей за ввоз товаров из Китая.",
        "Межправкомиссия сопровождает 80 проектов на сумму 200 млрд долларов.",
        "Торговля внутри ШОС выросла на 20%, заявил министр.",
        "Китай выделил Камбодже 300 млн долларов, Россия приветствовала это.",
        "Через пограничный переход с Китаем проследовало 2 млн тонн груза.",
        "Объём торгов юанем на бирже достиг 200 млрд рублей.",
        "Доля юаня в резервах Банка России выросла до 17%.",
        "Китай добывает четверть мирового угля, на импорт приходится десятая часть потребления.",
        "Россия уступила Саудовской Аравии: саудовский экспорт вырос до 7 млн тонн.",
    ],
)
def test_other_numbers_are_no_figures_even_in_an_article_about_both(analyse: Analyse, text: str) -> None:
    assert figures(analyse, text, "2024-03-01", BOTH) == []


def test_a_figure_says_where_its_words_are_and_what_it_counts(analyse: Analyse) -> None:
    document = analyse("Переговоры прошли в Москве. Поставки российской нефти в Китай составили 107 млн тонн.")
    (figure,) = read_trade(document)
    assert document.text[figure.words.start : figure.words.end] == "107 млн тонн"
    assert document.text[figure.evidence.start : figure.evidence.end].startswith("Поставки российской")
    assert figure.commodity == "oil"


def test_without_a_publication_date_only_a_full_period_is_known(analyse: Analyse) -> None:
    assert figures(analyse, "Торговля России и Китая в прошлом году составила 240 млрд долларов.", None)[0][4] is None
    assert figures(analyse, "Торговля России и Китая в 2023 году составила 240 млрд долларов.", None)[0][4] == "2023"


@pytest.mark.parametrize("text", ["", "  ", "Trade between Russia and China grew 5%.", "Китай 100 млрд " * 300])
def test_odd_texts_do_no_harm(analyse: Analyse, text: str) -> None:
    assert all(0 <= f.words.start < f.words.end <= len(text) for f in read_trade(analyse(text, None)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Сергей Лавров сообщил, что товарооборот России и Китая достиг 240 млрд долларов.", "Сергей Лавров"),
        ("По словам Сергея Лаврова, товарооборот России и Китая достиг 240 млрд долларов.", "Сергей Лавров"),
        (
            "Перед встречей Владимира Путина и Си Цзиньпина Сергей Лавров заявил, что товарооборот составил $240 млрд.",
            "Сергей Лавров",
        ),
        ("Товарооборот России и Китая достиг 240 млрд долларов, сообщили журналистам Сергея Лаврова.", None),
        ("При Владимире Путине товарооборот России и Китая достиг 240 млрд долларов, отметил эксперт.", None),
    ],
)
def test_who_gave_a_figure_is_told_by_grammar_or_not_at_all(analyse: Analyse, text: str, name: str | None) -> None:
    (figure,) = read_trade(analyse(text, "2024-02-01"))
    assert figure.speaker == name


def test_who_passed_a_figure_on_is_told_with_it(analyse: Analyse) -> None:
    text = "Товарооборот России и Китая в 2023 году достиг 240 млрд долларов. Об этом сообщает ТАСС."
    (figure,) = read_trade(analyse(text, "2024-01-12"))
    assert figure.relay == ("ТАСС",)
    (figure,) = read_trade(analyse(text.split(" Об этом")[0], "2024-01-12"))
    assert figure.relay == ()
