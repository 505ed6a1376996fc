"""How news tells time, and what day that is."""

import re

import pytest

from ingest.extraction.dates import FoundDate, find_dates, reference_day
from ingest.extraction.dates.find import RULES
from ingest.extraction.dates.rule import Rule
from ingest.extraction.dates.words import fold
from ingest.extraction.document import Document
from tests.ingest.extraction.conftest import Analyse

WRITTEN = "2024-03-07"  # a Thursday


def told(document: Document) -> list[FoundDate]:
    return [found for sentence in document.sentences for found in find_dates(document, sentence)]


def times(document: Document) -> list[tuple[str | None, str | None]]:
    return [(found.when.date, found.when.date_end) for found in told(document)]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        # full and numeric
        ("Переговоры прошли 8 февраля 2024 года в Пекине.", "2024-02-08", None),
        ("Переговоры прошли 08.02.2024 в Пекине.", "2024-02-08", None),
        ("Переговоры прошли 08.02.24 в Пекине.", "2024-02-08", None),
        ("Договор подписан 16.07.01 в Москве.", "2001-07-16", None),
        # the year from the reference day and the tense
        ("Консультации прошли 14 декабря.", "2023-12-14", None),
        ("Консультации пройдут 5 мая.", "2024-05-05", None),
        ("Делегация посетила Харбин 2 апреля.", "2023-04-02", None),
        ("Консультации в мае прошли в Харбине.", "2023-05", None),
        ("Поездка ориентировочно запланирована на будущий месяц.", "2024-04", None),
        ("Министры договорились встретиться 20 марта.", "2024-03-20", None),
        ("Стороны наметили встречу на 5 мая.", "2024-05-05", None),
        ("В октябре Москва предложила провести консультации.", "2023-10", None),
        ("Делегация посетила Харбин в конце февраля.", "2024-02", None),
        ("Делегация посетит Харбин в начале мая.", "2024-05", None),
        ("Флоты проведут учения в конце апреля — начале мая.", "2024-04", "2024-05"),
        ("В декабре министр пригласил коллегу в Москву.", "2023-12", None),
        ("Они встречались в декабре прошлого года.", "2023-12", None),
        # weekdays
        ("Министр прибыл в Пекин в четверг.", "2024-03-07", None),
        ("Министр прибыл в Пекин в минувший четверг.", "2024-02-29", None),
        ("Министр прибыл в Пекин во вторник.", "2024-03-05", None),
        ("Переговоры состоятся в пятницу.", "2024-03-08", None),
        ("Переговоры состоятся в следующий четверг.", "2024-03-14", None),
        ("В четверг, 4 апреля, он посетит Шанхай.", "2024-04-04", None),
        # days from the reference day
        ("Вчера стороны провели консультации.", "2024-03-06", None),
        ("Накануне стороны провели консультации.", "2024-03-06", None),
        ("Позавчера стороны провели консультации.", "2024-03-05", None),
        ("Послезавтра стороны проведут консультации.", "2024-03-09", None),
        # weeks, months and years
        ("На этой неделе пройдут консультации.", "2024-03", None),
        ("На прошлой неделе прошли консультации.", "2024-02-26", "2024-03-03"),
        ("Неделю назад стороны обсуждали этот вопрос.", "2024-02", None),
        ("Визит намечен на следующий месяц.", "2024-04", None),
        ("В прошлом году торговля выросла.", "2023", None),
        ("В уходящем году торговля выросла.", "2024", None),
        ("Два года назад торговля упала.", "2022", None),
        ("Летом 2014 года стороны подписали контракт.", "2014", None),
        ("Поставки выйдут на проектный уровень к 2025-му.", "2025", None),
        ("Соглашение действует до 2030 г.", "2030", None),
        # ranges
        ("Визит пройдёт 16–17 мая.", "2024-05-16", "2024-05-17"),
        ("Визит прошёл с 7 по 10 мая 2025 года.", "2025-05-07", "2025-05-10"),
        ("Учения прошли с 28 апреля по 2 мая.", "2023-04-28", "2023-05-02"),
        ("Выставка работала 30 июня — 4 июля 2014 года.", "2014-06-30", "2014-07-04"),
        ("Переговоры пройдут 16 и 17 мая.", "2024-05-16", "2024-05-17"),
        ("В 2014–2019 годах торговля росла.", "2014", "2019"),
        # days and months in words
        ("Игры завершились двадцать шестого февраля.", "2024-02-26", None),
        ("Договор подписан шестнадцатого июля 2001 года.", "2001-07-16", None),
        ("Стороны вспомнили мартовский визит министра.", "2024-03", None),
        ("На октябрьской встрече министры обсудили торговлю.", "2023-10", None),
        # holidays
        ("В преддверии Нового года стороны обменялись телеграммами.", "2023-12", None),
        ("Делегация прибудет в День Победы.", "2024-05-09", None),
        ("Приём прошёл 8 марта 2023 года.", "2023-03-08", None),
    ],
)
def test_a_time_is_read_against_the_day_of_publication(
    analyse: Analyse, words: str, first: str, last: str | None
) -> None:
    assert times(analyse(words, WRITTEN)) == [(first, last)]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("В первом квартале торговля выросла.", "2024-01", "2024-03"),
        ("В IV квартале 2023 г. импорт вырос.", "2023-10", "2023-12"),
        ("По итогам первого полугодия 2022 года торговля выросла.", "2022-01", "2022-06"),
        ("В январе — ноябре 2023 года торговля выросла.", "2023-01", "2023-11"),
        ("С января по июль 2022 г. торговля выросла.", "2022-01", "2022-07"),
        ("За первые семь месяцев 2022 г. торговля выросла.", "2022-01", "2022-07"),
        ("За одиннадцать месяцев 2023 года торговля выросла.", "2023-01", "2023-11"),
        ("В январе-феврале торговля выросла.", "2024-01", "2024-02"),
        ("За первые две декады февраля поставки выросли.", "2024-02", None),
    ],
)
def test_a_span_that_figures_are_counted_over_is_a_period(
    analyse: Analyse,
    words: str,
    first: str,
    last: str | None,
) -> None:
    document = analyse(words, WRITTEN)
    assert times(document) == [(first, last)]
    assert [found.kind for found in told(document)] == ["period"]


