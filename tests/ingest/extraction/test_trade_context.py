"""What a figure takes from the sentences and clauses around it: period, direction, sign, partner, status."""

import pytest

from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import BILLION, BOTH, figures


def test_a_period_holds_along_a_chain_of_figures(analyse: Analyse) -> None:
    text = (
        "В январе — октябре внешняя торговля КНР выросла на 30%. "
        "Товарооборот с Россией увеличился на 31%, до $115 млрд. "
        "Китай поставил в Россию товаров на $52 млрд. Импорт составил $63 млрд."
    )
    read = figures(analyse, text, "2021-11-07", "Товарооборот России и Китая вырос на треть")
    assert [(f[0], f[1], f[4]) for f in read] == [
        ("turnover", 115 * BILLION, "2021-01/2021-10"),
        ("cn_to_ru", 52 * BILLION, "2021-01/2021-10"),
        ("ru_to_cn", 63 * BILLION, "2021-01/2021-10"),
    ]


@pytest.mark.parametrize(
    ("published", "words", "period"),
    [
        ("2022-10-14", "Сентябрьский товарооборот России и Китая составил 17 млрд долларов.", "2022-09"),
        ("2023-10-18", "Товарооборот России и Китая достигнет 200 млрд долларов к концу года.", "2023"),
        ("2024-01-15", "За 12 месяцев товарооборот России и Китая вырос до 240 млрд долларов.", "2023"),
        ("2020-07-27", "В прошлом году в июне товарооборот России и Китая составил 9 млрд долларов.", "2019-06"),
        ("2023-03-21", "За последние 10 лет товарооборот России и Китая вырос на 116%.", None),
        ("2025-11-01", "Товарооборот России и Китая в 2024 году вырос на 1,9% к 2023 году.", "2024"),
        ("2022-05-20", "В апреле импорт нефти из России в Китай вырос на 4% к прошлому году.", "2022-04"),
    ],
)
def test_periods_have_many_names(analyse: Analyse, published: str, words: str, period: str | None) -> None:
    assert [f[4] for f in figures(analyse, words, published)] == [period]


def test_a_period_that_opens_the_next_statement_is_not_that_of_the_one_before(analyse: Analyse) -> None:
    text = "Товарооборот России и Китая вырос вдвое и достиг 245 млрд долларов, в этом году отмечается спад."
    assert figures(analyse, text, "2025-11-01") == [("turnover", 245 * BILLION, "USD", 100, None, "actual")]


def test_a_number_in_the_bracket_behind_a_compared_year_is_of_that_year(analyse: Analyse) -> None:
    text = "В 2023 году экспорт газа в Китай из России был в полтора раза больше, чем в 2022 году (15 млрд кубометров)."
    assert [(f[1], f[3], f[4]) for f in figures(analyse, text, "2024-01-03")] == [
        (None, 50, "2023"),
        (15 * BILLION, None, "2022"),
    ]


def test_a_change_without_its_verb_has_the_sign_of_the_one_before(analyse: Analyse) -> None:
    text = "Экспорт из Китая в Россию снизился на 11%. Импорт из России — на 8% (до $90 млрд)."
    assert [(f[0], f[3]) for f in figures(analyse, text, "2025-10-13")] == [("cn_to_ru", -11), ("ru_to_cn", -8)]


def test_the_volume_of_imports_is_a_statement_of_its_own(analyse: Analyse) -> None:
    text = "Объём экспорта из провинции в Россию составил $510 млн, объём импорта — $400 млн."
    read = figures(analyse, text, "2010-04-20", "Торговля России и провинции Хэйлунцзян в Китае")
    assert [(f[0], f[1]) for f in read] == [("cn_to_ru", 510e6), ("ru_to_cn", 400e6)]


def test_after_a_colon_begins_a_statement(analyse: Analyse) -> None:
    text = (
        "Товарооборот России и Китая вырос на 2%, составив 69 млрд долларов: "
        "китайский экспорт в Россию вырос на 7%, до 37 млрд долларов."
    )
    assert [(f[0], f[1], f[3]) for f in figures(analyse, text, "2017-06-29")] == [
        ("turnover", 69 * BILLION, 2),
        ("cn_to_ru", 37 * BILLION, 7),
    ]


def test_the_far_east_is_russian(analyse: Analyse) -> None:
    text = "Объём торговли Китая с регионами Дальнего Востока вырос на 28% и достиг 7,7 млрд долларов."
    assert [(f[0], f[1], f[3]) for f in figures(analyse, text, "2018-09-12")] == [("turnover", 7.7 * BILLION, 28)]


