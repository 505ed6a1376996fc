"""Wordings compared by their telling words."""

import pytest

from relations.merging.stems import stems, telling


def test_inflections_of_a_word_are_one_stem() -> None:
    assert stems("Торговля торговлей") == stems("торговле")


@pytest.mark.parametrize(
    ("wording", "other"),
    [
        ("твёрдо противостоять вмешательству извне", "решительно против внешнего вмешательства"),
        (
            "Россия благодарит КНР за содействие миру на Украине",
            "Москва благодарит Пекин, помогающий миру, украинскому",
        ),
    ],
    ids=["synonyms", "names of the sides"],
)
def test_paraphrases_share_most_of_what_they_tell(wording: str, other: str) -> None:
    a, b = telling(stems(wording)), telling(stems(other))
    assert len(a & b) / len(a | b) >= 0.5


def test_a_wording_of_silent_words_alone_is_compared_by_these() -> None:
    assert telling(stems("Китай готов")) != telling(stems("Россия должна"))
