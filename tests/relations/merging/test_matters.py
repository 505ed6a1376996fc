"""What the sentence says an event is about."""

import pytest

from relations.merging.matters import contradict, matter_of


@pytest.mark.parametrize(
    ("form", "a", "b", "name"),
    [
        ("message", "Глава края выразил соболезнования.", "Глава края поздравил соседей с праздником.", "kinds"),
        ("exercise", "Прошло воздушное патрулирование.", "Корабли вышли на учения.", "kinds"),
        (
            "session",
            "Собралась подкомиссия по транспорту.",
            "Собралась подкомиссия России и Китая по таможне.",
            "subject",
        ),
        ("session", "Комиссия по лесному сотрудничеству.", "Комиссия по торговому сотрудничеству.", "subject"),
        ("session", "Комиссия по углю прошла в Москве.", "Комиссия по лесу прошла в Москве.", "subject"),
        ("message", "Телеграмма по случаю 75-летия республики.", "Послание по случаю 75-летия договора.", "occasion"),
    ],
)
def test_two_matters_contradict_each_other(form: str, a: str, b: str, name: str) -> None:
    assert contradict(matter_of(form, a), matter_of(form, b), name)


@pytest.mark.parametrize(
    ("form", "a", "b", "name"),
    [
        ("message", "Глава края выразил соболезнования.", "Глава края направил телеграмму.", "kinds"),
        ("exercise", "Самолёты и корабли вышли на учения.", "Прошло морское патрулирование.", "kinds"),
        ("session", "Заседание комиссии по транспорту.", "Прошло заседание транспортной комиссии.", "subject"),
        ("session", "Подкомиссия по транспорту и связи.", "Подкомиссия по вопросам транспорта.", "subject"),
        ("message", "Телеграмма по случаю 75-летия республики.", "Поздравил с 75-летием республики.", "occasion"),
    ],
    ids=["one says nothing", "both arms", "another construction", "told at length", "another preposition"],
)
def test_one_matter_in_two_wordings_does_not(form: str, a: str, b: str, name: str) -> None:
    assert not contradict(matter_of(form, a), matter_of(form, b), name)


def test_talks_are_about_anything() -> None:
    assert matter_of("meeting", "По случаю праздника обсудили подкомиссию по транспорту.") == {}
