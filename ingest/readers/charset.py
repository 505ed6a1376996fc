"""Which charset a Russian text is in: byte-order mark, valid UTF-8, UTF-16 without a mark, then a guess."""

import codecs

import chardet

CYRILLIC = ("windows-1251", "koi8-r", "cp866", "iso-8859-5", "mac-cyrillic")  # all that the guess may answer
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes) -> str:
    """The text of `data`; what the charset has no letter for becomes U+FFFD."""
    return data.decode(charset_of(data), errors="replace")


def charset_of(data: bytes) -> str:
    """The name of the charset, as Python knows it."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if (wide := _utf16(data)) is not None:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        guess = chardet.detect(data, include_encodings=CYRILLIC, no_match_encoding=CYRILLIC[0])
        return guess["encoding"] or CYRILLIC[0]
    return "utf-8"


def _utf16(data: bytes) -> str | None:
    """UTF-16 that came without its mark: every second byte is one of two, Cyrillic's 4 and Latin's 0."""
    sample = data[:4000]
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(data) % 2 == 0 and b"\0" in high and sum(byte in (0, 4) for byte in high) > 0.9 * len(high):
            return name
    return None
