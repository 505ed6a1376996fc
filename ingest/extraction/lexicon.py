"""Reads the language data beside this module, and makes patterns of its word lists."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml

try:
    from yaml import CSafeLoader as SafeLoader  # ten times as fast, where PyYAML came with libyaml
except ImportError:
    from yaml import SafeLoader

DATA = Path(__file__).parent / "data"
Name = TypeVar("Name")


@cache
def load(name: str) -> Any:
    """The content of `data/<name>.yaml`."""
    return read(DATA / f"{name}.yaml")


def read(path: Path) -> Any:
    """The content of a YAML file."""
    return yaml.load(path.read_text(encoding="utf-8"), SafeLoader)


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """One expression for a list of phrases: "газопровод*" is any word that begins so, spaces any gap, е also ё.

    An empty list matches nothing. What phrases begin with alike is written once: a place in a text is then held
    against a few letters, not against hundreds of phrases one by one.
    """
    ordered = [_phrase(phrase) for phrase in sorted(phrases, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{_branches(ordered)})(?!\w)" if ordered else r"(?!)", re.IGNORECASE)


_GAP, _ANY_END = r"[\s«»„“”\"]+", r"[\w-]*"


def _phrase(phrase: str) -> tuple[str, ...]:
    """A phrase as the expressions of its letters, one an item."""
    letters = {" ": _GAP, "*": _ANY_END, "е": "[её]"}
    return tuple(letters.get(char) or re.escape(char) for char in " ".join(phrase.split()).lower())


def _branches(phrases: Sequence[tuple[str, ...]]) -> str:
    """The phrases as alternatives, each tried in the order given, with common beginnings drawn together.

    Phrases that begin with different letters never match at one place, so only those that begin alike must keep
    their order; an open end ("газ*") can match what others begin with, and keeps its place among all.
    """
    alternatives: list[str] = []
    groups: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        if phrase and phrase[0] != _ANY_END:
            groups.setdefault(phrase[0], []).append(phrase[1:])
        else:
            alternatives += _written(groups)
            alternatives.append("".join(phrase))
            groups = {}
    alternatives += _written(groups)
    return alternatives[0] if len(alternatives) == 1 else f"(?:{'|'.join(alternatives)})"


def _written(groups: Mapping[str, Sequence[tuple[str, ...]]]) -> list[str]:
    return [letter + _branches(list(dict.fromkeys(rest))) for letter, rest in groups.items()]


class WordLists(Generic[Name]):
    """Several lists of phrases (as for `pattern`) looked for in one pass.

    Each word of a text is held only against the lists that have a phrase beginning with its first letters.
    """

    def __init__(self, lists: Mapping[Name, Iterable[str]]) -> None:
        self._patterns = [(name, pattern(phrases)) for name, phrases in lists.items()]
        self._beginnings: dict[str, set[int]] = {}
        for number, phrases in enumerate(lists.values()):
            for phrase in phrases:
                beginning = _BEGINNING.match(phrase)[0].lower().replace("ё", "е")
                self._beginnings.setdefault(beginning, set()).add(number)
        self._candidates = lru_cache(maxsize=50_000)(self._candidates_of)

    def find(self, text: str, start: int = 0, end: int | None = None) -> dict[Name, list[re.Match[str]]]:
        """What each list's pattern finds in `text[start:end]`, in the order of the text; only lists that find any."""
        end = len(text) if end is None else end
        found: dict[Name, list[re.Match[str]]] = {}
        for word in _WORD_START.finditer(text, start, end):
            for name, expression in self._candidates(word[1]):
                matches = found.get(name)
                if matches and matches[-1].end() > word.start():
                    continue
                if match := expression.match(text, word.start(), end):
                    found.setdefault(name, []).append(match)
        return found

    def _candidates_of(self, letters: str) -> list[tuple[Name, re.Pattern[str]]]:
        folded = letters.lower().replace("ё", "е")
        numbers = {number for size in range(_LETTERS + 1) for number in self._beginnings.get(folded[:size], ())}
        return [self._patterns[number] for number in sorted(numbers)]


_LETTERS = 6  # of a word's beginning: fewer leave more lists to be tried, more make no difference
_BEGINNING = re.compile(rf"[^\s*]{{0,{_LETTERS}}}")
_WORD_START = re.compile(rf"(?<!\w)(?=(\S{{1,{_LETTERS}}}))")
