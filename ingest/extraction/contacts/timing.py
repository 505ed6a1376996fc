"""When an event was: the date in its clause, else what the article's own day allows."""

import re
from datetime import timedelta

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.draft import Draft, Trigger
from ingest.extraction.contacts.tying import tie
from ingest.extraction.dates import FoundDate, find_dateline, find_dates, reference_day
from ingest.extraction.document import Document, Sentence
from relations.reading import ReadDate

NEWS_SENTENCES = 3  # how far the news of the day goes without a date of its own
_OF_DAYS = ("visit", "meeting", "session", "call", "video")
_NAME_REACH = 8  # words within which an event's own name ends
_HEAD = 200  # characters that may hold a dateline
_FEW = 4  # sentences that a dateline may fall into
_LATELY = 31  # days
_TOLD_YEAR = re.compile(r"\d{4}|год|прошл|минувш|вчера|накануне|сегодня|недел")
_HOURS = 6  # sentences in which the hours of the article's day are told
_HOUR = re.compile(r"(?<![\w.])(?:в|к|около|на)\s+(?:[01]?\d|2[0-3])(?:[:.][0-5]\d(?!\d|[.%]\d|%)|\s+час)")
_WEEK = re.compile(r"\bнедел")


def end_of(document: Document, sentence: Sentence, trigger: Trigger) -> str | None:
    """The last day of what "продлится до 16 октября"."""
    for found in find_dates(document, sentence):
        last = found.when.date or ""
        bounds = found.preposition in ("до", "по") and len(last) == 10 and not found.when.date_end
        if bounds and tie(sentence, trigger, found):
            return last
    return None


def time_of(document: Document, sentence: Sentence, trigger: Trigger, status: str) -> ReadDate:
    """The date that the sentence gives to the trigger's event; unknown where it gives none."""
    dates = [found for found in find_dates(document, sentence) if found.when.date and _is_a_time(found)]
    if not dates:
        return _then(document, sentence, trigger)
    told_by = _occasion(document, trigger, dates, status)
    dates = [found for found in dates if found.kind != "occasion"]
    if trigger.format == "exercise" and _is_travelled(sentence, trigger):
        return told_by  # "14 мая вышел в море для участия в учениях": when it sailed
    if told_by.date and len(told_by.date) == 4 and len(dates) == 1 and len(dates[0].when.date or "") == 10:
        return _in_year(document, dates[0].when, told_by.date)  # "21 августа начаты учения «Взаимодействие-2015»"
    bounds = ("до", "к", "ко", "за")
    dates = [f for f in dates if (f.preposition not in bounds or _describes(sentence, f)) and not _is_last_day(f)]
    ranked = [
        ((rank, len(found.when.date or "") == 4, abs(found.first - trigger.token)), found)
        for found in dates
        if (rank := tie(sentence, trigger, found))
    ]
    if not ranked:
        return told_by
    best = min(ranked, key=lambda item: item[0])[1]
    return _with_year(document, as_told(document, best), [found for _, found in ranked])


def _describes(sentence: Sentence, found: FoundDate) -> bool:
    """ "к майской встрече": the preposition is the noun's."""
    token = sentence.tokens[found.first]
    return token.pos == "ADJ" and found.first == found.last and token.feats.get("Case") == "Dat"


def _occasion(document: Document, trigger: Trigger, dates: list[FoundDate], status: str) -> ReadDate:
    """ "учения «Взаимодействие-2015»", "посетил Москву в дни 80-летия Победы": where nothing nearer is told."""
    for found in dates:
        if found.kind != "occasion":
            continue
        named = len(found.when.date or "") == 4
        if named and status == "held" and this_year(document).date == found.when.date:
            continue
        if named and trigger.format in ("exercise", "forum") and 0 <= found.first - trigger.token <= _NAME_REACH:
            return found.when
        now = this_month(document).date == found.when.date and status == "held"
        if not named and trigger.format == "visit" and not now:
            return found.when
    return ReadDate()


def _is_travelled(sentence: Sentence, trigger: Trigger) -> bool:
    """Ships and troops that set out for manoeuvres or are back from them."""
    if trigger.verb < 0 or not ("участие" in trigger.link or trigger.link in ("с", "после")):
        return False
    lemma = sentence.tokens[trigger.verb].lemma
    return lexicon.VERBS.get(lemma) == "travel" or lemma in lexicon.RETURNS


def _then(document: Document, sentence: Sentence, trigger: Trigger) -> ReadDate:
    """ "Тогда стороны подписали", "министр тогда приехал в Москву": the time told in the sentence before."""
    near = sentence.children[trigger.verb] if trigger.verb >= 0 else ()
    then = sentence.tokens[0].lemma == "тогда" or any(sentence.tokens[c].lemma == "тогда" for c in near)
    if not sentence.index or not then:
        return ReadDate()
    before = [found for found in find_dates(document, document.sentences[sentence.index - 1]) if _is_a_time(found)]
    return before[0].when if len(before) == 1 else ReadDate()


def _in_year(document: Document, when: ReadDate, year: str) -> ReadDate:
    """A day of the year that the event's name tells, unless its own words tell another."""
    if not when.date or (when.words and _TOLD_YEAR.search(document.text[when.words.start : when.words.end].lower())):
        return when
    return ReadDate(year + when.date[4:], year + when.date_end[4:] if when.date_end else None, when.words)


