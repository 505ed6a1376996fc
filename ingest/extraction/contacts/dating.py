"""Dates for events whose own sentences give none: the day of the news, or the dates of what they belong to."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.draft import Draft, Party
from ingest.extraction.contacts.joining import compatible_parties
from ingest.extraction.contacts.lasting import date_of_nth_day, give_last_days
from ingest.extraction.contacts.timing import NEWS_SENTENCES, news_index, this_month, this_year, today
from ingest.extraction.dates import find_dates, reference_day
from ingest.extraction.document import Document, Sentence
from relations.reading import ReadDate


def date_held(document: Document, events: list[Draft]) -> None:
    """Fills in what can be said of events that happened; what lies ahead of the article is a plan."""
    day = reference_day(document)
    for event in events:
        if day and event.status == "planned" and _is_under_way(event, day.isoformat()):
            event.status = "held"
        if event.status != "held":
            continue
        if _is_come_for(document, event, events):
            event.when = today(document)
        if event.when.date is None:
            event.when = (
                _of_talks(event, events) or _on_trip(document, event, events, past=True) or _held(document, event)
            )
        if day and event.when.date and event.when.date > day.isoformat()[: len(event.when.date)]:
            if _is_told_as_past(document, event):
                event.when = _held(document, event)
            else:
                event.status = "planned"
    for event in events:
        if event.status == "held" and event.when.date is None:
            event.when = _on_trip(document, event, events) or ReadDate()
    give_last_days(document, events)
    for event in events:
        if _is_of_plan(document, event, events):
            event.status, event.when = "planned", ReadDate()


def _is_come_for(document: Document, event: Draft, events: list[Draft]) -> bool:
    """ "Прибыл в Кремль на переговоры … встретился с президентом": those that the news opens with."""
    if event.status != "held" or event.when.date or event.background or event.format not in ("meeting", "session"):
        return False
    return any(
        plan.travelled
        and plan.status == "planned"
        and not plan.when.date
        and news_index(document, plan.sentence) < NEWS_SENTENCES
        and compatible_parties(plan.parties, event.parties)
        for plan in events
    )


def _is_told_as_past(document: Document, event: Draft) -> bool:
    """ "Прибыли", "встретились": a day to come is not theirs."""
    token = document.sentences[event.sentence].tokens[event.trigger.token]
    past = token.pos == "VERB" and token.feats.get("VerbForm") == "Fin" and token.feats.get("Tense") == "Past"
    return past and event.trigger.kind in ("travel", "meet", "host", "phone", "greet")


def _is_of_plan(document: Document, event: Draft, events: list[Draft]) -> bool:
    """ "Визит продлится три дня" where all else about the visitor is still to come."""
    if event.format != "visit" or event.status != "held" or event.trigger.verb < 0 or not event.when.inferred:
        return False
    verb = document.sentences[event.sentence].tokens[event.trigger.verb]
    if verb.feats.get("Tense") != "Fut" or verb.lemma not in lexicon.STATUS["lasting_verbs"]:
        return False
    keys = {party.key for party in event.parties}
    related = [e for e in events if e is not event and keys & {party.key for party in e.parties}]
    now = today(document).date or ""
    ahead = (e.status == "planned" and not (e.when.date and e.when.date < now[: len(e.when.date)]) for e in related)
    return bool(related) and all(ahead)


def _is_under_way(event: Draft, today: str) -> bool:
    """Several days of which this is one: "будет в Москве с 16 по 19 апреля", told on the 18th."""
    first, last = event.when.date or "", event.when.date_end or ""
    return event.format in ("visit", "exercise", "forum") and len(first) == 10 and first < today <= last


def date_others(document: Document, events: list[Draft], title: Sequence[Draft] = ()) -> None:
    """Fills in what can be said of plans; the rest stays unknown. `title` is what the headline tells of."""
    for heading in title:
        if heading.format == "visit" and heading.status == "held" and not heading.when.date:
            heading.when = this_month(document)
    for event in events:
        if event.when.date is None and event.status in ("planned", "proposed"):
            event.when = (
                _after(document, event)
                or date_of_nth_day(document, event, events)
                or _of_occasion(document, event, [*events, *title])
                or _of_summit(document, event)
                or ReadDate()
            )
    give_last_days(document, events, final=True)
    for event in events:
        if event.when.date is None and event.status in ("planned", "held"):
            event.when = date_of_nth_day(document, event, events) or event.when
        if event.place is None:
            event.place = _place_of_trip(event, events)


def _of_talks(event: Draft, events: list[Draft]) -> ReadDate | None:
    """Papers signed after talks bear the talks' date."""
    if event.format != "signing":
        return None
    near = {index + step for index in event.evidence for step in (-1, 0)}
    signers = {party.key for party in event.parties if not party.vague}
    for other in sorted(events, key=lambda e: e.format == "visit"):
        told = other.status == "held" and other.when.date and not other.when.inferred
        same = bool(signers) and signers == {party.key for party in other.parties}
        if told and other.format in ("meeting", "visit", "session") and (same or near & set(other.evidence)):
            return replace(other.when, date_end=None) if not other.when.date_end else None
    return None


