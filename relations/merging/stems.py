"""Words compared by their stems, so that inflections, translations and paraphrases of one wording come together."""

import re
from functools import cache, lru_cache
from typing import Any

import snowballstemmer
import yaml

from relations.folding import fold
from relations.reference import DATA

# With fewer telling words than this, the words that tell nothing count too.
ENOUGH = 3
_STEMMER = snowballstemmer.stemmer("russian")


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return _STEMMER.stemWord(word)


def stems(text: str) -> list[str]:
    """The stems of the text's words of three letters or more, sorted, each once."""
    return sorted({_stem(word) for word in re.findall(r"\w{3,}", fold(text))})


def telling(found: list[str]) -> set[str]:
    """The stems that tell one statement from another: synonyms as one, without the words of every statement."""
    silent, same = _words()
    kept = {same.get(stem, stem) for stem in found} - silent
    return kept if len(kept) >= ENOUGH else set(found)


@cache
def words_about() -> dict[str, Any]:
    """What `wordings.yaml` says of words that tell what an event is about."""
    return yaml.safe_load((DATA / "wordings.yaml").read_text(encoding="utf-8"))["about"]


@cache
def _words() -> tuple[set[str], dict[str, str]]:
    data = yaml.safe_load((DATA / "wordings.yaml").read_text(encoding="utf-8"))
    silent = {_stem(fold(word)) for word in data["silent"]}
    same = {_stem(fold(word)): _stem(fold(group[0])) for group in data["alike"] for word in group}
    return silent, same