def test_of_two_makers_the_one_before_the_number_counts(analyse: Analyse) -> None:
    text = "Вырос экспорт как китайских (на 46%), так и российских (на 12%) товаров."
    assert [(f[0], f[3]) for f in figures(analyse, text, "2024-01-12", BOTH)] == [("cn_to_ru", 46), ("ru_to_cn", 12)]


def test_the_two_countries_may_be_just_the_countries(analyse: Analyse) -> None:
    text = "Сергей Лавров встретился с Ван И. К 2024 году страны планируют довести товарооборот до 200 млрд долларов."
    assert figures(analyse, text, "2021-12-02") == [("turnover", 200 * BILLION, "USD", None, "2024", "target")]


def test_gas_through_the_pipeline_of_the_two_needs_no_country_beside_it(analyse: Analyse) -> None:
    text = (
        "«Газпром» и CNPC начали строить переход через Уссури. "
        "По этому направлению к 2027 году планируется выйти на объём поставок в 10 млрд куб. м."
    )
    assert figures(analyse, text, "2026-01-20") == [("ru_to_cn", 10 * BILLION, "m3", None, "2027", "target")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Россия и Китай договорились довести торговлю до 200 млрд долларов и верят, что цель будет достигнута.",
            "target",
        ),
        ("Торговля России и Китая достигла новой планки — 245 млрд долларов.", "actual"),
        ("Россия и Китай работают, чтобы увеличить торговлю до 300 млрд долларов.", "target"),
        ("«Роснефть» будет наращивать поставки в Китай до 46 млн тонн нефти.", "target"),
        ("Россия сможет поставлять в Китай 48 млрд кубометров газа.", "forecast"),
        ("Речь идёт об увеличении поставок нефти из России в Китай до 15 млн тонн.", "target"),
        (
            "Снижение поставок в Европу не смог перекрыть экспорт в Китай: Россия отправила туда 22 млрд кубов газа.",
            "actual",
        ),
    ],
)
def test_what_is_told_from_what_is_meant(analyse: Analyse, text: str, status: str) -> None:
    assert [f[5] for f in figures(analyse, text, "2023-05-10", BOTH)] == [status]


def test_what_a_promise_starts_from_is_there_already(analyse: Analyse) -> None:
    text = "Россия и Китай поставили задачу довести товарооборот от 100 до 200 миллиардов долларов к 2024 году."
    assert [(f[1], f[4], f[5]) for f in figures(analyse, text, "2022-02-04")] == [
        (100 * BILLION, None, "actual"),
        (200 * BILLION, "2024", "target"),
    ]


def test_a_contract_has_its_sum_and_its_goods(analyse: Analyse) -> None:
    text = "«Роснефть» подписала контракт на 270 млрд долларов на поставку в Китай 365 млн тонн нефти."
    assert [(f[0], f[1], f[2], f[5]) for f in figures(analyse, text, "2013-06-21")] == [
        ("other", 270 * BILLION, "USD", "target"),
        ("ru_to_cn", 365e6, "t", "target"),
    ]


def test_the_sum_of_a_deal_is_no_worth_of_goods(analyse: Analyse) -> None:
    text = "«Роснефть» поставит китайским партнёрам 100 млн тонн нефти, сумма сделки — 85 миллиардов долларов."
    assert [(f[0], f[1], f[5]) for f in figures(analyse, text, "2013-10-22")] == [
        ("ru_to_cn", 100e6, "target"),
        ("other", 85 * BILLION, "target"),
    ]


def test_deliveries_after_a_deal_on_oil_are_of_oil(analyse: Analyse) -> None:
    text = (
        "Китай даст «Роснефти» кредит на 15 миллиардов долларов в обмен на нефть. "
        "Поставки, 9 миллионов тонн в год, рассчитаны на 20 лет."
    )
    assert [(f[0], f[1], f[5]) for f in figures(analyse, text, "2009-02-17")] == [
        ("investment", 15 * BILLION, "target"),
        ("ru_to_cn", 9e6, "target"),
    ]


def test_gas_that_began_to_flow_is_counted_on(analyse: Analyse) -> None:
    text = "По «Силе Сибири» пошёл газ в Китай. К 2025 году его объём вырастет до 38 миллиардов кубометров."
    assert figures(analyse, text, "2019-12-02") == [("ru_to_cn", 38 * BILLION, "m3", None, "2025", "forecast")]


