"""What is Russian, at least in part. The sentences are written for these tests."""

import pytest

from ingest.extraction.language import is_russian

ENGLISH = "The ambassadors met on Thursday and spoke of trade, transport and tourism. " * 4


@pytest.mark.parametrize(
    "text",
    [
        "Китай",
        "Послы встретились.",
        "ВАН И ПРИБЫЛ В МОСКВУ",
        "послы встретились в четверг без единого знака препинания и долго говорили",
        ENGLISH + "Послы обсудили торговлю, транспорт и поездки туристов. " + ENGLISH,
    ],
)
def test_russian_even_in_part(text: str) -> None:
    assert is_russian(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024: 5 + 6 = 11 😀",
        "жщфх ъыцц шщгкн",
        "а" * 100_000,
        ENGLISH,
        ENGLISH + "Китай " + ENGLISH,
        "两国大使星期四举行会谈，讨论贸易、交通和旅游问题。" * 5,
        "Посли зустрілися в четвер і обговорили торгівлю, перевезення та поїздки туристів між двома країнами.",
        "Посланиците се срещнаха в четвъртък и обсъдиха търговията, превозите и пътуванията на туристите.",
        "Амбасадори су се састали у четвртак и разговарали о трговини, превозу и путовањима туриста између земаља.",
    ],
)
def test_not_russian(text: str) -> None:
    assert not is_russian(text)
