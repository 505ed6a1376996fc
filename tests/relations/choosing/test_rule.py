"""The rule by which one of several values is shown: official before exact before often told, and nothing by chance."""

from itertools import permutations
from typing import Any

import pytest

from relations.choosing.rule import choose
from relations.choosing.sources import sources_of
from tests.relations.choosing.voices import CONTACT, DAILY, KREMLIN, TASS, XINHUA, report

Said = tuple[Any, float, Any]


def _say(value: Any, exactness: float = 0, by: Any = DAILY, **more: Any) -> Said:
    """Who says what, and how exactly: less is more exact."""
    return value, exactness, sources_of([report(CONTACT, by, **more)])[0]


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ([], (None, "")),
        ([_say(None), _say(None)], (None, "")),
        ([_say("a")], ("a", "only")),
        ([_say("a"), _say("a"), _say(None)], ("a", "only")),
        ([_say("a", 5, KREMLIN), _say("b"), _say("b", by=TASS)], ("a", "official")),
        ([_say("a", 1), _say("a", 1, TASS), _say("b", 0, XINHUA)], ("b", "precision")),
        ([_say("b"), _say("a", by=TASS), _say("b", by=XINHUA)], ("b", "origins")),
        ([_say("b"), _say("a", by=TASS)], ("a", "order")),
        ([_say("b", relay=["CCTV"]), _say("b", by=TASS, relay=["CCTV"]), _say("a", by=XINHUA)], ("a", "order")),
    ],
    ids=[
        "nobody",
        "nobody says it",
        "one",
        "all agree",
        "an official source",
        "the more exact",
        "more origins",
        "the value itself",
        "relays of one origin count once",
    ],
)
def test_the_value_and_why(said: list[Said], chosen: tuple[Any, str]) -> None:
    for order in permutations(said):
        assert choose(order) == chosen
