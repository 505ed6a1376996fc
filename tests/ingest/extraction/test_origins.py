"""What a name tells of its bearer, and whom a post without a country is taken for."""

import pytest

from tests.ingest.extraction.conftest import Analyse


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Министр транспорта Виктор Кочетков выступил с докладом.", "RU"),
        ("Министр транспорта Юнь Хай выступил с докладом.", "CN"),
        ("Министр транспорта Кристоф Вернер выступил с докладом.", ""),
        ("Генерал Чарльз Миллиган выступил с докладом.", ""),
        ("Генерал Алексей Гросс выступил с докладом.", "RU"),
        ("Депутат Виктор Хольц выступил с докладом.", ""),
        ("Депутат Томас Петрович Хольц выступил с докладом.", "RU"),
        ("Посол Николас Бредли выступил с докладом.", ""),
        ("Министр Анна Крамп-Линдеманн выступила с докладом.", ""),
    ],
)
def test_a_post_of_state_without_a_country_is_russias_only_under_a_russian_name(
    analyse: Analyse, text: str, side: str
) -> None:
    (mention,) = [m for m in analyse(text).mentions if m.type == "PER"]
    assert (mention.side, mention.actor) == (side, None)


@pytest.mark.parametrize("country", ["Малайзии", "Норвегии", "Аргентины", "Египта"])
def test_the_minister_of_a_third_country_is_nobody_of_the_two(analyse: Analyse, country: str) -> None:
    document = analyse(f"Ван И прибыл в Москву. Министр иностранных дел {country} прибыл в Пекин.")
    (minister,) = [m for m in document.mentions if m.type == "PER" and m.sentence == 1]
    assert minister.side == "other"
