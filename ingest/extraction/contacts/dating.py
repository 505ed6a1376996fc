"""Dates for events whose own sentences give none: the day of the news, or the dates of what they belong to."""

from ingest.extraction.contacts.draft import Draft
from ingest.extraction.contacts.joining import compatible_parties
from ingest.extraction.contacts.timing import NEWS_SENTENCES, this_month, today
from ingest.extraction.document import Document
from relations.reading import ReadDate


def date_events(document: Document, events: list[Draft]) -> None:
    """Fills in what can be said of the events without a date; the rest stays unknown."""
    held = [event for event in events if event.status == "held"]
    for event in held:
        if event.when.date is None:
            event.when = _held(document, event)
    for event in events:
        if event.when.date is None and event.status in ("planned", "proposed"):
            event.when = _of_occasion(event, events)
    for event in events:
        if event.place is None:
            event.place = _place_of_trip(event, events)


def _held(document: Document, event: Draft) -> ReadDate:
    if event.background:
        return ReadDate()
    if min(event.evidence) >= NEWS_SENTENCES:
        return ReadDate()
    return this_month(document) if event.reviewed else today(document)


def _of_occasion(event: Draft, events: list[Draft]) -> ReadDate:
    """What is planned for a trip happens in its month; a signing planned after talks, on their day."""
    for other in events:
        if other is event or not other.when.date or not compatible_parties(other.parties, event.parties):
            continue
        if event.format == "signing" and other.format == "meeting" and set(other.evidence) & set(event.evidence):
            return ReadDate(other.when.date, other.when.date_end, other.when.words, other.when.inferred)
        if event.format in ("signing", "meeting", "session") and other.format == "visit":
            return ReadDate(other.when.date[:7], None, other.when.words, other.when.inferred)
    return ReadDate()


def _place_of_trip(event: Draft, events: list[Draft]) -> str | None:
    """Talks and signings of a trip told of here were where it went."""
    if event.format not in ("meeting", "signing", "session"):
        return None
    for other in events:
        if (
            other.format == "visit"
            and other.status == event.status
            and compatible_parties(other.parties, event.parties)
        ):
            return other.place
    return None
