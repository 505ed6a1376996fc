"""To when a contact was put off: "визит перенесён с 10 на 24 июня"."""

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.draft import Draft
from ingest.extraction.dates import find_dates
from ingest.extraction.document import Document, Sentence


def put_off_to(document: Document, event: Draft) -> str | None:
    """The new date, ISO at the precision told; None where none is told, or the event was not put off."""
    if event.status != "cancelled":
        return None
    told = (_new_date(document, document.sentences[index]) for index in sorted(set(event.evidence)))
    return next((day for day in told if day), None)


def _new_date(document: Document, sentence: Sentence) -> str | None:
    """The date after "на" behind a word of putting off; a word of time may stand between ("на начало июля")."""
    verb = next((t.index for t in sentence.tokens if t.lemma in lexicon.STATUS["put_off"]), None)
    if verb is None:
        return None
    for found in find_dates(document, sentence):
        if found.first > verb and found.preposition == "на" and found.kind == "date":
            return found.when.date
    return None
