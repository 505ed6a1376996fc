"""What stands between quotation marks."""

import pytest

from ingest.extraction.positions.quotations import find_quotations


def words_of(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«Да», — сказал он.", ["Да"]),
        ('"Да", — сказал он. "Нет".', ["Да", "Нет"]),
        ("“Да”, „нет“.", ["Да", "нет"]),
        ("Порт «Восточный» и порт «Ванино».", ["Восточный", "Ванино"]),
    ],
)
def test_each_kind_of_marks_is_known(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_the_outermost_marks_count() -> None:
    assert words_of("«Проект «Сила Сибири» идёт»") == ["Проект «Сила Сибири» идёт"]


def test_a_quotation_goes_on_over_sentences() -> None:
    assert words_of("«Мы готовы. Начнём завтра.»") == ["Мы готовы. Начнём завтра"]


def test_an_inner_closing_mark_is_kept() -> None:
    assert words_of("«Строим «Силу Сибири»», — сказали в компании.") == ["Строим «Силу Сибири»"]


def test_a_missing_mark_ends_with_its_paragraph() -> None:
    assert words_of("«Открыто.\n«Закрыто».") == ["Закрыто"]


def test_marks_around_nothing_are_no_quotation() -> None:
    assert words_of("«» и “ ”") == []


def test_a_text_of_marks_alone_is_read() -> None:
    assert words_of("«" * 500) == []
