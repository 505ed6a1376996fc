"""Finds the dates of a sentence: the rules in order, the first to claim a piece of text has it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date

from ingest.extraction.dates.dateline import find_dateline
from ingest.extraction.dates.days import DAY_RULES
from ingest.extraction.dates.found import FoundDate
from ingest.extraction.dates.months import MONTH_RULES
from ingest.extraction.dates.occasions import OCCASION_RULES, year_of_article
from ingest.extraction.dates.periods import PERIOD_RULES
from ingest.extraction.dates.reference import reference_day
from ingest.extraction.dates.rule import Setting
from ingest.extraction.dates.tense import lean
from ingest.extraction.dates.words import ANY_TIME, fold
from ingest.extraction.document import Document, Sentence
from relations.reading import ReadDate, Span

RULES = (DAY_RULES[0], DAY_RULES[1], DAY_RULES[2], *PERIOD_RULES, *DAY_RULES[3:], *MONTH_RULES, *OCCASION_RULES)
_SIGNS = {needs: re.compile(needs) for needs in dict.fromkeys(rule.needs for rule in RULES)}
_COMPARED = re.compile(
    r"(?:сравнении|сравнению|отношению|чем|против|относительно)\s+(?:с|со|к|в)?\s*$"
)  # of another year
_PREPOSITION = re.compile(r"(?:^|(?<=\s))(в|во|на|к|ко|до|с|со|по|за|после|от|из|через|ранее)\s+$")
_LEADING = re.compile(r"(?:в|во|на|к|ко|до|с|со|по|за|от|из|после)\s+(?=\S)")


def find_dates(document: Document, sentence: Sentence) -> list[FoundDate]:
    """The dates and periods of one sentence in the order of the text; all sentences are read on the first call."""
    if document.dates is None:
        document.dates = _read_all(document)
    return document.dates[sentence.index]


def _read_all(document: Document) -> list[list[FoundDate]]:
    reader = _Reader(document)
    return [reader.read(sentence) for sentence in document.sentences]


class _Reader:
    """Goes through an article in order and remembers the days and months named so far."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._reference = reference_day(document)
        self._year = None if self._reference else year_of_article(document.text)
        self._dateline = find_dateline(document.text)
        self._last_day: date | None = None
        self._last_day_at = -9  # the sentence that told it
        self._month_years: dict[int, tuple[int, int]] = {}  # month: its year as named, and in which sentence

    def read(self, sentence: Sentence) -> list[FoundDate]:
        text = fold(self._text[sentence.start : sentence.end])
        if not ANY_TIME.search(text):
            return []
        starts = [token.start - sentence.start for token in sentence.tokens]
        setting = self._setting(sentence, starts)
        claimed: list[tuple[int, int]] = []
        found: list[FoundDate] = []
        signs = {needs for needs, expression in _SIGNS.items() if expression.search(text)}
        for rule in RULES:
            if rule.needs not in signs:
                continue
            for match in rule.pattern.finditer(text):
                if any(match.start() < end and start < match.end() for start, end in claimed):
                    continue
                when = rule.resolve(match, setting)
                if when is None:
                    continue
                claimed.append(match.span())
                found.append(_found(match, when, rule.kind, sentence, starts, text))
                self._remember_year(match, found[-1], sentence.index)
        found = [self._filed(one) for one in sorted(found, key=lambda one: one.start)]
        self._remember_days(found, sentence.index)
        return found

    def _filed(self, found: FoundDate) -> FoundDate:
        """The dateline's own date is the day of filing, which only stands in for an event's: marked as inferred."""
        if self._dateline and found.start <= self._dateline.span.start < found.end:
            return replace(found, when=replace(found.when, inferred=True))
        return found

    def _setting(self, sentence: Sentence, starts: list[int]) -> Setting:
        def token_at(offset: int) -> int:
            return max(0, bisect_right(starts, offset) - 1)

        def genitive_after(offset: int) -> bool:
            following = bisect_left(starts, offset)
            return following < len(sentence.tokens) and sentence.tokens[following].feats.get("Case") == "Gen"

        def context_year(month: int) -> int | None:
            year, where = self._month_years.get(month, (self._year, -9))
            return year if sentence.index - where <= 2 else self._year

        return Setting(
            self._reference,
            lambda offset: lean(sentence, token_at(offset)),
            genitive_after,
            self._last_day,
            self._told_day(sentence.index),
            context_year,
        )

    def _remember_year(self, match: re.Match[str], found: FoundDate, sentence: int) -> None:
        date_told = found.when.date
        if _COMPARED.search(match.string, 0, match.start()):
            return
        if match.groupdict().get("year") and date_told and len(date_told) >= 7 and found.kind == "date":
            self._month_years[int(date_told[5:7])] = (int(date_told[:4]), sentence)

    def _told_day(self, sentence: int) -> date | None:
        recent = self._last_day if sentence - self._last_day_at <= 1 else None
        over = recent and (not self._reference or recent <= self._reference)
        return recent if over else self._reference

    def _remember_days(self, found: list[FoundDate], sentence: int) -> None:
        for one in found:
            if one.when.precision == "day":
                self._last_day, self._last_day_at = date.fromisoformat(one.when.date), sentence


def _found(
    match: re.Match[str], when: ReadDate, kind: str, sentence: Sentence, starts: list[int], text: str
) -> FoundDate:
    """A found date without the preposition that may lead its words."""
    start, end = match.span()
    leading = _LEADING.match(text, start, end)
    preposition = leading[0].strip() if leading else ""
    if leading and not re.match(r"(?:с|со|за)\s+(?:\d|\w+\s+по\s)", match[0]):
        start = leading.end()
    elif not leading:
        before = _PREPOSITION.search(text, max(0, start - 8), start)
        preposition = before[1] if before else ""
    while start < end and text[start] in " -–—":  # of a name's year
        start += 1
    while text[end - 1].isspace() or (text[end - 1] == "," and end > start + 1):
        end -= 1
    first = max(0, bisect_right(starts, start) - 1)
    last = max(first, bisect_left(starts, end) - 1)
    offset = sentence.start
    words = Span(start + offset, end + offset)
    return FoundDate(words.start, words.end, first, last, replace(when, words=words), kind, preposition)
