"""The day an article speaks from."""

from datetime import date, datetime
from functools import lru_cache
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
    """The day of filing in the dateline if it goes with the publication date, else that date.

    "Вчера" in news filed on the 22nd and published on the 23rd is the 21st. Without a publication date
    a full date in the dateline serves, else None: nothing else may stand in for it.
    """
    return _reference_day(document.article.published, document.text)


@lru_cache(maxsize=64)
def _reference_day(published: str | None, text: str) -> date | None:
    """Asked for at every date of an article."""
    day = published_day(published)
    dateline = find_dateline(text)
    if day:
        return (dateline and dateline.before(day)) or day
    return dateline.day if dateline else None
