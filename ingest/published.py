"""The day an article was published, from however a file, a feed or a table writes it."""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from ingest.heading import date_in

EARLIEST = date(1949, 10, 1)  # relations with the PRC begin


def is_plausible(day: date) -> bool:
    """Whether an article on these relations may have been published then: not before them, not after tomorrow."""
    return EARLIEST <= day <= timezone.localdate() + timedelta(days=1)


def day_of(value: object) -> date | None:
    """The day, Moscow's, of a date or time: ISO 8601, RFC 5322, 08.02.2024, «8 февраля 2024»; None if it is none."""
    if isinstance(value, datetime):
        return _moscow(value)
    if isinstance(value, date):
        return value
    written = str(value).strip()
    for parse in (date.fromisoformat, _iso_time, _mail_time, date_in):
        with suppress(ValueError, TypeError, OverflowError):
            if (found := parse(written)) is not None:
                return found
    return None


def _iso_time(written: str) -> date:
    return _moscow(datetime.fromisoformat(written))


def _mail_time(written: str) -> date | None:
    return _moscow(parsedate_to_datetime(written)) if re.search(r"[A-Za-z]{3}", written) else None


def _moscow(moment: datetime) -> date:
    """A time without a zone is Moscow's already."""
    return (moment.astimezone(ZoneInfo(settings.TIME_ZONE)) if moment.tzinfo else moment).date()
