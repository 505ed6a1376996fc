"""Whether a text is Russian, at least in part: the reader's models know no other language."""

import re
from functools import lru_cache
from itertools import islice

from ingest.extraction.names import vocabulary

WINDOW = 25  # words looked at together: a paragraph of Russian in a text of another language is enough
_SHORT = 8  # a last window of fewer words tells nothing, unless it is all there is
_FEW = 4  # Russian words that a window needs
_KNOWN = 0.55  # of a window's Cyrillic words: names fill some of a Russian one, neighbours' languages have less
_OTHERS = 0.1  # of a window's Cyrillic words may have letters that Russian has not
_LONGEST_WORD = 40
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_RUSSIAN = re.compile(r"[а-яё-]+")


def is_russian(text: str) -> bool:
    """Whether any stretch of the text is Russian; `text` without look-alike letters."""
    words = (match[0] for match in _WORD.finditer(text))
    window, is_first = list(islice(words, WINDOW)), True
    while window and (is_first or len(window) >= _SHORT):
        if _is_russian(window):
            return True
        window, is_first = list(islice(words, WINDOW)), False
    return False


def _is_russian(words: list[str]) -> bool:
    cyrillic = [word.lower() for word in words if _CYRILLIC.search(word)]
    russian = [word for word in cyrillic if _RUSSIAN.fullmatch(word)]
    known = sum(len(word) <= _LONGEST_WORD and _is_known(word) for word in russian)
    enough = known >= min(_FEW, len(words) / 2) and known >= _KNOWN * len(cyrillic)
    return known > 0 and enough and len(cyrillic) - len(russian) <= _OTHERS * len(cyrillic)


@lru_cache(maxsize=20_000)
def _is_known(word: str) -> bool:
    return vocabulary().word_is_known(word)
