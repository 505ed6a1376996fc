"""Amounts, units and multiples as news writes them."""

import pytest

from ingest.extraction.numbers import find_quantities, number_value
from tests.ingest.extraction.conftest import Analyse


def read(analyse: Analyse, text: str) -> list[tuple[float, str | None]]:
    document = analyse(text)
    return [(q.value, q.unit) for sentence in document.sentences for q in find_quantities(document, sentence)]


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("полтора триллиона юаней", 1.5e12, "CNY"),
        ("более двухсот миллиардов долларов", 200e9, "USD"),
        ("двести сорок миллиардов долларов", 240e9, "USD"),
        ("около тридцати миллиардов долларов", 30e9, "USD"),
        ("$200 млрд", 200e9, "USD"),
        ("US$100 млн", 100e6, "USD"),
        ("200 млрд долл. США", 200e9, "USD"),
        ("37 млрд. долларов", 37e9, "USD"),
        ("240 миллиардов 110 миллионов долларов", 240.11e9, "USD"),
        ("свыше миллиарда долларов", 1e9, "USD"),
        ("4,1 трлн юаней", 4.1e12, "CNY"),
        ("300 млрд рублей", 300e9, "RUB"),
        ("€5 млрд", 5e9, "EUR"),
        ("38 млрд куб. м", 38e9, "m3"),
        ("38 млрд кубометров газа", 38e9, "m3"),
        ("38 миллиардов кубических метров", 38e9, "m3"),
        ("15 млн т", 15e6, "t"),
        ("полмиллиона тонн", 500e3, "t"),
        ("48 с половиной миллионов тонн", 48.5e6, "t"),
        ("570 тысяч легковых авто", 570e3, "pcs"),
        ("200 млн кВт⋅ч", 200e6, "kWh"),
        ("35,3 проц.", 35.3, "%"),
        ("1 234 567 тонн нефти", 1234567, "t"),
        ("1 234\u00a0567 тонн нефти", 1234567, "t"),
        ("два с половиной миллиона баррелей", 2.5e6, "bbl"),
        ("рост в 2 с половиной раза", 2.5, "times"),
        ("45 с половиной тонн", 45.5, "t"),
        ("46.859 единиц", 46859, "pcs"),
        ("5 млрд кВт·ч", 5e9, "kWh"),
        ("150 тыс. легковых автомобилей", 150e3, "pcs"),
        ("5000 штук", 5000, "pcs"),
        ("3,4 %", 3.4, "%"),
        ("двадцать процентов", 20, "%"),
        ("две трети", 66.7, "portion"),
        ("пятая часть", 20, "portion"),
        ("вшестеро", 6, "times"),
        ("в 2,9 раза", 2.9, "times"),
        ("в полтора раза", 1.5, "times"),
        ("вдвое", 2, "times"),
        ("на треть", 33.3, "part"),
    ],
)
def test_an_amount_is_read_in_base_units(analyse: Analyse, words: str, value: float, unit: str) -> None:
    ((found, found_unit),) = read(analyse, f"Это {words}.")
    assert found == pytest.approx(value)
    assert found_unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "сотни миллиардов долларов",
        "несколько миллионов тонн",
        "в 2023 году",
        "на 0,5 п. п.",
        "5 процентных пунктов",
        "7 мая и т. д.",
    ],
)
def test_words_without_a_definite_amount_are_none(analyse: Analyse, text: str) -> None:
    assert read(analyse, text) == []


def test_an_amount_without_its_unit_keeps_its_scale(analyse: Analyse) -> None:
    assert read(analyse, "С 11 млрд куб. м до 19,5 млрд.") == [(11e9, "m3"), (19.5e9, None)]


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("30–40 млрд кубометров", 30e9, 40e9, "m3"),
        ("от 200 до 300 млрд долларов", 200e9, 300e9, "USD"),
        ("$20–25 млрд", 20e9, 25e9, "USD"),
        ("20, а то и 30 миллионов тонн", 20e6, 30e6, "t"),
        ("до 100 миллиардов долларов, а к 2020 — до двухсот", 100e9, 200e9, "USD"),
        ("до 100 миллиардов рублей сначала и до 150 — к 2020 году", 100e9, 150e9, "RUB"),
    ],
)
def test_both_ends_of_a_range_have_its_scale_and_unit(
    analyse: Analyse, words: str, low: float, high: float, unit: str
) -> None:
    assert read(analyse, f"Это {words}.") == [(pytest.approx(low), unit), (pytest.approx(high), unit)]


def test_the_words_of_an_amount_can_be_read_again(analyse: Analyse) -> None:
    document = analyse("Товарооборот достиг 240 млрд долларов.")
    (quantity,) = find_quantities(document, document.sentences[0])
    assert document.text[quantity.start : quantity.end] == "240 млрд долларов"


def test_numerals_are_summed() -> None:
    assert number_value("двести сорок") == 240
    assert number_value("1 234,5") == 1234.5
