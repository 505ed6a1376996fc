"""The period that a figure is counted over."""

import re
from dataclasses import dataclass, replace
from datetime import date

from ingest.extraction.dates import FoundDate
from ingest.extraction.dates.words import MONTH, fold, month_number
from ingest.extraction.document import Document, Sentence, Token
from ingest.extraction.trade.figures import Counted, at_number
from ingest.extraction.trade.spans import spans
from ingest.extraction.trade.words import (
    COMPARISON,
    MONTH_BEFORE,
    NOW,
    SAME_PERIOD,
    VAGUE,
    YEAR_BEFORE,
    YEAR_PAST,
    YEARLY,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A period told at tokens `first`..`last`; `value` as the guide writes it.

    `how` is "" for a date; without a value it is "earlier" ("годом ранее": the year before the
    period told last), "month earlier", "now" ("теперь": the period told last), "vague" ("в будущем") or
    "yearly" ("в год", which gives way to any other), "compared" ("чем в 2022 году", which is
    that of a number in the bracket behind it alone).
    """

    first: int
    last: int
    value: str | None
    how: str = ""
    same: bool = False  # "за аналогичный период 2024 года": the months told last, of this year
    listed: bool = False  # two months or years told one by one: "в июле и августе"


def as_period(found: FoundDate) -> str | None:
    """2023, 2023-11 or 2023-01/2023-11; None for days, which no figure is counted over."""
    when = found.when
    if when.date is None or len(when.date) == len(_DAY):
        return _months_between(when.date, when.date_end)
    if not when.date_end or when.date_end == when.date:
        return when.date
    whole_year = when.date[:4] == when.date_end[:4] and (when.date[4:], when.date_end[4:]) == ("-01", "-12")
    return when.date[:4] if whole_year else f"{when.date}/{when.date_end}"


_DAY = "2025-08-01"
_MONTH_LONG = 27  # a span of so many days is one of months: "с 1 марта по 1 июня"


def _months_between(start: str | None, end: str | None) -> str | None:
    """The months from one day to another; None for less than a month."""
    if not start or not end or len(end) != len(_DAY):
        return None
    if (date.fromisoformat(end) - date.fromisoformat(start)).days < _MONTH_LONG:
        return None
    first, last = start[:7], end[:7]
    if start.endswith("-01") and end.endswith("-01"):
        last = month_earlier(last) or last  # up to the first day of a month
    return first if first == last else f"{first}/{last}"


def year_earlier(period: str | None) -> str | None:
    """The same period of the year before."""
    if not period:
        return None
    return "/".join(f"{int(end[:4]) - 1}{end[4:]}" for end in period.split("/"))


def in_year(period: str | None, year: str) -> str:
    """The same months of another year; the year itself where no months are known."""
    if not period or len(period) == len(year):
        return year
    return "/".join(f"{year}{end[4:]}" for end in period.split("/"))


def month_earlier(period: str | None) -> str | None:
    """The month before a month; None for any other period."""
    if not period or len(period) != len("2025-08"):
        return None
    year, month = int(period[:4]), int(period[5:])
    return f"{year - (month == 1)}-{(month - 2) % 12 + 1:02}"


def periods(
    document: Document, sentence: Sentence, found: list[FoundDate], reference: date | None = None
) -> list[Told]:
    """What a sentence tells of periods, in the order of the text; dates of comparison are left out."""
    text = fold(document.text[sentence.start : sentence.end])
    told = []
    for how, pattern in (
        ("earlier", YEAR_BEFORE),
        ("month earlier", MONTH_BEFORE),
        ("now", NOW),
        ("vague", VAGUE),
        ("yearly", YEARLY),
    ):
        for match in pattern.finditer(text):
            compared = COMPARISON.search(text, 0, match.start()) or _COMPARED.search(text, 0, match.start())
            if not compared and not (how == "vague" and _RECORD.search(text, 0, match.start())):
                told.append(_told_at(sentence, match.start(), match.end(), how))
    for start, end, value in spans(text, reference):
        if not COMPARISON.search(text, 0, start):
            told.append(replace(_told_at(sentence, start, end, ""), value=value))
    for one in found:
        if one.kind == "occasion":
            continue
        begins = one.preposition in {"с", "со"} and one.kind == "date" and one.when.precision != "range"
        if begins and not _SET_AGAINST.search(text, 0, one.start - sentence.start):
            continue  # "с 2018 года" is when something begins
        value = as_period(one)
        overlaps = any(one.first <= other.last and other.first <= one.last for other in told)
        if value and not overlaps:
            before = text[: one.start - sentence.start]
            compared = (COMPARISON.search(before) and not _whose(sentence, one)) or (
                one.preposition in {"к", "ко"}
                and (YEAR_PAST.match(text, one.start - sentence.start) or _set_against(before, value, reference))
            )
            same = len(value) == len("2024") and bool(SAME_PERIOD.search(before))
            how = "compared" if compared else ""
            told.append(Told(one.first, one.last, value, how, same, _lists(sentence, one)))
    told = [_with_next_month(sentence, one) for one in told]
    return _with_months(sorted(told, key=lambda one: one.first))


def months_of(document: Document, sentence: Sentence, year: str, told: list[Told]) -> list[Told]:
    """ "в декабре" in an article without a date: the month of the year that was told before."""
    text = fold(document.text[sentence.start : sentence.end])
    found = []
    for match in _IN_MONTH.finditer(text):
        one = _told_at(sentence, match.start("month"), match.end("month"), "")
        taken = any(other.value and other.first <= one.last and one.first <= other.last for other in told)
        if not taken and not COMPARISON.search(text, 0, match.start()):
            found.append(replace(one, value=f"{year}-{month_number(match['month']):02}"))
    return sorted(told + found, key=lambda one: one.first)


def _whose(sentence: Sentence, found: FoundDate) -> bool:
    """ "результат 2022 года может превысить …": the subject's own year, not one to compare with."""
    noun = sentence.tokens[found.first - 1] if found.first else None
    measure = noun is not None and noun.lemma in {"результат", "показатель", "уровень", "итог"}
    return measure and noun.rel.startswith("nsubj")


def _lists(sentence: Sentence, found: FoundDate) -> bool:
    """ "в 2022 и 2023 годах", but not "с 2022 по 2023 год"."""
    return any(token.text.lower() == "и" for token in sentence.tokens[found.first : found.last + 1])


def _with_next_month(sentence: Sentence, told: Told) -> Told:
    """ "в июле и августе": from the first to the last of months told one by one."""
    if told.how or len(told.value or "") != len("2025-07"):
        return told
    last, month = told.last, int(told.value[5:])
    while True:
        link, name = sentence.tokens[last + 1 : last + 2], sentence.tokens[last + 2 : last + 3]
        following = bool(name) and link[0].text in {"и", ","} and _MONTH.fullmatch(fold(name[0].text))
        if not following or month_number(fold(name[0].text)) != month + 1:
            break
        last, month = last + 2, month + 1
    if last == told.last:
        return told
    return Told(told.first, last, f"{told.value}/{told.value[:4]}-{month:02}", listed=month == int(told.value[5:]) + 1)


_COMPARED = re.compile(r"сравнени[юи]\s+$")
# "впервые с 2005 года", "максимум с 2018 года": how long there was nothing like it.
_RECORD = re.compile(r"(?:впервые|максимум\w*|минимум\w*|пик\w*|рекорд\w*|больш\w+|низк\w+|высок\w+|крупн\w+)\s+$")
_SET_AGAINST = re.compile(r"сравнени[юи]\s+с\s*$")
_MONTH = re.compile(MONTH)
_IN_MONTH = re.compile(rf"(?<!\w)(?:в|за)\s+(?P<month>{MONTH})(?!\s*(?:\d|[-–—]|прошл|следующ|позапрош))")
_BY = re.compile(r"(?:%|процент\w*|проц\.?|раза?|вдвое|втрое|треть|четверть|половину)\s*(?:ко?\s+)?$")


def _set_against(before: str, value: str, reference: date | None) -> bool:
    """ "вырос на 2 % к 2023 году": the year that the change is reckoned from."""
    return bool(_BY.search(before)) and not is_ahead(value, reference)


def _with_months(told: list[Told]) -> list[Told]:
    """ "в прошлом году в июне" is one period, not two."""
    joined: list[Told] = []
    for one in told:
        before = joined[-1] if joined else None
        beside = before is not None and one.first - before.last <= 2 and one.how == before.how == ""
        if beside and len(before.value or "") == 4 and len(one.value or "") == 7 and before.value < one.value:
            joined[-1] = Told(before.first, one.last, f"{before.value}{one.value[4:]}")
        else:
            joined.append(one)
    return joined


def _told_at(sentence: Sentence, start: int, end: int, how: str) -> Told:
    inside = [t.index for t in sentence.tokens if t.start < sentence.start + end and sentence.start + start < t.end]
    return Told(inside[0], inside[-1], None, how)


def _of_other(sentence: Sentence, counted: Counted, told: Told) -> bool:
    """Whether "годом ранее" belongs to the number set against this one: "5 млрд против 4 млрд годом ранее"."""
    between = sentence.tokens[counted.last + 1 : told.first]
    return any(token.text.lower() == "против" or (token.pos == "NUM" and token.text[0].isdigit()) for token in between)


def _earlier_there(told: Told, counted: Counted, parts: list[int]) -> bool:
    """Whether "месяцем ранее" stands in another part: it is that of a number there."""
    return told.how.endswith("earlier") and parts[told.first] != counted.part


def _of_next(sentence: Sentence, counted: Counted, told: Told) -> bool:
    """Whether a period opens the next statement: "достиг 245 млрд, в этом году снизился", "5 млрд, в 2021 году — 4"."""
    between = [token.text for token in sentence.tokens[counted.last + 1 : told.first + 1]]
    if told.first <= counted.last or "," not in between[-3:]:
        return False
    following = sentence.tokens[told.last + 1 : told.last + 4]
    if following and following[0].text == ",":
        return False
    return any(token.pos == "VERB" or token.text in {"—", "–", "-"} for token in following)


_MARKS = {"сравнению", "против", "вместо", "после"}


def _of_compared(sentence: Sentence, counted: Counted, told: Told) -> bool:
    """Whether a period stands behind a number set against this one: "5 млн по сравнению с 4 млн в 2021 году"."""
    tokens = sentence.tokens[counted.last + 1 : told.first]
    between = [token.text.lower() for token in tokens]
    mark = next((place for place, token in enumerate(tokens) if _is_mark(sentence, token)), None)
    return mark is not None and any(text[0].isdigit() for text in between[mark:])


def _is_mark(sentence: Sentence, token: Token) -> bool:
    return token.text.lower() in _MARKS or at_number(sentence, token)


def _when(sentence: Sentence, told: Told, counted: Counted) -> bool:
    """ "по сравнению с 2022 годом, когда он составил 190 млрд": the clause's number is of the year compared with."""
    between = [token.text.lower() for token in sentence.tokens[told.last + 1 : counted.first]]
    return "когда" in between[:3]


def _set_beside(sentence: Sentence, told: Told, counted: Counted) -> bool:
    """ "больше, чем в 2023 году (70 млрд)", "… за аналогичный период — 4 млн", "против 9 млрд в 2024 году"."""
    if told.last < counted.first:
        between = {token.text.lower() for token in sentence.tokens[told.last + 1 : counted.first]}
        return bool(between & _OPENING) and between <= _OPENING | _FILLING
    between = {token.text.lower() for token in sentence.tokens[counted.last + 1 : told.first]}
    return counted.compared and len(between) <= _NEAR and "," not in between


_OPENING = {"—", "–", "-", "(", ":"}
_FILLING = {"г", ".", "года", "году", "тогда", "было", "около", "почти", "порядка", "примерно", "свыше", "более", "$"}
_NEAR = 5  # so many words lie between a number set against another and its period


def _of_bracket(sentence: Sentence, between: list[Token], told: Told) -> bool:
    """ "70 млрд (за июнь 2023 года было 66 млрд)": the bracket's period is that of its own number."""
    if not any(token.text == "(" for token in between):
        return False
    for token in sentence.tokens[told.last + 1 :]:
        if token.text == ")":
            return False
        if token.text[0].isdigit():
            return True
    return False


_LINKS = {"к", "ко", "в", "во", "за", "на", "по", "—", "–", "-", "(", "уже", "до", "итогам"}


def choose(sentence: Sentence, counted: Counted, told: list[Told], parts: list[int]) -> Told | None:
    """The period of a figure: one that follows it at once, else the nearest in its part, else before it, else after."""
    if counted.told is not None:
        return counted.told
    told = [one for one in told if not one.how.endswith("earlier") or not _of_other(sentence, counted, one)]
    told = [one for one in told if counted.compared or not _earlier_there(one, counted, parts)]
    bracket = [one for one in told if one.last == counted.beside]
    if bracket:
        return bracket[0]  # "в 2022 году (15 млрд кубометров)"
    when = [one for one in told if one.how == "compared" and _when(sentence, one, counted)]
    if when:
        return when[-1]
    behind = [one for one in told if one.how == "compared" and _set_beside(sentence, one, counted)]
    if behind:
        return behind[-1]
    told = [one for one in told if one.how != "compared"]
    if not counted.compared:
        told = [one for one in told if not _of_compared(sentence, counted, one)]
    told = [one for one in told if not _of_next(sentence, counted, one)]
    exact = [one for one in told if one.how != "yearly"] or told
    for one in exact:
        between = sentence.tokens[counted.last + 1 : one.first]
        if _of_bracket(sentence, between, one):
            continue
        if one.first > counted.last and len(between) <= 3 and all(t.text.lower() in _LINKS for t in between):
            return one

    exact = [one for one in exact if not _of_bracket(sentence, sentence.tokens[counted.last + 1 : one.first], one)]

    def away(one: Told) -> tuple[int, int]:
        apart = abs(parts[one.first] - counted.part)
        before = one.last < counted.first
        distance = counted.first - one.last if before else one.first - counted.last + 3
        return apart * 2 - before * (apart > 0), distance

    return min(exact, key=away, default=None)


def is_to_come(period: str | None, reference: date | None) -> bool:
    """Whether a period has not begun by the reference day."""
    if not period or not reference:
        return False
    start = period.split("/")[0]
    return start > reference.isoformat()[: len(start)]


def is_ahead(period: str | None, reference: date | None) -> bool:
    """Whether a period is not over on the reference day; unknown counts as ahead."""
    if not period or not reference:
        return bool(period)
    end = period.split("/")[-1]
    return end >= reference.isoformat()[: len(end)]
