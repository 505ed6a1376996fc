"""How long an event goes on: its last day from "трёхдневный визит", "продлится три дня", "до 29 марта"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import SUBJECTS, preposition
from ingest.extraction.contacts.draft import Draft, Trigger
from ingest.extraction.contacts.joining import compatible_parties
from ingest.extraction.dates import find_dates, reference_day
from ingest.extraction.dates.tense import is_future
from ingest.extraction.dates.words import NUMERALS, ORDINAL, fold, ordinal
from ingest.extraction.document import Document, Sentence, Token
from relations.reading import ReadDate

_LONG = ("visit", "exercise", "forum", "session", "meeting")  # what may go on for days
_DAYS = re.compile(r"(\d{1,2}|[а-я]+)-?х?-?дневн\w+")
_NTH_DAY = re.compile(rf"(?<!\w)(?P<n>{ORDINAL})\s+(?:день|дня|дню|днем|дне)(?!\w)(?!\s+(?:победы|праздник))")
_AT_MOST = 30


def days_of(sentence: Sentence, trigger: Trigger) -> int:
    """The number of days that the sentence gives the trigger's event; 0 where it gives none."""
    if trigger.format not in _LONG:
        return 0
    for child in sentence.children[trigger.token]:
        match = _DAYS.fullmatch(fold(sentence.tokens[child].text))
        if match:
            return _number(match[1])
    verb = sentence.tokens[trigger.verb] if trigger.verb >= 0 else None
    if verb and (verb.lemma in lexicon.STATUS["lasting_verbs"] or verb.lemma in lexicon.STAYS):
        for child in sentence.children[verb.index]:
            if sentence.tokens[child].lemma in ("день", "сутки") and preposition(sentence, child) in ("", "в течение"):
                return next((n for c in sentence.children[child] if (n := _number(sentence.tokens[c].text))), 0)
    return 0


def _number(word: str) -> int:
    word = fold(word)
    value = int(word) if word.isdigit() else NUMERALS.get(word, 1 if word == "одно" else 0)
    return value if value <= _AT_MOST else 0


def take_lengths(document: Document, drafts: list[Draft]) -> None:
    """ "Начался визит. Он продлится три дня — до 22 марта": what "он" tells is of the event told just before."""
    for sentence in document.sentences:
        for token in sentence.tokens:
            if token.lemma not in _LASTING:
                continue
            subject = next(
                (sentence.tokens[c] for c in sentence.children[token.index] if _is_pronoun(sentence, c)), None
            )
            event = _told_before(document, drafts, sentence, subject) if subject else None
            if event:
                _take_length(document, sentence, token.index, event)


_LASTING = frozenset({*lexicon.STATUS["lasting_verbs"], *lexicon.STATUS["ending"]} - lexicon.STAYS)


def _is_pronoun(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.lemma in ("он", "она", "оно", "они") and token.rel in SUBJECTS


def _told_before(document: Document, drafts: list[Draft], sentence: Sentence, pronoun: Token) -> Draft | None:
    """The last trip or public event told within two sentences, of the pronoun's gender and number."""
    for draft in reversed(drafts):
        at = draft.sentence
        if draft.format not in ("visit", "exercise", "forum") or not sentence.index - 2 <= at <= sentence.index:
            continue
        noun = document.sentences[at].tokens[draft.trigger.token]
        if (at == sentence.index and noun.index > pronoun.index) or draft.trigger.kind != "noun":
            continue
        names = ("Number",) if pronoun.feats.get("Number") == "Plur" else ("Number", "Gender")
        if all(noun.feats.get(name) == pronoun.feats.get(name) for name in names):
            return draft
    return None


def _take_length(document: Document, sentence: Sentence, verb: int, event: Draft) -> None:
    for found in find_dates(document, sentence):
        if found.kind != "date" or found.first < verb or len(found.when.date or "") != 10:
            continue
        if found.when.date_end:
            event.when = found.when if event.when.date in (None, found.when.date) else event.when
        elif found.preposition in ("до", "по") or sentence.tokens[verb].lemma in lexicon.STATUS["ending"]:
            event.until = event.until or found.when.date
    for child in sentence.children[verb]:
        if sentence.tokens[child].lemma in ("день", "сутки") and not preposition(sentence, child):
            event.days = event.days or next(
                (n for c in sentence.children[child] if (n := _number(sentence.tokens[c].text))), 0
            )


def give_last_days(document: Document, events: list[Draft], final: bool = False) -> None:
    """The last day of events of which the first is known, and how long they go on or till when.

    At the end (`final`) a trip of several days that is in the news on one of them, none knows which, is of the month.
    """
    for event in events:
        first = event.when.date or ""
        if len(first) != 10 or event.when.date_end or event.status not in ("held", "planned"):
            continue
        if event.until and first < event.until:
            event.when = replace(event.when, date_end=event.until)
        elif event.over and not event.when.inferred:
            event.when = replace(event.when, date_end=_end_of_past(document, event))
        elif event.days > 1 and not event.reviewed and not event.over:
            known = not event.when.inferred or event.arrived or _has_days_ahead(document, event)
            if known:
                event.when = replace(event.when, date_end=_later(first, event.days - 1))
            elif final and event.format == "visit":
                event.when = ReadDate(first[:7], inferred=True)


def _end_of_past(document: Document, event: Draft) -> str | None:
    """ "Завершил визит" today, "прибыл 20 марта": till today; None where the day told is the last."""
    first = event.when.date or ""
    if not any(told.when.date == first and not told.over for told in event.told):
        return None
    if event.days > 1:
        return _later(first, event.days - 1)
    day = reference_day(document)
    told_today = any(told.over and told.current for told in event.told)
    return day.isoformat() if day and told_today and first < day.isoformat() <= _later(first, _AT_MOST) else None


def _has_days_ahead(document: Document, event: Draft) -> bool:
    """ "В рамках второго дня посетит Пекин": on the first of two days."""
    for index in event.evidence:
        sentence = document.sentences[index]
        match = _NTH_DAY.search(fold(document.text[sentence.start : sentence.end]))
        if match and ordinal(match["n"]) > 1 and any(is_future(sentence, token) for token in sentence.tokens):
            return True
    return False


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def date_nth_days(document: Document, drafts: list[Draft]) -> None:
    """Dates what is told of a trip's day as such, before it can be taken for what is told of another day."""
    for draft in drafts:
        if draft.format != "visit" and draft.when.date is None and draft.status in ("held", "planned"):
            draft.when = date_of_nth_day(document, draft, drafts) or draft.when


def date_of_nth_day(document: Document, event: Draft, events: list[Draft]) -> ReadDate | None:
    """ "Во второй день визита встретится с мэром": counted from the first day of the trip."""
    for index in event.evidence:
        sentence = document.sentences[index]
        match = _NTH_DAY.search(fold(document.text[sentence.start : sentence.end]))
        if match:
            for trip in events:
                first = trip.when.date or ""
                if trip.format == "visit" and len(first) == 10 and trip is not event:
                    visitors = trip.side(trip.parties[0].side) if trip.parties else []
                    if compatible_parties(visitors, event.parties):
                        return ReadDate(_later(first, ordinal(match["n"]) - 1), inferred=trip.when.inferred)
    return None
