"""Finds what stands between quotation marks, over sentence ends, nesting and broken pairs included."""

import re
from dataclasses import dataclass

_OPENING, _CLOSING = "«„", "»"
_ALL_OPENING, _ALL_CLOSING = "«„“", "»”“"
_MARK = re.compile(r"[«»“”„\"]")
_WORD = re.compile(r"\w")
LONGEST = 6000  # characters: a pair further apart than this is two slips, not a quotation
_LONGEST_OVER = 2000  # characters of a quotation of several paragraphs
DEEPEST = 9  # quotations one in another; a row of opening marks is none, and must not be gone through for each


@dataclass(frozen=True, slots=True)
class Quotation:
    """Outermost marks at `open` and `close` (the closing mark itself); the words are `text[start:end]`."""

    open: int
    close: int
    start: int
    end: int


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations of each paragraph, in the order of the text.

    A mark that is never closed in its paragraph closes with the last closing mark there, or is no quotation.
    """
    found: list[Quotation] = []
    begin, pending = 0, None
    for line in text.split("\n"):
        end = begin + len(line)
        over = _over_paragraphs(text, pending, begin, end) if pending is not None else None
        here = _in_paragraph(text, over.close + 1 if over else begin, end)
        found += [over, *here] if over else here
        if over or here or _MARK.search(text, begin, end):
            pending = None
        pending = _left_open(text, begin, end, found) if pending is None else pending
        begin = end + 1
    return found


def _left_open(text: str, begin: int, end: int, found: list[Quotation]) -> int | None:
    """Where the last mark of a paragraph opens a quotation of which the paragraph has the beginning alone."""
    marks = [match.start() for match in _MARK.finditer(text, begin, end)]
    if not marks or _turn(text, marks[-1]) < 0 or (found and found[-1].close >= marks[-1]):
        return None
    return marks[-1]


def _over_paragraphs(text: str, opening: int, begin: int, end: int) -> Quotation | None:
    """The quotation that opened in a paragraph before and whose closing mark is the first mark of this one."""
    mark = _MARK.search(text, begin, end)
    if mark is None or _turn(text, mark.start()) > 0 or mark.start() - opening > _LONGEST_OVER:
        return None
    return _trimmed(text, opening, mark.start())


def _in_paragraph(text: str, begin: int, end: int) -> list[Quotation]:
    marks = [(match.start(), _turn(text, match.start())) for match in _MARK.finditer(text, begin, end)]
    found: list[Quotation] = []
    index = 0
    while index < len(marks):
        place, turn = marks[index]
        last = _closing(marks, index) if turn > 0 else None
        if last is None or marks[last][0] - place > LONGEST:
            index += 1
            continue
        last = _with_doubled(text, marks, last)
        quotation = _trimmed(text, place, marks[last][0])
        if quotation:
            found.append(quotation)
        index = last + 1
    return found


def _turn(text: str, place: int) -> int:
    """+1 for an opening mark, -1 for a closing one; marks that can be either open where a word follows a gap."""
    char = text[place]
    if char in _OPENING:
        return 1
    if char in _CLOSING:
        return -1
    if char == "”":
        return 1 if _gap_before(text, place) and not _gap_after(text, place) else -1
    if char == "“":
        return -1 if _gap_after(text, place) and not _gap_before(text, place) else 1
    return 1 if _gap_before(text, place) and not _gap_after(text, place) else -1


def _gap_before(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in " \t\n([—–-:" or text[place - 1] in _ALL_OPENING


def _gap_after(text: str, place: int) -> bool:
    return place + 1 >= len(text) or text[place + 1] in " \t\n.,;:!?)]—–" or text[place + 1] in _ALL_CLOSING


def _closing(marks: list[tuple[int, int]], opening: int) -> int | None:
    """The index of the mark that closes the pair; where one is missing, the last closing mark before the next pair."""
    depth, lowest = 0, None
    for index in range(opening, len(marks)):
        depth += marks[index][1]
        if depth == 0:
            return index
        if depth > DEEPEST:
            break
        if marks[index][1] < 0 and depth == 1 and lowest is None:
            lowest = index
    return lowest


def _with_doubled(text: str, marks: list[tuple[int, int]], last: int) -> int:
    """Takes in a closing mark doubled by another kind (»", »»)."""
    while last + 1 < len(marks) and marks[last + 1][0] == marks[last][0] + 1 and marks[last + 1][1] < 0:
        last += 1
    return last


def _trimmed(text: str, place: int, close: int) -> Quotation | None:
    start, end = place + 1, close
    while start < end and text[start] in " \t…":
        start += 1
    while end > start and text[end - 1] in " \t.,»”":
        end -= 1
    end = _with_inner_mark(text, start, end, close)
    return Quotation(place, close, start, end) if _WORD.search(text, start, end) else None


def _with_inner_mark(text: str, start: int, end: int, close: int) -> int:
    """Gives back a closing mark whose opening one is inside ("… «Сила Сибири»")."""
    inside = text[start:end]
    missing = sum(inside.count(c) for c in "«„") - inside.count("»")
    while missing > 0 and end < close and text[end] in _ALL_CLOSING:
        end, missing = end + 1, missing - 1
    return end
