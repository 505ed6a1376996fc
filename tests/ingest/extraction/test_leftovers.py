"""A text as its reader sees it, and the way back to the text as given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extraction.leftovers import without_leftovers

PIECES = st.sampled_from(
    [
        "Китай",
        " ",
        "\n",
        "и\u0306",
        "\u00ad",
        "\u200b",
        "а\u0301",
        "<p>",
        "</p>",
        "<a href='x'>",
        "&laquo;",
        "&#171;",
        "<",
    ]
)


@pytest.mark.parametrize(
    ("given_text", "seen"),
    [
        ("Пред\u00adсе\u00ad\nдатель", "Председатель"),
        ("Си\u200b Цзинь\u200dпин", "Си Цзиньпин"),
        ("рос\u0301т торго\u0301вли", "рост торговли"),
        ("Китаи\u0306 и е\u0308лка", "Китай и ёлка"),
        ("<p>Послы</p><p>Министры</p>", "\nПослы\nМинистры\n"),
        ("Глава <b>МИД</b> <i>Китая</i>", "Глава МИД Китая"),
        ("&laquo;Газпром&raquo;&nbsp;и CNPC", "«Газпром»\u00a0и CNPC"),
        ("a < b & c > d; R&D", "a < b & c > d; R&D"),
        ("Послы    \n\n   встретились", "Послы\nвстретились"),
    ],
)
def test_what_nobody_sees_is_gone(given_text: str, seen: str) -> None:
    assert without_leftovers(given_text).text == seen


def test_a_plain_text_is_as_it_was() -> None:
    seen = without_leftovers("Послы встретились.")
    assert (seen.text, list(seen.starts), list(seen.ends)) == (
        "Послы встретились.",
        list(range(18)),
        list(range(1, 19)),
    )


@given(st.lists(PIECES, max_size=12).map("".join))
def test_each_sign_stands_where_it_is_said_to(text: str) -> None:
    seen = without_leftovers(text)

    assert len(seen.text) == len(seen.starts) == len(seen.ends)
    assert list(seen.starts) == sorted(set(seen.starts))
    for sign, start, end in zip(seen.text, seen.starts, seen.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert end - start > 1 or text[start] == sign
