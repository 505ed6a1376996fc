"""Makes a text fit for the models without moving a single offset: each character stays one character."""

import re
import unicodedata

# Latin letters that look like Cyrillic ones; replaced only inside words that have Cyrillic letters too.
_LOOKALIKES = str.maketrans("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху")
_MIXED_WORD = re.compile(r"(?<![^\W\d_])(?=[^\W\d_]*[А-Яа-яЁё])(?=[^\W\d_]*[A-Za-z])[^\W\d_]+")
_CAPITALS = re.compile(r"(?<![А-ЯЁ])[А-ЯЁ]{2,}(?:[\s,–—:«»\"-]+[А-ЯЁ]{1,}){3,}")


def _plain(char: str) -> str:
    if char == "\n" or char == "\t":
        return char
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Cs", "Co", "Cn"):  # soft hyphens, zero-width joiners, controls
        return " "
    return " " if category == "Zs" else char


def clean(text: str) -> str:
    """Invisible characters and odd spaces as blanks, look-alike letters as Cyrillic; same length as `text`."""
    if not text.isascii():
        odd = {char for char in set(text) if _plain(char) != char}
        if odd:
            text = text.translate({ord(char): _plain(char) for char in odd})
    text = _MIXED_WORD.sub(lambda match: match[0].translate(_LOOKALIKES), text)
    return _CAPITALS.sub(lambda match: match[0].title(), text)
