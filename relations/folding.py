"""Text folded for comparison: SQLite's own `lower()` and `icontains` know no Cyrillic case."""

import unicodedata


def fold(text: str) -> str:
    """NFC, casefolded, ё as е, runs of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("ё", "е").split())
