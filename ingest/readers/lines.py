"""Lines that a page's width broke, joined into paragraphs again: a sentence cut in two is read as two."""

import itertools
import re

_HYPHENATED = re.compile(r"(?<=[а-яёa-z])[-\u00ad]\n(?=[а-яёa-z])")
_PARAGRAPH = re.compile(r"\n[ \t]*\n+")
# A line clearly shorter than the page is wide ends its paragraph, if a sentence ends there or a new one begins after.
SHORT = 0.85
_ENDED = (".", "!", "?", "…", "»", '"', ":", ";")


def unwrapped(text: str) -> str:
    """The text with a paragraph a line; empty lines between paragraphs are kept as they are."""
    return "\n\n".join(_joined(block) for block in _PARAGRAPH.split(text.replace("\r\n", "\n")) if block.strip())


def _joined(block: str) -> str:
    lines = [line.strip() for line in _HYPHENATED.sub("", block).splitlines() if line.strip()]
    width = max(map(len, lines))
    made = lines[0]
    for before, line in itertools.pairwise(lines):
        ends = len(before) < SHORT * width and (before.endswith(_ENDED) or line[0].isupper())
        made += ("\n" if ends else " ") + line
    return made
