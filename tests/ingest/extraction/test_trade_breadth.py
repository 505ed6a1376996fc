"""Figures as regional papers and agencies word them: units, comparisons, periods, ways of goods, promises."""

import pytest

from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import BILLION, BOTH, Figure, figures

ONE = [
    (
        "2012-04-10",
        "За три месяца 2012 года в китайский уезд поставлено из России 1 млрд 250 млн кВт/ч электроэнергии.",
        [("ru_to_cn", 1.25 * BILLION, "kWh", None, "2012-01/2012-03", "actual")],
    ),
    (
        "2008-09-10",
        "Приграничные поставки электроэнергии в КНР в прошлом году составили 140 млн. кВт ч.",
        [("ru_to_cn", 140e6, "kWh", None, "2007", "actual")],
    ),
    (
        "2011-10-05",
        "Контракт на поставку 60 авиадвигателей «Рособоронэкспорт» заключил с минобороны КНР в начале 2011 года.",
        [("ru_to_cn", 60, "pcs", None, None, "target")],
    ),
    (
        "2010-07-15",
        "С 1 марта по 1 июля 2010 года компания экспортировала в Китай 90 тысяч тонн российского угля.",
        [("ru_to_cn", 90e3, "t", None, "2010-03/2010-06", "actual")],
    ),
    (
        "2024-08-20",
        "С начала 2024 года по 10 августа из Китая в Россию ввезли 50 тысяч тонн яблок.",
        [("cn_to_ru", 50e3, "t", None, "2024-01/2024-08", "actual")],
    ),
    (
        "2015-09-01",
        "Российский импорт в Китай в июле упал на 20 % и составил 3 млрд долларов.",
        [("ru_to_cn", 3 * BILLION, "USD", -20, "2015-07", "actual")],
    ),
    (
        "2024-08-20",
        "Ежегодно на территорию России из КНР поступает около 40 тысяч тонн чая.",
        [("cn_to_ru", 40e3, "t", None, None, "actual")],
    ),
    (
        "2023-02-02",
        "В 2022 году экспорт китайских станков в нашу страну достиг 12 тысяч единиц.",
        [("cn_to_ru", 12e3, "pcs", None, "2022", "actual")],
    ),
    (
        "2009-03-01",
        "Стороны договорились о кредите «Роснефти» на 15 млрд долларов в обмен на поставки нефти в Китай.",
        [("investment", 15 * BILLION, "USD", None, None, "target")],
    ),
    (
        "2007-05-05",
        "Россия и Китай обсуждают возможность ежегодных поставок до 20 млн тонн нефти.",
        [("ru_to_cn", 20e6, "t", None, None, "forecast")],
    ),
]


@pytest.mark.parametrize(("published", "text", "wanted"), ONE)
def test_a_figure_is_read_from_its_sentence(analyse: Analyse, published: str, text: str, wanted: list[Figure]) -> None:
    assert figures(analyse, text, published) == wanted


class TestWhatANumberIsSetAgainst:
    def test_a_number_behind_pri_is_that_of_the_year_told_with_it(self, analyse: Analyse) -> None:
        text = "В 2013 году в Китай поставили 4 млн т российской нефти при 3,2 млн т в 2012 году (рост на 25 %)."
        assert figures(analyse, text, "2014-02-01") == [
            ("ru_to_cn", 4e6, "t", 25, "2013", "actual"),
            ("ru_to_cn", 3.2e6, "t", None, "2012", "actual"),
        ]

    def test_the_same_months_of_another_year(self, analyse: Analyse) -> None:
        text = (
            "За январь — май 2024 года Россия закупила в Китае станков на 2 млрд долларов "
            "против 3 млрд за аналогичный период 2023 года."
        )
        assert figures(analyse, text, "2024-06-20") == [
            ("cn_to_ru", 2 * BILLION, "USD", None, "2024-01/2024-05", "actual"),
            ("cn_to_ru", 3 * BILLION, "USD", None, "2023-01/2023-05", "actual"),
        ]

    def test_a_change_told_in_words_and_in_percent_is_one(self, analyse: Analyse) -> None:
        text = "В 2015 году торговля России с Китаем упала почти на треть — 28,6 % — и составила 64 млрд долларов."
        assert figures(analyse, text, "2016-02-01") == [("turnover", 64 * BILLION, "USD", -28.6, "2015", "actual")]

    def test_what_exceeds_the_figures_of_a_year_is_not_of_that_year(self, analyse: Analyse) -> None:
        text = "В 2012 году порт отправил в Китай 2 млн т российского угля, что вдвое превышает показатели 2011 года."
        assert figures(analyse, text, "2013-02-01") == [("ru_to_cn", 2e6, "t", 100, "2012", "actual")]


class TestWhatIsNoTrade:
    @pytest.mark.parametrize(
        "text",
        [
            "Стоимость проекта составила 25 млрд долларов.",
            "По мосту из Китая в Россию проехали первые 12 грузовиков с овощами.",
            "Кредитный портфель Сбербанка в юанях достиг 90 млрд юаней.",
            "Кроме расчётов с Китаем, ещё 25 % сделок России с другими торговыми партнёрами прошли в юанях.",
        ],
    )
    def test_costs_crossings_portfolios_and_others(self, analyse: Analyse, text: str) -> None:
        assert figures(analyse, text, "2023-10-10", BOTH) == []


