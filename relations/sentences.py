"""Where the paragraphs and sentences of a text stand."""

import re
from collections.abc import Iterator

from razdel import sentenize

# Some outlets glue paragraphs: "… сказал он.Ранее …" are two sentences as well.
GLUED = re.compile(r"(?<=[а-яё»)][.!?…])(?=[«А-ЯЁ])")
# A longer paragraph is no prose; it is taken in parts.
LONGEST = 20_000


def paragraph_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph that is not empty."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)


def sentence_bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of the paragraph `text[start:end]`."""
    for first in range(start, end, LONGEST):
        for sentence in sentenize(text[first : min(first + LONGEST, end)]):
            at = first + sentence.start
            for part in GLUED.split(sentence.text):
                if part.strip():
                    yield at, at + len(part)
                at += len(part)


def sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    """From the beginning of the sentence in which a passage begins to the end of the one in which it ends."""
    touched = [
        (first, last)
        for paragraph in paragraph_bounds(text)
        if paragraph[0] < end and paragraph[1] > start
        for first, last in sentence_bounds(text, *paragraph)
        if first < end and last > start
    ]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)
