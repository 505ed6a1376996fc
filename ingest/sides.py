"""Whether a text speaks of both sides, for feeds that carry all the world's news."""

import re
from functools import cache
from pathlib import Path

import yaml

from relations.folding import fold

_FILE = Path(__file__).parent / "data" / "sides.yaml"


def speaks_of_both(text: str) -> bool:
    """Whether words for both Russia and China stand in the text."""
    folded = fold(text)
    return all(words.search(folded) for words in _words())


@cache
def _words() -> list[re.Pattern[str]]:
    sides: dict[str, list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return [re.compile(rf"\b(?:{'|'.join(beginnings)})") for beginnings in sides.values()]
