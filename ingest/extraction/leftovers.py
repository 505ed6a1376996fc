"""What a reader of the page does not see, taken out of a text, with the way back to the text as given.

Soft hyphens, zero-width signs, stress marks, letters in two parts, HTML tags and entities hide words from the
dictionary and the networks, and long runs of blanks cost time, so they go before anything is read; each character
that stays remembers where it stood.
"""

import html
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

_TAG = r"<(?:/?[A-Za-z]|!--)[^<>]{0,300}>"
_LEFTOVER = re.compile(
    r"(?:\u00ad\n?|[\u200c-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]|"
    r"\u200b(?![А-ЯЁ])|(?<=[А-Яа-яЁё])[\u0300\u0301])|"
    r"(?:[ИиЕе][\u0306\u0308])|"
    rf"(?P<tags>(?:{_TAG}\s*)+)|"
    r"(?P<entity>&(?:[A-Za-z]{2,8}|\#\d{1,6}|\#[xX][0-9A-Fa-f]{1,5});)|"
    r"(?P<gap>\s{4,})"
)
_LETTERS = {"И\u0306": "Й", "и\u0306": "й", "Е\u0308": "Ё", "е\u0308": "ё"}
_BLOCK = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|table|td|th|blockquote|section|article|hr)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as seen; character number n is `given[starts[n]:ends[n]]` of the text as given."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def without_leftovers(given: str) -> Seen:
    """The text as its reader sees it."""
    parts: list[str] = []
    starts, ends = array("I"), array("I")
    at = 0
    for match in _LEFTOVER.finditer(given):
        sign = _seen(match)
        parts += given[at : match.start()], sign
        starts.extend(range(at, match.start()))
        ends.extend(range(at + 1, match.start() + 1))
        if sign:
            starts.append(match.start())
            ends.append(match.end())
        at = match.end()
    if not parts:
        return Seen(given, range(len(given)), range(1, len(given) + 1))
    starts.extend(range(at, len(given)))
    ends.extend(range(at + 1, len(given) + 1))
    return Seen("".join([*parts, given[at:]]), starts, ends)


def _seen(match: re.Match[str]) -> str:
    """The one sign that stands for a leftover, if any: a line's end for tags that begin or end a block."""
    if match["tags"]:
        return "\n" if _BLOCK.search(match[0]) else re.sub(_TAG, "", match[0])[:1]
    if match["entity"]:
        sign = html.unescape(match[0])
        return sign if len(sign) == 1 else " "
    if match["gap"]:
        return "\n" if "\n" in match[0] else " "
    return _LETTERS.get(match[0], "")