class TestMemory:
    def test_on_a_pronoun_falls_a_share(self, analyse: Analyse) -> None:
        text = "Главный покупатель круглого леса из России — Китай. На него в 2024 году пришлось 87 % вывоза."
        assert figures(analyse, text, "2025-03-03") == [("share", 87, "%", None, "2024", "actual")]

    def test_a_share_in_the_present_has_no_period_of_another_sentence(self, analyse: Analyse) -> None:
        text = "В 2024 году область продала в Китай зерна на 3 млрд рублей. Китай занимает 80 % оборота области."
        assert figures(analyse, text, "2025-08-03")[1:] == [("share", 80, "%", None, None, "actual")]

    def test_since_the_year_began_is_up_to_the_month_told_before(self, analyse: Analyse) -> None:
        text = (
            "За январь — июль Россия увеличила закупки чая в Китае на 10 %. "
            "С начала года из КНР ввезли 20 тысяч тонн зелёного чая."
        )
        assert figures(analyse, text, "2024-08-20")[-1][4] == "2024-01/2024-07"

    def test_deliveries_under_a_contract_with_china_go_as_before(self, analyse: Analyse) -> None:
        text = (
            "Компания экспортировала в Китай 200 млн кВт·ч российской электроэнергии. Поставки шли по контракту "
            "с Государственной корпорацией Китая. Объём в мае составил 60 млн кВт·ч."
        )
        assert {figure[0] for figure in figures(analyse, text, "2009-06-20")} == {"ru_to_cn"}


class TestWhoseNumber:
    def test_buyers_from_china_take_goods_there(self, analyse: Analyse) -> None:
        text = "Предприятия из Китая в 2024 году закупили в Алтайском крае 40 тысяч тонн рапсового масла."
        assert figures(analyse, text, "2025-02-02") == [("ru_to_cn", 40e3, "t", None, "2024", "actual")]

    def test_there_is_the_country_named_last(self, analyse: Analyse) -> None:
        text = "Главным рынком для зерна из России стал Китай: туда в 2024 году отгрузили 2 млн тонн."
        assert figures(analyse, text, "2025-02-02") == [("ru_to_cn", 2e6, "t", None, "2024", "actual")]

    def test_exports_to_all_countries_stay_so(self, analyse: Analyse) -> None:
        text = (
            "Экспорт зерна из Алтайского края в 2025 году превысил 3 млн тонн. В Китай отправили 1,2 млн тонн овса. "
            "Экспорт муки вырос до 200 тысяч тонн."
        )
        assert [figure[1] for figure in figures(analyse, text, "2026-02-02")] == [1.2e6]

    def test_from_another_country_in_the_next_part(self, analyse: Analyse) -> None:
        text = (
            "Поставки угля из Австралии в Китай в марте 2021 года составили 3 млн тонн, "
            "из России - 5 млн тонн против 4 млн тонн месяцем ранее."
        )
        assert figures(analyse, text, "2021-04-20")[0] == ("ru_to_cn", 5e6, "t", None, "2021-03", "actual")

    @pytest.mark.parametrize(
        "text",
        [
            "В стоимостном выражении объём юаня в экспортной выручке составил 12 млрд долларов.",
            "Юань занимает 95 % биржевого валютного рынка России.",
            "«Сила Сибири» выйдет на экспортную производительность в 38 млрд кубометров газа.",
        ],
    )
    def test_currencies_and_capacities_are_no_trade(self, analyse: Analyse, text: str) -> None:
        assert figures(analyse, text, "2024-03-03", BOTH) == []


class TestSinceAndUntil:
    def test_up_to_with_what_was_before_it(self, analyse: Analyse) -> None:
        text = "Доля юаня в расчётах России с Китаем в 2022 году выросла до 30 % с 10 %."
        assert [figure[4] for figure in figures(analyse, text, "2023-02-02")] == ["2022", "2021"]

    def test_for_the_first_time_since_is_no_period(self, analyse: Analyse) -> None:
        text = "В мае Россия впервые с 2005 года стала первым экспортёром нефти в Китай с объёмом 4 млн тонн."
        assert figures(analyse, text, "2015-06-20") == [("ru_to_cn", 4e6, "t", None, "2015-05", "actual")]

    def test_a_number_in_brackets_leaves_the_time_of_the_sentence(self, analyse: Analyse) -> None:
        text = (
            "Край в 2024 году отправил в Китай 2 млн т зерна (1,8 млн т в 2023 году). В Китай ушло и 90 тысяч т масла."
        )
        assert figures(analyse, text, "2025-02-02")[-1][4] == "2024"


class TestInvestment:
    def test_the_capital_of_a_fund(self, analyse: Analyse) -> None:
        text = "Россия и Китай договорились создать инвестиционный фонд с капиталом три миллиарда долларов."
        assert figures(analyse, text, "2015-05-08") == [("investment", 3 * BILLION, "USD", None, None, "target")]

    def test_projects_carried_out_and_considered(self, analyse: Analyse) -> None:
        text = (
            "Российско-китайский комитет по инвестиционному сотрудничеству рассматривает 70 проектов, "
            "их объём достигает 15 трлн рублей. Реализовано 40 проектов с объёмом инвестиций 500 млрд рублей."
        )
        assert [(f[1], f[5]) for f in figures(analyse, text, "2025-10-10")] == [(15e12, "target"), (5e11, "actual")]
