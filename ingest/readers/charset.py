"""Which charset a Russian text is in: byte-order mark, UTF-16 without one, valid UTF-8, the declared one, a guess."""

import codecs
import re

import chardet

CYRILLIC = ("windows-1251", "koi8-r", "cp866", "iso-8859-5", "mac-cyrillic")  # all that the guess may answer
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# `<meta charset=koi8-r>`, `<meta … content="text/html; charset=koi8-r">`, `<?xml … encoding="koi8-r"?>`
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
DECLARED_WITHIN = 2048  # bytes: browsers look no further


def decode(data: bytes, declared: str = "") -> str:
    """The text of `data`; what the charset has no letter for becomes U+FFFD."""
    return data.decode(charset_of(data, declared), errors="replace")


def charset_of(data: bytes, declared: str = "") -> str:
    """The name of the charset, as Python knows it; `declared` is what the file or its sender says it is."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if (wide := _utf16(data)) is not None:
        return wide
    for name in ("utf-8", declared):
        if _decodes(data, name):
            return name
    guess = chardet.detect(data, include_encodings=CYRILLIC, no_match_encoding=CYRILLIC[0])
    return guess["encoding"] or CYRILLIC[0]


def declared_in(markup: bytes) -> str:
    """The charset that HTML or XML names for itself; empty if it names none."""
    found = _DECLARED.search(markup[:DECLARED_WITHIN])
    return found[1].decode("ascii", "replace") if found else ""


def _decodes(data: bytes, name: str) -> bool:
    try:
        codec = codecs.lookup(name)
        return codec._is_text_encoding and bool(data.decode(name) or True)
    except (LookupError, UnicodeError, ValueError):
        return False


def _utf16(data: bytes) -> str | None:
    """UTF-16 that came without its mark: every second byte is one of two, Cyrillic's 4 and Latin's 0."""
    sample = data[:4000]
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(data) % 2 == 0 and b"\0" in high and sum(byte in (0, 4) for byte in high) > 0.9 * len(high):
            return name
    return None
