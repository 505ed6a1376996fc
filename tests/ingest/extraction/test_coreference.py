"""Whom periphrases, counterparts and pronouns stand for."""

import pytest

from ingest.extraction.document import Document
from tests.ingest.extraction.conftest import Analyse


def _of(document: Document, words: str) -> list[str]:
    return [m.name for m in document.mentions if document.text[m.start : m.end].casefold() == words]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Си Цзиньпин принял Путина. Китайский лидер угостил его чаем.", "его", "Владимир Путин"),
        ("Си Цзиньпин прилетел в Москву. Путин встретил его и вручил ему награду.", "его", "Си Цзиньпин"),
        ("Си Цзиньпин прилетел в Москву. Путин встретил его и вручил ему награду.", "ему", "Си Цзиньпин"),
    ],
)
def test_a_pronoun_is_never_its_own_verbs_subject(analyse: Analyse, text: str, words: str, name: str) -> None:
    assert _of(analyse(text), words) == [name]


def test_in_it_is_nobody(analyse: Analyse) -> None:
    assert _of(analyse("Си Цзиньпин получил план. В нем десять глав."), "нем") == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Владимир Путин принял Ли Цяна. Китайский гость остался доволен.", "китайский гость", "Ли Цян"),
        ("Мишустин прилетел в Пекин. Российский руководитель доволен.", "российский руководитель", "Михаил Мишустин"),
        ("Лавров провел встречу с китайским министром.", "китайским министром", "Ван И"),
        (
            "Министр труда Антон Котяков ждет китайского визави.",
            "китайского визави",
            "министр труда и социальной защиты КНР",
        ),
        (
            "Замминистра иностранных дел РФ Андрей Руденко ждет китайского коллегу.",
            "китайского коллегу",
            "заместитель министра иностранных дел КНР",
        ),
    ],
)
def test_a_periphrasis_is_a_person_or_at_least_an_office(analyse: Analyse, text: str, words: str, name: str) -> None:
    assert _of(analyse(text, "2025-02-08"), words) == [name]


def test_without_a_date_the_counterpart_is_an_office(analyse: Analyse) -> None:
    document = analyse("Сергей Лавров ждет китайского коллегу.", published=None)
    assert _of(document, "китайского коллегу") == ["министр иностранных дел КНР"]


def test_a_counterpart_who_is_named_at_once_is_no_one_else(analyse: Analyse) -> None:
    document = analyse("Медведев ждет китайскую коллегу — вице-премьера Госсовета У И.", "2006-08-29")
    assert [m.name for m in document.mentions if m.type == "PER"] == ["Дмитрий Медведев", "У И"]


@pytest.mark.parametrize("words", ["оба министра", "дипломаты", "главы внешнеполитических ведомств"])
def test_two_at_once(analyse: Analyse, words: str) -> None:
    document = analyse(f"Лавров и Ван И обсудили торговлю. {words.capitalize()} довольны итогами.")
    assert _of(document, words) == ["Сергей Лавров", "Ван И"]


def test_the_leaders_of_both_by_two_adjectives(analyse: Analyse) -> None:
    document = analyse("Российский и китайский лидеры подписали договор.", "2001-07-16")
    assert [m.name for m in document.mentions if m.type == "PER"] == ["Владимир Путин", "Цзян Цзэминь"]


def test_leaders_of_the_world_are_not_the_two(analyse: Analyse) -> None:
    document = analyse("Россия и Китай выступили с заявлением. Мировые лидеры промолчали.")
    assert [m for m in document.mentions if m.type == "PER"] == []


def test_a_president_is_rather_who_is_called_so(analyse: Analyse) -> None:
    document = analyse("Владимир Путин принял Цзян Цзэминя. Президент вручил ему награду.", "2001-07-16")
    assert _of(document, "президент") == ["Владимир Путин"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Вэй Фэнхэ прилетел в Москву. Гости Фэнхэ довольны.", "фэнхэ", "Вэй Фэнхэ"),
        ("Сергей Рябков провел беседу с Ма Чжаосюем. Замминистра доволен.", "замминистра", "Сергей Рябков"),
        ("Чжан Ханьхуэй прилетел в Москву. Глава дипмиссии доволен.", "глава дипмиссии", "Чжан Ханьхуэй"),
        (
            "Матвиенко прилетела в Пекин. Спикер верхней палаты довольна.",
            "спикер верхней палаты",
            "Валентина Матвиенко",
        ),
        ("Линь Цзянь провел брифинг. Представитель МИД доволен.", "представитель мид", "Линь Цзянь"),
        (
            "Юрий Ушаков прилетел в Пекин. Помощник российского лидера доволен.",
            "помощник российского лидера",
            "Юрий Ушаков",
        ),
        ("Эммануэль Макрон прилетел в Пекин. Президент ждет Си Цзиньпина.", "президент", "Эммануэль Макрон"),
        (
            "Эммануэль Макрон прилетел в Пекин. Глава государства ждет Си Цзиньпина.",
            "глава государства",
            "Эммануэль Макрон",
        ),
    ],
)
def test_who_was_spoken_of_decides(analyse: Analyse, text: str, words: str, name: str) -> None:
    assert _of(analyse(text, "2024-05-15"), words) == [name]


def test_a_ministrys_spokesman_is_russias_where_nothing_else_is_said(analyse: Analyse) -> None:
    document = analyse("Об этом рассказала официальный представитель МИД.", "2020-05-15")
    assert [m.name for m in document.mentions if m.type == "PER"] == ["Мария Захарова"]
