"""Places are named in the reader's language, where their names are known."""

import pytest
from django.utils import translation

from relations.places import place_name


@pytest.mark.parametrize(
    ("language", "place", "shown"),
    [("en", "Пекин", "Beijing"), ("ru", "Пекин", "Пекин"), ("en", "Кукуево", "Кукуево"), ("en", "", "")],
)
def test_a_place_is_named_in_the_readers_language(language: str, place: str, shown: str) -> None:
    with translation.override(language):
        assert place_name(place) == shown
