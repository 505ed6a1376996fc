"""The words of time from data/dates.yaml, as pieces of regular expressions and look-up tables.

Expressions are matched against folded text: lower case, ё as е (see `fold`).
"""

import re

from ingest.extraction.lexicon import load

_DATA = load("dates")


def fold(text: str) -> str:
    """Lower case with е for ё; as long as `text`, so that offsets hold."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters of other alphabets grow when lowered
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lower.replace("ё", "е")


def _month_pattern(entry: dict) -> str:
    return entry["stem"] + "(?:" + "|".join(entry["endings"]) + ")"


MONTHS = {
    number: re.compile(_month_pattern(entry) + "|" + "|".join([*entry["short"], "-"]))
    for number, entry in _DATA["months"].items()
}
WEEKDAYS = {number: re.compile(pattern) for number, pattern in _DATA["weekdays"].items()}
DAYS_FROM_TODAY: dict[str, int] = _DATA["days_from_today"]
SHIFTS: dict[str, int] = _DATA["shifts"]
NUMERALS: dict[str, int] = _DATA["numerals"]
ORDINALS: dict[str, int] = _DATA["ordinals"]
HOLIDAYS = {pattern: (month, day) for pattern, (month, day) in _DATA["holidays"].items()}
JUBILEES = {pattern: (year, month) for pattern, (year, month) in _DATA["jubilees"].items()}
MONTH_ADJECTIVES: dict[str, int] = _DATA["month_adjectives"]
MONTH_EVENTS: list[str] = _DATA["month_events"]
DAY_ORDINALS: dict[str, int] = _DATA["day_ordinals"]
WILL_BE = frozenset({"буду", "будешь", "будет", "будем", "будете", "будут"})  # tagged as present more often than not
SCHEDULED = frozenset(_DATA["scheduled"])
PLANS = frozenset(_DATA["plans"])

# Pieces of expressions; each stands in a group of its own when used.
MONTH = "(?:" + "|".join(_month_pattern(entry) for entry in _DATA["months"].values()) + r")(?!\w)"
MONTH_WORD = re.compile(MONTH)
MONTH_SHORT = "(?:" + "|".join(short for entry in _DATA["months"].values() for short in entry["short"]) + r")(?!\w)\.?"
WEEKDAY = "(?:" + "|".join(_DATA["weekdays"].values()) + r")(?!\w)"
SEASON = "(?:" + "|".join(_DATA["seasons"]) + r")(?!\w)"
DAY = r"(?<![\d.,:/-])(?:[0-2]?\d|3[01])(?:-?(?:го|е|ого|му|м))?(?![\w])"
DASH = r"\s*[-–—−]+\s*"
SHIFT = "(?:" + "|".join(stem if stem == "сего" else stem + r"\w{1,3}" for stem in SHIFTS) + ")"
_DECADE = r"(?!-?(?:х|е|ые|ых|ым|ми)(?!\w))"
YEAR_NUMBER = rf"(?<![\d.,-])(?:19|20)\d\d(?![\d]){_DECADE}(?:-?(?:го|м|й|ом|му|ый))?"
OF_YEAR = r"(?:г(?:ода|оду|од|одом)(?!\w)|гг?(?!\w)\.?)"
YEAR = rf"{YEAR_NUMBER}(?:\s*{OF_YEAR})?"
RELATIVE_YEAR = rf"(?:{SHIFT}\s+года|{SHIFT}\s+г\.|[ст]\.\s?г\.)"
YEAR_TAIL = rf"(?:,?\s+(?:(?P<year>{YEAR})|(?P<relative>{RELATIVE_YEAR})))?"
NUMERAL = r"(?:\d{1,2}|" + "|".join(NUMERALS) + r")(?!\w)"
ORDINAL = (
    r"(?:[1-4](?:-?(?:й|м|го|ом|ый|ая|ое|е))?|iv|iii|ii|i|" + "|".join(f"{s}\\w{{1,4}}" for s in ORDINALS) + r")(?!\w)"
)

# Signs without which some rules find nothing: quick to look for.
A_MONTH = "|".join(
    begin
    for entry in _DATA["months"].values()
    for begin in (
        [*entry["short"], entry["stem"]]
        if len(entry["stem"]) > 2
        else [entry["stem"] + ending for ending in entry["endings"]]
    )
)
A_WEEKDAY = "|".join(pattern.split("(")[0] for pattern in _DATA["weekdays"].values())
A_SEASON = "|".join(pattern.split("(")[0] for pattern in _DATA["seasons"])
A_YEAR = r"(?:19|20)\d\d"
A_DAY = "день|дн[ея]|сут"
EARLIER = "назад|ран(?:ее|ьше)"

# Anything that may begin a date; a sentence without it has none.
ANY_TIME = re.compile(
    r"\d|"
    + "|".join(entry["stem"] for entry in _DATA["months"].values() if len(entry["stem"]) > 2)
    + r"|\bма[йяюе]|"
    + r"недел|месяц|десятилет|\bгод|\bчас|того же|тем же|этот же|тот же|\bлет|квартал|полугод|полгода|выходн|накануне"
    + r"|\bден[ьи]|\bдн|сутк|суток|вчера|сегодня|завтра|"
    + "|".join(pattern.split("(")[0] for pattern in (*_DATA["weekdays"].values(), *_DATA["seasons"]))
)


def month_number(word: str) -> int:
    """1 to 12 for a folded month name or abbreviation in any case."""
    word = word.strip(" .")
    return next(number for number, pattern in MONTHS.items() if pattern.fullmatch(word))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a folded weekday in any case."""
    return next(number for number, pattern in WEEKDAYS.items() if pattern.fullmatch(word))


def number(word: str) -> int:
    """The value of a small cardinal in digits or words."""
    return int(word) if word.isdigit() else NUMERALS[word]


def ordinal(word: str) -> int:
    """1 to 4 for "1-й", "IV" or "первом" (folded)."""
    if word[0].isdigit():
        return int(word[0])
    roman = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
    return roman.get(word) or next(value for stem, value in ORDINALS.items() if word.startswith(stem))


def shift(words: str) -> int:
    """-2 to 1 for "прошлого года", "с. г." and the like: years, months or weeks from the present one."""
    if re.match(r"[ст]\.", words):
        return 0
    return next(value for stem, value in SHIFTS.items() if words.startswith(stem))
