"""Which way words lean that no list has: as the listed words do that news uses alike.

The vectors are navec's (the ones that Natasha's networks read with): words that stand in like surroundings point alike.
A stance's direction goes from the words of the language at large to those that `data/stance.yaml` lists for it
(the method of SemAxis, An, Kwak and Ahn 2018). Nothing here was learned from annotated positions.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np

from ingest.extraction.lexicon import load
from ingest.extraction.networks import word_vectors

_STANCES = {"support": ("strong",), "oppose": ("strong", "middling")}
_WORD = re.compile(r"[а-я]{3,}")
_USUAL = (0.9, 0.2)  # leanings of what is neither, in news of this field
_FEW = 3  # words; a text of no more says little
_EVERY = 61  # of the vocabulary's words in the order of the alphabet, this one stands for the language at large

Array = np.ndarray[Any, Any]


def leanings(text: str) -> tuple[float, float]:
    """How much more than other news the words of the text lean to support and to opposition, on average.

    In the units of the vectors: warm diplomatic prose comes to about 0.4 and 0.3, a report of deliveries to -0.2 each.
    The fewer words there are, the nearer to nought.
    """
    words = _WORD.findall(text.lower().replace("ё", "е"))
    found = [lean for word in words if (lean := _lean_of(word)) is not None]
    size = len(found) + _FEW
    support, oppose = (sum(lean[side] - _USUAL[side] for lean in found) / size for side in (0, 1))
    return support, oppose


@lru_cache(maxsize=20_000)
def _lean_of(word: str) -> tuple[float, float] | None:
    vectors = word_vectors()
    if word not in vectors:
        return None
    support, oppose = _directions() @ vectors[word]
    return float(support), float(oppose)


@cache
def _directions() -> Array:
    """A row for each stance."""
    vectors = word_vectors()
    words = sorted(word for word in vectors.vocab.words if _WORD.fullmatch(word))
    at_large = _mean(words[::_EVERY])
    return np.stack([_mean(_listed(words, stance)) - at_large for stance in _STANCES])


def _mean(words: Iterable[str]) -> Array:
    vectors = word_vectors()
    return np.mean([vectors[word] for word in words], axis=0)


def _listed(words: Sequence[str], stance: str) -> Iterator[str]:
    """The words of the vocabulary that the single words of a stance's lists stand for; phrases left out."""
    for strength in _STANCES[stance]:
        for entry in load("stance")[stance][strength]:
            stem = entry.rstrip("*")
            if " " in stem:
                continue
            end = stem + "\uffff" if entry.endswith("*") else stem + "\0"
            yield from words[bisect_left(words, stem) : bisect_left(words, end)]
