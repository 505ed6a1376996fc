"""Chinese names as texts misspell them."""

import pytest

from ingest.extraction.spellings import Spellings, skeleton
from relations.reading import KnownActor, KnownOffice, Tenure
from tests.ingest.extraction.conftest import Analyse

_OFFICES = [KnownOffice("head", "CN", "leader", "председатель"), KnownOffice("aide", "CN", "other", "помощник")]
_ACTORS = [
    KnownActor("high", "person", "CN", "Тянь Цзюньхуэй", tenures=(Tenure("head"),)),
    KnownActor("low", "person", "CN", "Тянь Чжэньлинь", tenures=(Tenure("aide"),)),
    KnownActor("short", "person", "CN", "Ван И", tenures=(Tenure("head"),)),
]


def test_a_skeleton_leaves_out_what_texts_get_wrong() -> None:
    assert skeleton("Вэньдзябао") == skeleton("Венцзябао")
    assert skeleton("Ванг") == skeleton("Ван")
    assert skeleton("Ингуй") != skeleton("Инуй")


@pytest.mark.parametrize(
    ("words", "size", "key"),
    [
        (["Тянь", "Дзюньхуэй"], 2, "high"),
        (["Тян", "Цзюн", "Хуэй"], 3, "high"),
        (["Тянь", "Цзюнь-хуэем"], 2, "high"),
        (["Тянь", "Цзюхуэй"], 2, "high"),
        (["Тянь", "Женьлинь"], 0, ""),
        (["Тянь", "Чжэлинь"], 0, ""),
        (["Вань", "И"], 0, ""),
        (["Лю", "Цзюньхуэй"], 0, ""),
    ],
)
def test_a_letter_too_few_is_forgiven_only_in_the_names_of_the_highest(words: list[str], size: int, key: str) -> None:
    found, actors = Spellings(_ACTORS, _OFFICES).find(words)
    assert (found, [actor.key for actor in actors]) == (size, [key] if key else [])


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Вопрос задали Си Цзинпину.", "2024-02-08", "Си Цзиньпин"),
        ("Приехал Си Цзинь Пин.", "2024-02-08", "Си Цзиньпин"),
        ("Приехал Си Цзипин.", "2024-02-08", "Си Цзиньпин"),
        ("Приехал Ху Цзинтао.", "2007-02-08", "Ху Цзиньтао"),
        ("Вопрос задали Вень Дзябао.", "2007-02-08", "Вэнь Цзябао"),
        ("Приехал Ян Дзечи.", "2011-02-08", "Ян Цзечи"),
        ("Приехал Цзян Цземинь.", "2001-02-08", "Цзян Цзэминь"),
        ("Приехал Цзян Цземинь.", "2009-02-08", "Цзян Цземинь"),
        ("Приехал Чжан Хан Хуэй.", "2024-02-08", "Чжан Ханьхуэй"),
        ("ПРИЕХАЛ СИ ЦЗИНЬПИН И ПРИВЕТСТВОВАЛ ГОСТЕЙ ФОРУМА", "2024-02-08", "Си Цзиньпин"),
    ],
)
def test_the_known_are_known_misspelt(analyse: Analyse, text: str, day: str, name: str) -> None:
    (mention,) = [m for m in analyse(text, day).mentions if m.type == "PER"]
    assert mention.actor is not None
    assert mention.name == name