def _is_last_day(found: FoundDate) -> bool:
    """ "продлится по 10 мая"."""
    return found.preposition == "по" and len(found.when.date or "") == 10 and not found.when.date_end


def _with_year(document: Document, when: ReadDate, others: list[FoundDate]) -> ReadDate:
    """ "с 30 июня по 4 июля … в 2014 году": the year stands apart from the days."""
    years = [
        found.when.date
        for found in others
        if found.when.date and len(found.when.date) == 4 and document.text[found.start : found.start + 4].isdigit()
    ]
    if not years or not when.date or len(when.date) < 7 or when.inferred:
        return when
    end = years[0] + when.date_end[4:] if when.date_end else None
    return ReadDate(years[0] + when.date[4:], end, when.words, when.inferred)


def ahead(document: Document, when: ReadDate) -> ReadDate:
    """A plan's month or day without a year lies ahead of the article."""
    day = reference_day(document)
    if not day or not when.date or not when.words or len(when.date) < 7:
        return when
    words = document.text[when.words.start : when.words.end]
    if len(when.date) == 10 and (when.date_end or when.date) >= (day - timedelta(days=_LATELY)).isoformat():
        return when  # a plan of late, told when it is under way or just over
    if when.date >= day.isoformat()[: len(when.date)] or _TOLD_YEAR.search(words.lower()):
        return when
    later = str(int(when.date[:4]) + 1)
    return ReadDate(later + when.date[4:], later + when.date_end[4:] if when.date_end else None, when.words)


def _is_a_time(found: FoundDate) -> bool:
    return found.kind == "date" or len(found.when.date or "") <= 7


def as_told(document: Document, found: FoundDate) -> ReadDate:
    """The date as the event's: a week says no more than its month of a single event."""
    when = found.when
    words = document.text[found.start : found.end].lower()
    if _WEEK.search(words) and when.date:
        return ReadDate(when.date[:7], None, when.words, when.inferred)
    return when


def is_background(sentence: Sentence) -> bool:
    """The sentence opens as a reminder of earlier news ("Ранее …", "Напомним, …", "Как сообщалось, …")."""
    opening = [token.lemma for token in sentence.tokens[:2]]
    if not lexicon.BACKGROUND.isdisjoint(opening):
        return True
    words = " ".join(token.text.lower() for token in sentence.tokens[:4])
    return words.startswith(lexicon.BACKGROUND_OPENINGS)


def is_recalled(sentence: Sentence, trigger: Trigger) -> bool:
    """ "напомнил о недавней встрече": some time before the news."""
    marks = [*sentence.children[trigger.token], *([trigger.token - 1] if trigger.token else [])]
    if trigger.kind == "noun" and any(sentence.tokens[c].lemma in lexicon.RECALLED for c in marks):
        return True
    if trigger.link in ("о", "об", "про", "obj") and sentence.tokens[trigger.verb].lemma in lexicon.RECALLING:
        return True
    own = trigger.verb >= 0 and (trigger.kind != "noun" or trigger.link in ("nsubj", "obj", "с"))
    adverbs = [sentence.tokens[c] for c in sentence.children[trigger.verb]] if own else []
    return any(token.lemma in lexicon.RECALLED_ADVERBS and token.index for token in adverbs)


def is_current(document: Document, draft: Draft) -> bool:
    """Whether a draft without a date is the news of the article, not something that it looks back on."""
    lately = draft.status == "held" and not (draft.when.date or draft.background or draft.passing)
    return lately and draft.format in _OF_DAYS and news_index(document, draft.sentence) < NEWS_SENTENCES


def is_long_ago(document: Document, when: ReadDate) -> bool:
    """Over a month before the article."""
    day = reference_day(document)
    if not day or not when.date:
        return False
    last = when.date_end or when.date
    return last < (day - timedelta(days=_LATELY)).isoformat()[: len(last)]


def news_index(document: Document, index: int) -> int:
    """The number of a sentence, those of the dateline ("ПЕКИН, 5 мая. /Агентство/.") not counted."""
    dateline = find_dateline(document.text[:_HEAD]) if index and document.text else None
    if dateline is None or not dateline.until:
        return index
    return index - sum(sentence.end <= dateline.until + 1 for sentence in document.sentences[: min(index, _FEW)])


def is_weekly(document: Document) -> bool:
    """A weekly review: its title or text speaks of the week that is ending."""
    title = (document.article.title or "").lower()
    return bool(_WEEK.search(title)) or "воскресное время" in title


def is_at_an_hour(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """ "Переговоры начнутся в 15:00", without a day: on the article's own."""
    if trigger.format not in ("meeting", "session", "call", "video") or news_index(document, sentence.index) > _HOURS:
        return False
    text = document.text[sentence.start : sentence.end]
    return bool(_HOUR.search(text)) and not find_dates(document, sentence)


def today(document: Document) -> ReadDate:
    """The day of the article, standing in for the event's."""
    day = reference_day(document)
    if not day:
        return ReadDate()
    text = day.isoformat()
    return ReadDate(text[:7] if is_weekly(document) else text, inferred=True)


def this_year(document: Document) -> ReadDate:
    """The year of the article, for a year of culture that is under way."""
    day = reference_day(document)
    return ReadDate(day.isoformat()[:4], inferred=True) if day else ReadDate()


def this_month(document: Document) -> ReadDate:
    """The month of the article, where the event was lately."""
    day = reference_day(document)
    return ReadDate(day.isoformat()[:7], inferred=True) if day else ReadDate()
