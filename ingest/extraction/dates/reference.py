"""The day an article speaks from."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from ingest.extraction.dates.dateline import find_dateline
from ingest.extraction.document import Document

MOSCOW = ZoneInfo("Europe/Moscow")


def published_day(published: str | None) -> date | None:
    """The Moscow day of an ISO date or time; a time without a zone is Moscow's; None if it cannot be read."""
    text = (published or "").strip()
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            return None
    return (moment.astimezone(MOSCOW) if moment.tzinfo else moment).date()


def reference_day(document: Document) -> date | None:
    """The publication date, else a full date in the dateline, else None: nothing else may stand in for it."""
    day = published_day(document.article.published)
    if day:
        return day
    dateline = find_dateline(document.text)
    return dateline.day if dateline else None