def test_a_fund_that_is_being_set_up_is_a_plan(analyse: Analyse) -> None:
    text = "РФПИ и Банк развития Китая создают инвестиционный фонд на 68 миллиардов юаней."
    assert [(f[0], f[1], f[5]) for f in figures(analyse, text, "2017-07-04")] == [
        ("investment", 68 * BILLION, "target")
    ]


def test_a_sum_without_a_currency_has_that_of_the_sentence_before(analyse: Analyse) -> None:
    text = (
        "Поставки из Китая в Россию в июне выросли на 91% — до 9,5 миллиарда долларов. "
        "Встречный экспорт, из России в Китай, составил 11,3 миллиарда."
    )
    assert [(f[0], f[1], f[2]) for f in figures(analyse, text, "2023-07-13")] == [
        ("cn_to_ru", 9.5 * BILLION, "USD"),
        ("ru_to_cn", 11.3 * BILLION, "USD"),
    ]


def test_who_gained_what_may_be_told_with_a_dash(analyse: Analyse) -> None:
    text = "За два месяца экспорт Китая вырос на 7%. Поставки в США прибавили 5%, в Россию — 12,5%."
    assert [(f[0], f[3]) for f in figures(analyse, text, "2024-03-07")] == [("cn_to_ru", 12.5)]


def test_a_yearly_volume_over_many_years_has_no_period(analyse: Analyse) -> None:
    text = "Меморандум России и Китая предусматривает поставки 15 млн тонн нефти в год с 2011 по 2030 год."
    assert figures(analyse, text, "2008-10-29") == [("ru_to_cn", 15e6, "t", None, None, "target")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Экспорт газа из России в Китай превысил план на 700 млн кубометров и составил 22 млрд кубометров.", [22e9]),
        ("Экспорт газа из России в Китай вырос на 7 млрд кубометров, до 22 млрд кубометров.", [22e9]),
        ("Центробанки России и Китая открыли своп на 150 млрд юаней, это почти 25 млрд долларов.", [150e9]),
        ("Россия увеличит поставки нефти в Китай до 46 млн тонн, что эквивалентно 55 млрд кубометров.", [46e6]),
        ("Поставки угля из России в Китай на 56% больше, чем годом ранее, и на 13% больше, чем в марте.", [None]),
    ],
)
def test_differences_and_equivalents_are_no_figures(analyse: Analyse, text: str, expected: list[float | None]) -> None:
    assert [f[1] for f in figures(analyse, text, "2024-05-10")] == expected


def test_a_percentage_of_trade_is_a_share(analyse: Analyse) -> None:
    text = "Торговля провинции Хэйлунцзян с Россией составила 65% от общего объёма внешней торговли провинции."
    assert [(f[0], f[1]) for f in figures(analyse, text, "2021-11-20", BOTH)] == [("share", 65)]


def test_a_list_of_partners_gives_each_its_number(analyse: Analyse) -> None:
    text = "Экспорт зерна из России вырос, крупнейшие отгрузки пришлись на Турцию (5 млн тонн) и Китай (2 млн тонн)."
    assert [(f[0], f[1]) for f in figures(analyse, text, "2024-08-01")] == [("ru_to_cn", 2e6)]


@pytest.mark.parametrize(
    "text",
    [
        "Объём торговли США и Китая вырос до 610 млрд долларов. Экспорт из Китая увеличился на 31%.",
        "Китайско-американская торговля выросла на 35%, до 543 млрд долларов.",
        "Россия стала первым поставщиком газа в Китай, опередив Туркмению (2,6 млрд кубометров).",
        "По данным минсельхоза США, закупки сои Китаем упали на 39%.",
        "Китай выделит Пакистану 2 млрд долларов кредита.",
        "Компания готовит сделку по приобретению 100% акций завода, сообщили в Китае и России.",
        "Построено 99% участка газопровода из России в Китай.",
        "Россия направила в Китай 23 тонны гуманитарной помощи.",
        "На границе задержали партию китайских телефонов на 5 млн рублей, которую ввозили в Россию.",
        "Потребление газа в Китае растёт, заметил «Газпром». К 2050 году объём может составить 660 млрд кубометров.",
        "Дефицит бюджета России составил 3 трлн рублей, в Китае его сочли умеренным.",
    ],
)
def test_numbers_of_others_stay_out(analyse: Analyse, text: str) -> None:
    assert figures(analyse, text, "2025-08-13", BOTH) == []
