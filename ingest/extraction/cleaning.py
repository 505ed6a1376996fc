"""Makes a text fit for the models without moving a single offset: each character stays one character."""

import re
import unicodedata

from ingest.extraction.names import analyses, fold, is_chinese, syllables

# Latin letters that look like Cyrillic ones; replaced only inside words that have Cyrillic letters too.
_LOOKALIKES = str.maketrans("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху")
_MIXED_WORD = re.compile(r"(?<![^\W\d_])(?=[^\W\d_]*[А-Яа-яЁё])(?=[^\W\d_]*[A-Za-z])[^\W\d_]+")
_MIXED = re.compile(r"[A-Za-z][^\WA-Za-z\d_]|[^\WA-Za-z\d_][A-Za-z]")  # a quick sign of such a word
_CAPITALS = re.compile(r"(?<![А-ЯЁ])[А-ЯЁ]{2,}(?:[\s,–—:«»\"-]+[А-ЯЁ]{1,}){3,}")


def _plain(char: str) -> str:
    if char == "\n" or char == "\t":
        return char
    if char in "−‒‐‑":  # a minus or a hyphen for a dash, a hyphen that does not break
        return "–" if char in "−‒" else "-"
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Cs", "Co", "Cn"):  # soft hyphens, zero-width joiners, controls
        return " "
    return " " if category == "Zs" else char


def clean(text: str) -> str:
    """Invisible characters and odd spaces as blanks, look-alike letters as Cyrillic; same length as `text`."""
    if odd := {char for char in set(text) if _plain(char) != char}:
        text = text.translate({ord(char): _plain(char) for char in odd})
    if _MIXED.search(text):
        text = _MIXED_WORD.sub(lambda match: match[0].translate(_LOOKALIKES), text)
    return _CAPITALS.sub(lambda match: _recased(match), text)


def _recased(match: re.Match[str]) -> str:
    """Words in capitals as a sentence has them: ordinary ones small, abbreviations left, all others as names."""
    pieces = re.findall(r"[А-ЯЁ]+|[^А-ЯЁ]+", match[0])
    words = [piece for piece in pieces if piece.isupper()]
    following = dict(zip(range(len(words)), [*words[1:], ""], strict=True))
    parts, at = [], 0
    for piece in pieces:
        if piece.isupper():
            parts.append(_recased_word(piece, words[at - 1] if at else "", following[at]))
            at += 1
        else:
            parts.append(piece)
    text = "".join(parts)
    opens = match.string[max(0, match.start() - 4) : match.start()].rstrip(' «"—-')[-1:] in (
        "",
        ".",
        "!",
        "?",
        ":",
        "\n",
    )
    return text[:1].upper() + text[1:] if opens else text


def _recased_word(word: str, before: str, after: str) -> str:
    if len(word) == 1:  # the «И» of «Ван И» is no conjunction
        return word if word == "И" and _is_family_name(before) else word.lower()
    if _is_family_name(word) and after and (after == "И" or (is_chinese(after) and not _is_word(after))):
        return word.capitalize()
    if any("Abbr" in parse.tag for parse in analyses(word)) and not _is_word(word):
        return word
    return word.lower() if _is_word(word) else word.capitalize()


def _is_word(word: str) -> bool:
    """Whether the likeliest reading of a word is no name."""
    likeliest = analyses(word.lower())[0]
    names = {"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"}
    return likeliest.is_known and not names & likeliest.tag.grammemes


def _is_family_name(word: str) -> bool:
    """Whether a word can be a Chinese family name: one syllable."""
    return fold(word) in syllables()
