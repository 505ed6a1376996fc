"""razdel's tokens, faster: what stands between two blanks is taken apart once and remembered.

razdel decides on each border between signs by looking at two of them on either side. Beyond a blank it looks in
one case only, where a joining sign is the first or the last between the blanks ("2024, 5", "кое- как"): such
pieces are taken apart together with their neighbours.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from razdel import tokenize
from razdel.segmenters.punct import DASHES

_PIECE = re.compile(r"\S+")
_LONGEST = 40  # characters of a piece that is worth remembering
_JOINING = re.escape(f"{DASHES}_.,/\\")
_OPEN = re.compile(rf"[{_JOINING}].|.*(?:.[{re.escape(DASHES)}_]|\d[.,/\\])\Z", re.DOTALL)

Words = tuple[tuple[int, int, str], ...]


def words_of(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, word) of each word and sign of a sentence."""
    pieces = list(_PIECE.finditer(text))
    for number, piece in enumerate(pieces):
        start = piece.start()
        if len(pieces) > 1 and _OPEN.match(piece[0]):
            yield from _among_neighbours(text, pieces, number)
        else:
            taken_apart = _remembered if len(piece[0]) <= _LONGEST else _taken_apart
            for left, right, word in taken_apart(piece[0]):
                yield start + left, start + right, word


def _taken_apart(piece: str) -> Words:
    return tuple((word.start, word.stop, word.text) for word in tokenize(piece))


_remembered = lru_cache(maxsize=50_000)(_taken_apart)


def _among_neighbours(text: str, pieces: list[re.Match[str]], number: int) -> Iterator[tuple[int, int, str]]:
    """The words of an open piece, with all that stands beside it in view."""
    start = pieces[max(0, number - 1)].start()
    piece, after = pieces[number], pieces[min(number + 1, len(pieces) - 1)]
    for left, right, word in _taken_apart(text[start : after.end()]):
        if piece.start() <= start + left < piece.end():
            yield start + left, start + right, word
