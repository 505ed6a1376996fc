"""Posts beside names and by themselves; one family name in two offices."""

import pytest

from ingest.extraction.document import Document, Mention
from tests.ingest.extraction.conftest import Analyse


def _persons(document: Document) -> list[Mention]:
    return [mention for mention in document.mentions if mention.type == "PER"]


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("В Харбине прошла встреча с губернатором провинции Гуандун Лю Пинчжоу.", "Лю Пинчжоу", "CN"),
        ("Губернатор Гуандуна Лю Пинчжоу прибыл на форум.", "Лю Пинчжоу", "CN"),
        ("Генконсул России в Шэньяне Виктор Кочетков открыл выставку.", "Виктор Кочетков", "RU"),
        ("Торгпред РФ в Китае Виктор Кочетков открыл выставку.", "Виктор Кочетков", "RU"),
        ("Секретарь парткома провинции Гуандун Лю Пинчжоу открыл выставку.", "Лю Пинчжоу", "CN"),
        ("Вице-спикер Госдумы Виктор Кочетков открыл выставку.", "Виктор Кочетков", "RU"),
        ("Полпред президента Виктор Кочетков открыл выставку.", "Виктор Кочетков", "RU"),
    ],
)
def test_a_person_has_the_post_beside_the_name(analyse: Analyse, text: str, name: str, side: str) -> None:
    mention = next(m for m in _persons(analyse(text)) if m.how == "name")
    assert (mention.name, mention.side) == (name, side)
    assert mention.post


def test_a_consul_general_is_no_general(analyse: Analyse) -> None:
    (mention,) = _persons(analyse("Генеральный консул КНР в Хабаровске Лю Пинчжоу открыл выставку."))
    assert mention.level == "other"


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("На форум прибыл вице-губернатор провинции Ляонин.", "вице-губернатор провинции Ляонин", "CN"),
        ("На форум прибыл мэр Харбина.", "мэр Харбина", "CN"),
        ("На форум прибыл мэр Владивостока.", "мэр Владивостока", "RU"),
        ("На форум прибыл посол Китая в Японии.", "посол Китая в Японии", "CN"),
    ],
)
def test_a_post_of_a_region_or_country_is_somebody_without_a_name(
    analyse: Analyse, text: str, name: str, side: str
) -> None:
    (mention,) = _persons(analyse(text))
    assert (mention.how, mention.name, mention.side, mention.actor) == ("office", name, side, None)


@pytest.mark.parametrize(
    ("words", "day", "name"),
    [
        ("Губернатор Амурской области", "2016-05-15", "Александр Козлов"),
        ("Губернатор Приморья", "2010-05-15", "Сергей Дарькин"),
        ("Глава Якутии", "2023-05-15", "Айсен Николаев"),
        ("Губернатор провинции Хэйлунцзян", "2015-05-15", "Лу Хао"),
        ("Полпред президента в ДФО", "2004-05-15", "Константин Пуликовский"),
        ("Китайский постпред при ООН", "2022-05-15", "Чжан Цзюнь"),
        ("Китайский посол", "2005-05-15", "Лю Гучан"),
        ("Пресс-секретарь президента", "2010-05-15", "Наталья Тимакова"),
        ("Представительница МИД РФ", "2020-05-15", "Мария Захарова"),
    ],
)
def test_more_offices_are_their_holders_at_the_articles_date(analyse: Analyse, words: str, day: str, name: str) -> None:
    assert [m.name for m in _persons(analyse(f"{words} прибыл на форум.", day))] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Глава МИД Иванов прибыл в Пекин. Иванова ждут на приеме.", ["Игорь Иванов", "Игорь Иванов"]),
        ("Министр обороны Иванов прибыл в Пекин. Иванова ждут на приеме.", ["Сергей Иванов", "Сергей Иванов"]),
        ("В Пекин прибыл Иванов.", ["Иванов"]),
    ],
)
def test_of_two_ministers_of_one_name_the_office_tells_which(analyse: Analyse, text: str, names: list[str]) -> None:
    persons = _persons(analyse(text, "2002-05-15"))
    assert [m.name for m in persons] == names
    assert {m.side for m in persons} == {"RU"}


def test_a_chinese_family_name_beside_an_office_is_its_holders(analyse: Analyse) -> None:
    assert [m.name for m in _persons(analyse("Премьер Ли прибыл в Москву. Путина и Си ждут в Казани."))] == [
        "Ли Цян",
        "Владимир Путин",
        "Си Цзиньпин",
    ]


def test_first_name_and_patronymic_mean_whom_the_text_named(analyse: Analyse) -> None:
    document = analyse("Сергей Лавров прибыл в Пекин. Сергей Викторович выступит перед студентами.")
    assert [m.name for m in _persons(document)] == ["Сергей Лавров", "Сергей Лавров"]