@pytest.mark.parametrize(
    "words",
    [
        "Накануне саммита стороны провели консультации.",
        "В 1990-х годах торговля была невелика.",
        "Объём торговли вырос в 2000 раз.",
        "Это новая среда для торговли.",
        "Поставлено 200 млрд кубометров.",
    ],
)
def test_words_that_only_look_like_a_time_are_none(analyse: Analyse, words: str) -> None:
    assert told(analyse(words, WRITTEN)) == []


def test_the_words_that_gave_a_date_can_be_read_again(analyse: Analyse) -> None:
    document = analyse("Министр прибыл в Пекин в минувший четверг, 29 февраля.", WRITTEN)
    (found,) = told(document)
    assert document.text[found.start : found.end] == "минувший четверг, 29 февраля"
    assert (found.when.words.start, found.when.words.end) == (found.start, found.end)
    assert found.preposition == "в"
    assert [token.text for token in document.sentences[0].tokens[found.first : found.last + 1]] == [
        "минувший",
        "четверг",
        ",",
        "29",
        "февраля",
    ]


def test_where_the_publication_date_stands_in_the_date_is_inferred(analyse: Analyse) -> None:
    document = analyse(
        "МОСКВА, 7 мар — РИА Новости. Сегодня стороны провели консультации, вчера — переговоры.", WRITTEN
    )
    assert [(found.when.date, found.when.inferred) for found in told(document)] == [
        ("2024-03-07", True),
        ("2024-03-07", True),
        ("2024-03-06", False),
    ]


def test_without_a_publication_date_only_full_dates_are_known(analyse: Analyse) -> None:
    document = analyse(
        "Вчера стороны провели консультации. Визит прошёл 5 мая 2020 года. Новый намечен на осень.", None
    )
    assert times(document) == [(None, None), ("2020-05-05", None)]


def test_a_dateline_stands_in_for_the_publication_date(analyse: Analyse) -> None:
    document = analyse("Пекин, 8 февраля, 2024, 13:13 — ИА Регнум. Вчера прошли консультации.", None)
    assert reference_day(document).isoformat() == "2024-02-08"
    assert times(document)[-1] == ("2024-02-07", None)


def test_a_line_of_date_and_time_at_the_foot_is_a_dateline(analyse: Analyse) -> None:
    document = analyse("Вчера прошли консультации.\n27 апреля 2009, 21:16", None)
    assert times(document)[0] == ("2009-04-26", None)


def test_days_are_those_of_moscow(analyse: Analyse) -> None:
    document = analyse("Сегодня прошли консультации.", "2024-02-07T22:30:00+00:00")
    assert times(document) == [("2024-02-08", None)]


def test_that_day_is_the_day_told_last(analyse: Analyse) -> None:
    document = analyse(
        "Визит начался 5 мая 2020 года. В тот же день прошли переговоры. На следующий день он уехал.", WRITTEN
    )
    assert times(document) == [("2020-05-05", None), ("2020-05-05", None), ("2020-05-06", None)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("За два дня до этого прошли переговоры.", "2024-02-28"),
        ("Через три дня он уехал.", "2024-03-04"),
        ("Спустя сутки он уехал.", "2024-03-02"),
        ("Через три дня министр уедет в Харбин.", "2024-03-10"),
    ],
)
def test_days_are_counted_from_the_day_told_or_from_today(analyse: Analyse, words: str, day: str) -> None:
    assert times(analyse(f"Министр прилетел 1 марта. {words}", WRITTEN))[-1] == (day, None)


