"""What a name by itself tells of its bearer: Chinese, Russian or nothing.

Russian prose leaves out whose minister it is where the minister is Russia's; with a foreign name it leaves the
country out too, because the text has given it elsewhere. So only a Russian name is taken for a Russian post.
"""

import re
from collections.abc import Sequence
from functools import cache

from ingest.extraction.document import Token
from ingest.extraction.lexicon import load
from ingest.extraction.names import fold, is_chinese_name, is_patronymic


@cache
def _given(kind: str) -> frozenset[str]:
    return frozenset(fold(name) for name in load("given_names")[kind])


@cache
def _family() -> re.Pattern[str]:
    return re.compile(r".{2,}(?:" + "|".join(load("given_names")["endings"]) + ")")


def side_of_name(words: Sequence[Token], name: str) -> str:
    """The side that the words of a person's name tell, or an empty string; `name` is the same in the nominative."""
    parts = [fold(part) for part in name.split() if not part.endswith(".")]
    if not parts:
        return ""
    given = {parts[0], parts[-1]}  # «Лавров Сергей» too
    slavic = any(_family().fullmatch(piece) for piece in re.split("[-‑]", name.split()[-1].casefold()))
    if any(is_patronymic(part) for part in parts[1:]) or given & _given("russian"):
        return "RU"
    if given & _given("shared"):
        return "RU" if slavic else ""
    if is_chinese_name([word for word in words if word.text[:1].isupper()]):
        return "CN"
    return "RU" if len(parts) == 1 and slavic else ""
