"""The words of a sentence are razdel's, however odd the sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from razdel import tokenize

from ingest.extraction.words import words_of

SIGNS = st.text("аБ5x ,.-–—_/\\!?…:)(«»\"'№%😀é", max_size=25)


def _of_razdel(text: str) -> list[tuple[int, int, str]]:
    return [(word.start, word.stop, word.text) for word in tokenize(text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Да.",
        "В 2024, 5 и 6 мая.",
        "кое- как",
        "кто -то",
        "3 .5",
        "( :) )",
        "в г.Пекине/Шанхае",
        "yahoo !",
        "а" * 100,
    ],
)
def test_words_are_those_of_razdel(text: str) -> None:
    assert list(words_of(text)) == _of_razdel(text)


@given(SIGNS)
def test_words_are_those_of_razdel_among_all_signs(text: str) -> None:
    assert list(words_of(text)) == _of_razdel(text)
