"""Words as they are indexed and looked for: the lemma of a Russian word, anything else folded."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from relations.folding import fold

_WORD = re.compile(r"[^\W_]+")
_RUSSIAN = re.compile(r"[а-я]+")
LONGEST = 40  # letters; longer runs are no words


def words_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each word of the text begins and ends, and its lemma."""
    for match in _WORD.finditer(text):
        if match.end() - match.start() <= LONGEST:
            yield match.start(), match.end(), lemma(match[0])


def lemmas_of(text: str) -> list[str]:
    """The lemmas of the text's words, in their order."""
    return [found for _, _, found in words_in(text)]


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The lemma: переговоров gives переговоры; the same form always gives the same one."""
    folded = fold(word)
    if not _RUSSIAN.fullmatch(folded):
        return folded
    return fold(_dictionary().parse(folded)[0].normal_form)


@cache
def _dictionary() -> Any:
    """pymorphy's dictionary, loaded with the first search or recording."""
    from natasha import MorphVocab  # imported first: it lets pymorphy run on Python 3.11 and later

    return MorphVocab()


@lru_cache(maxsize=10_000)
def lemmas_possible(word: str) -> tuple[str, ...]:
    """Every lemma that the word may have, the likeliest first."""
    folded = fold(word)
    if not _RUSSIAN.fullmatch(folded):
        return (folded,)
    return tuple(dict.fromkeys(fold(parse.normal_form) for parse in _dictionary().parse(folded)))