def _on_trip(document: Document, event: Draft, events: list[Draft], past: bool = False) -> ReadDate | None:
    """Talks told after a trip are of its month: of a trip of another month (`past`), or where no more is known."""
    if event.format not in ("meeting", "session", *(() if past else ("signing",))):
        return None
    month = this_month(document).date
    for trip in events:
        when = trip.when.date or ""
        if trip.format != "visit" or trip.status != "held" or len(when) < 7 or trip.background:
            continue
        near = any(0 <= event.sentence - told <= 1 for told in trip.evidence)
        if past and (not near or trip.when.inferred or when[:7] == month):
            continue
        if compatible_parties(_met_on(trip), event.parties) and (near or trip.evidence[0] <= event.sentence):
            return ReadDate(when[:7], inferred=trip.when.inferred)
    return None


def _held(document: Document, event: Draft) -> ReadDate:
    if event.background:
        return ReadDate()
    far = news_index(document, min(event.evidence)) >= NEWS_SENTENCES
    if far and event.daytime:
        return today(document)
    if event.staying:
        return this_month(document)
    if far and event.format in ("meeting", "session", "call", "video") and _told_of_today(document, event):
        return today(document)
    if far and not event.yearly:
        lately = event.format == "visit" or (event.format == "forum" and event.starts)
        return this_month(document) if lately else ReadDate()  # a trip still in the news is of late
    if event.yearly:
        return this_year(document)
    if event.format == "exercise" and not event.starts:  # goes on for days
        return this_month(document)
    return this_month(document) if event.reviewed or event.passing else today(document)


def _told_of_today(document: Document, event: Draft) -> bool:
    """ "Сегодня делегация работала в Москве. Перед заседанием министр провёл встречу": the day goes on."""
    day = reference_day(document)
    before = document.sentences[max(0, min(event.evidence) - 2) : min(event.evidence)]
    dates = [found.when for sentence in before for found in find_dates(document, sentence) if found.when.date]
    return bool(day and dates) and all(when.date == day.isoformat() and not when.date_end for when in dates)


def _of_occasion(document: Document, event: Draft, events: list[Draft]) -> ReadDate | None:
    """What is planned for a trip happens in its month; a signing planned after talks, on their day."""
    for other in events:
        if other is event or not other.when.date or not compatible_parties(_met_on(other), event.parties):
            continue
        if other.status == "held" and (other.when.date_end or other.when.date)[:7] < (this_month(document).date or ""):
            continue  # a trip of the past
        together = other.format == "meeting" and set(other.evidence) & set(event.evidence)
        if event.format == "signing" and together and event.status == "planned":
            return ReadDate(other.when.date, other.when.date_end, other.when.words, other.when.inferred)
        during = event.format in ("signing", "meeting", "session") or _is_attended(event, other)
        if during and other.format == "visit":
            return ReadDate(other.when.date[:7], None, other.when.words, other.when.inferred)
    return None


def _after(document: Document, event: Draft) -> ReadDate | None:
    """ "Затем он посетит Россию": in the month of what was told just before."""
    sentence = document.sentences[event.sentence]
    if event.format != "visit" or not sentence.tokens or sentence.tokens[0].lemma not in lexicon.SEQUELS:
        return None
    for before in reversed(document.sentences[max(0, event.sentence - 2) : event.sentence]):
        for found in find_dates(document, before):
            if found.kind == "date" and len(found.when.date or "") >= 7:
                return ReadDate(found.when.date[:7], None, found.when.words)
    return None


def _met_on(event: Draft) -> list[Party]:
    """Who must agree with what happens at an event: on a trip the traveller alone, for hosts differ."""
    return event.side(event.parties[0].side) if event.format == "visit" and event.parties else event.parties


def _is_attended(event: Draft, visit: Draft) -> bool:
    """A public event that the visitor is to open or to see."""
    visitors = {party.key for party in visit.parties if party.kind == "person"}
    return event.format == "forum" and any(party.key in visitors for party in event.parties)


def _of_summit(document: Document, event: Draft) -> ReadDate | None:
    """A meeting planned on the margins of a summit happens on the summit's days."""
    if not event.margins:
        return None
    bodies = {body for index in event.evidence for body in _bodies(document.sentences[index])}
    for sentence in document.sentences:
        if bodies & _bodies(sentence):
            for found in find_dates(document, sentence):
                if found.kind == "date" and found.when.date and len(found.when.date) == 10:
                    event.evidence.append(sentence.index)
                    return found.when
    return None


def _bodies(sentence: Sentence) -> set[str]:
    return {token.lemma for token in sentence.tokens} & lexicon.MULTILATERAL


def _place_of_trip(event: Draft, events: list[Draft]) -> str | None:
    """Talks and signings of a trip told of here were where it went."""
    if event.format not in ("meeting", "signing", "session"):
        return None
    for other in events:
        if (
            other.format == "visit"
            and other.status == event.status
            and compatible_parties(_met_on(other), event.parties)
        ):
            return other.place
    return None
