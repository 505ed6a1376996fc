"""Reads the language data beside this module, and makes patterns of its word lists."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


@cache
def load(name: str) -> Any:
    """The content of `data/<name>.yaml`."""
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """One expression for a list of phrases: "газопровод*" is any word that begins so, spaces any gap, е also ё.

    An empty list matches nothing.
    """
    parts = [_phrase(phrase) for phrase in sorted(phrases, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)" if parts else r"(?!)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    words = (re.escape(word).replace(r"\*", r"[\w-]*").replace("е", "[её]") for word in phrase.split())
    return r"[\s«»„“”\"]+".join(words)
