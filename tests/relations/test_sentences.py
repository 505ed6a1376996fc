"""Where paragraphs and sentences stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.sentences import LONGEST, paragraph_bounds, sentence_bounds, sentences_around

TEXT = "Первое слово. Второе слово сказано.\n\n  Абзац с отступом.Склеенный с другим.\nКонец"


def sentences(text: str) -> list[str]:
    return [text[s:e] for bounds in paragraph_bounds(text) for s, e in sentence_bounds(text, *bounds)]


def test_sentences_are_told_apart_also_where_paragraphs_were_glued() -> None:
    assert sentences(TEXT) == [
        "Первое слово.",
        "Второе слово сказано.",
        "Абзац с отступом.",
        "Склеенный с другим.",
        "Конец",
    ]


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("слово сказано", "Второе слово сказано."),
        ("слово. Второе", "Первое слово. Второе слово сказано."),
        ("другим.\nКо", "Склеенный с другим.\nКонец"),
    ],
)
def test_a_passage_grows_to_whole_sentences(marked: str, whole: str) -> None:
    at = TEXT.index(marked)
    start, end = sentences_around(TEXT, at, at + len(marked))
    assert TEXT[start:end] == whole


def test_an_endless_paragraph_is_taken_in_parts() -> None:
    assert len(sentences("слово " * LONGEST)) == 6


@given(st.text(alphabet="абВ .!?…«»\n\t-", max_size=200))
def test_sentences_follow_one_another_within_the_text(text: str) -> None:
    at = 0
    for bounds in paragraph_bounds(text):
        for start, end in sentence_bounds(text, *bounds):
            assert at <= start < end <= len(text)
            assert text[start:end].strip()
            at = end
