"""Plain text in whatever charset Russian text comes in."""

import unicodedata
from collections.abc import Iterator

from ingest.readers.charset import charset_of, decode
from ingest.readers.draft import Draft, Limits, Unreadable

# How files begin that are no text, whatever their name says.
SIGNATURES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x1f\x8b",
    b"\x7fELF",
)
CONTROLS = 0.01  # a text has next to no control characters besides its line ends and tabs


def looks_binary(data: bytes) -> bool:
    """Whether the first bytes are those of a known kind of file that is no text."""
    return data.startswith(SIGNATURES)


def plain_text(data: bytes, declared: str = "") -> str:
    """The text of a plain text file; raises Unreadable if it is none."""
    if looks_binary(data):
        raise Unreadable("not_text")
    text = decode(data, declared)
    controls = sum(unicodedata.category(char) in ("Cc", "Cn", "Co") and char not in "\n\r\t\f" for char in text)
    if controls > CONTROLS * len(text):
        raise Unreadable("not_text")
    return text


def read_plain(data: bytes, limits: Limits) -> Iterator[Draft]:
    """One article: the whole text."""
    yield Draft(plain_text(data), charset=charset_of(data))
