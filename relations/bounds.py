"""Whether an article quotes a number as a lower bound: "more than 200 billion" is not contradicted by 240."""

import re
from functools import cache

import yaml

from relations.models import TradeReport
from relations.reference import DATA

# How many words may stand between the word that bounds and the number ("exceeded the mark of").
REACH = 5


def is_at_least(report: TradeReport) -> bool:
    """Whether a word before the number, in its own clause, says that it was surpassed."""
    words = report.values.get("words")
    if not words or words[0] < report.start:
        return False
    before = re.split(r"[\d,;:()«»—–]", report.article.text[report.start : words[0]])[-1].casefold()
    at_least, apart = _patterns()
    near = " ".join(apart.split(before)[-1].split()[-REACH:])
    return bool(at_least.search(near))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The beginnings of words that bound, and the words that stand apart."""
    data = yaml.safe_load((DATA / "bounds.yaml").read_text(encoding="utf-8"))
    at_least, conjunctions, giving = (
        "|".join(map(re.escape, data[name])) for name in ("at_least", "conjunctions", "giving")
    )
    return (
        re.compile(rf"(?<!\w)(?:{at_least})"),
        re.compile(rf"(?<!\w)(?:(?:{conjunctions})(?!\w)|(?:{giving})\w*)"),
    )