def test_the_day_before_is_yesterday_where_yesterday_was_just_told(analyse: Analyse) -> None:
    assert times(analyse("Министр прилетел 6 марта. Накануне прошла встреча.", WRITTEN))[1] == ("2024-03-06", None)


@pytest.mark.parametrize("words", ["Через несколько часов", "Спустя два часа", "Вечером того же дня", "Тем же вечером"])
def test_hours_later_is_the_same_day(analyse: Analyse, words: str) -> None:
    document = analyse(f"Министр прилетел 5 марта. {words} прошли переговоры.", WRITTEN)
    assert times(document) == [("2024-03-05", None), ("2024-03-05", None)]


def test_news_filed_the_day_before_speaks_from_that_day(analyse: Analyse) -> None:
    document = analyse("Пекин, 6 марта /Агентство/ -- Накануне флоты начали учения.", WRITTEN)
    assert reference_day(document).isoformat() == "2024-03-06"
    assert times(document)[-1] == ("2024-03-05", None)


def test_a_dateline_of_long_ago_does_not_stand_for_the_publication_date(analyse: Analyse) -> None:
    assert reference_day(analyse("ПЕКИН, 6 января. /ТАСС/. Прошла встреча.", WRITTEN)).isoformat() == WRITTEN


def test_a_latin_agency_ends_a_dateline(analyse: Analyse) -> None:
    document = analyse("Москва. 6 марта. NEWS.EXAMPLE - Сегодня прошла встреча.", WRITTEN)
    assert times(document)[-1] == ("2024-03-06", None)


def test_the_day_of_broadcast_is_a_dateline(analyse: Analyse) -> None:
    document = analyse("Сегодня прошли консультации.\nДата публикации: 27 апреля 2009 года.", None)
    assert times(document)[0] == ("2009-04-27", None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Учения «Общий рубеж-2015» начались 21 августа.", "2015-08-21"),
        ("Визит, приуроченный к 80-й годовщине Победы, пройдёт 7 мая.", "2025-05-07"),
        ("На торжества по случаю 70-летия образования КНР делегация прибыла 30 сентября.", "2019-09-30"),
        ("За девять месяцев 2007 года торговля выросла. Министр прибыл 5 ноября.", "2007-11-05"),
    ],
)
def test_without_a_publication_date_a_name_or_jubilee_tells_the_year(analyse: Analyse, words: str, day: str) -> None:
    assert day in [first for first, _ in times(analyse(words, None))]


def test_the_year_of_a_name_is_told_apart_from_dates(analyse: Analyse) -> None:
    (found,) = told(analyse("Прошли учения «Общий рубеж — 2015».", WRITTEN))
    assert (found.when.date, found.kind) == ("2015", "occasion")


def test_a_month_just_named_with_its_year_gives_it_to_the_next_day(analyse: Analyse) -> None:
    document = analyse("Визит прошёл в мае 2014 года. Контракт подписали 21 мая.", WRITTEN)
    assert times(document) == [("2014-05", None), ("2014-05-21", None)]


@pytest.mark.parametrize(
    "text", ["", " \n ", "No date here, May 5 or not.", "99.99.9999 и 45 мая 2024 года", "1" * 500]
)
def test_odd_texts_do_no_harm(analyse: Analyse, text: str) -> None:
    assert all(found.start < found.end for found in told(analyse(text, "не дата")))


def test_the_day_before_is_that_of_the_day_just_told(analyse: Analyse) -> None:
    assert times(analyse("1 марта министры провели переговоры. Накануне они выступили на форуме.", WRITTEN)) == [
        ("2024-03-01", None),
        ("2024-02-29", None),
    ]
    assert times(analyse("Встреча пройдёт 20 марта. Накануне это подтвердил посол.", WRITTEN))[1] == (
        "2024-03-06",
        None,
    )


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("По итогам трёх кварталов торговля выросла.", "2023-01", "2023-09"),
        ("За полгода торговля выросла.", "2023-07", "2023-12"),
        ("К концу десятилетия торговля вырастет.", "2030", None),
    ],
)
def test_spans_of_figures_have_more_names(analyse: Analyse, words: str, first: str, last: str | None) -> None:
    assert times(analyse(words, WRITTEN)) == [(first, last)]


# --- Signs --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.resolve.__name__)
def test_what_a_rule_finds_has_the_sign_that_the_rule_needs(rule: Rule) -> None:
    examples = fold("; ".join(other.resolve.__doc__ for other in RULES))

    for match in rule.pattern.finditer(examples):
        assert re.search(rule.needs, match[0])
