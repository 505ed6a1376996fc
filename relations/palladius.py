"""Chinese names from Russian letters into Latin ones: Палладий to pinyin."""

from functools import cache
from pathlib import Path

import yaml

DATA = Path(__file__).parent / "data" / "palladius.yaml"


@cache
def table() -> dict[str, str]:
    """Russian syllable to pinyin syllable; the sources are named in the file."""
    return yaml.safe_load(DATA.read_text(encoding="utf-8"))


def pinyin(name: str) -> str:
    """«Чжан Ханьхуэй» as "Zhang Hanhui"; an empty string where a word is not made of Chinese syllables."""
    words = [_word(word) for word in name.replace("-", "").split()]
    return " ".join(words) if words and all(words) else ""


def _word(word: str) -> str:
    latin = ""
    for part in word.casefold().replace("ё", "е").split("ъ"):  # the hard sign parts syllables: Чанъэ is chang-e
        syllables = _syllables(part)
        if not syllables:
            return ""
        for syllable in syllables:
            latin += "'" + syllable if latin and syllable[0] in "aeo" else syllable
    return latin[:1].upper() + latin[1:]


def _syllables(word: str) -> list[str]:
    """The pinyin syllables of a word, long Russian syllables tried first; empty where it cannot be divided."""
    for size in range(min(6, len(word)), 0, -1):
        latin, rest = table().get(word[:size]), word[size:]
        if not latin or (rest and word[size - 1] == "н" and rest[0] in "аеиоуэюя"):  # Хунин is hu-ning, not hong-ying
            continue
        following = _syllables(rest)
        if following or not rest:
            return [latin, *following]
    return []
