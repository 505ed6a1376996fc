"""The words around the place where a search found something, with those that were asked for marked."""

from dataclasses import dataclass

from relations.search.lemmas import words_in

AROUND = 120  # characters shown before and after the first place
WORDS_READ = 20_000  # of a text, before its beginning is shown instead


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `is_asked` for words that were looked for. Plain text: the page escapes it."""

    text: str
    is_asked: bool = False


def snippet(text: str, runs: list[tuple[str, ...]]) -> list[Piece]:
    """The stretch of the text around the first run of lemmas found in it; its beginning where none is."""
    words = [word for word, _ in zip(words_in(text), range(WORDS_READ), strict=False)]
    lemmas = [lemma for _, _, lemma in words]
    places = [
        (words[at][0], words[at + len(run) - 1][1])
        for run in runs
        for at in range(len(lemmas) - len(run) + 1)
        if tuple(lemmas[at : at + len(run)]) == run
    ]
    places.sort()
    first = places[0][0] if places else 0
    start, end = _widened(text, max(0, first - AROUND), min(len(text), first + AROUND))
    return list(_cut(text, start, end, places))


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """To the edges of words."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _cut(text: str, start: int, end: int, places: list[tuple[int, int]]) -> list[Piece]:
    pieces, at = [Piece("… ")] if start else [], start
    for first, last in places:
        if first < at or last > end:
            continue
        pieces += [Piece(text[at:first]), Piece(text[first:last], is_asked=True)]
        at = last
    pieces += [Piece(text[at:end]), *([Piece(" …")] if end < len(text) else [])]
    return [piece for piece in pieces if piece.text]
