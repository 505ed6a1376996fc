"""The day that an address asks for."""

import re
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

PARAMETER = "as_of"
_WRITTEN = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class NoDay(ValueError):
    """What was given is no day that pages can show; the message says why, and what to write."""


def day_of(given: str) -> date:
    """The day as written in an address, `2024-02-09`; raises NoDay for anything else and for days to come."""
    shown = given if len(given) <= 20 else given[:20] + "…"
    try:
        day = date.fromisoformat(given) if _WRITTEN.fullmatch(given) else None
    except ValueError:
        day = None
    if day is None:
        raise NoDay(_("“%(given)s” is no day: write year, month and day, such as 2024-02-09.") % {"given": shown})
    if day > timezone.localdate():
        raise NoDay(_("%(given)s is still to come: what will be known then, nobody knows yet.") % {"given": shown})
    return day
