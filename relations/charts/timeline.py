"""Contacts over time, in lanes by level: a dot for a day, a bar for a range, month or year."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relations import wording
from relations.charts.chart import Chart, Column, Row
from relations.models import Contact
from relations.naming import contact_title
from relations.then.counts import recounted
from relations.then.links import linked
from relations.vocabulary import ContactStatus, Level, Precision

# More dots than this would be a smear, and their table a burden on a phone.
MOST = 500
# Dots nearer than this share of the whole time would cover each other: they are set apart within the lane.
NEAR = 1 / 110
ROWS_IN_A_LANE = 7


def timeline(contacts: QuerySet[Contact], today: date, most: int = MOST) -> Chart:
    """The newest `most` of the dated contacts; the others are counted in the notes. Four queries."""
    counts = _counts(contacts)
    newest = contacts.filter(day__isnull=False).prefetch_related("participations__actor")[:most]
    shown = recounted(reversed(newest))
    return Chart(
        kind="timeline",
        title=_finding(counts),
        summary=_summary(shown),
        data={"lanes": _lanes(shown), "points": _points(shown, today), "today": today.isoformat()},
        columns=[
            Column(_("Contact")),
            Column(_("Date")),
            Column(_("Level")),
            Column(_("Status")),
            Column(_("Sources"), is_number=True),
        ],
        rows=[_row(contact) for contact in reversed(shown)],
        total=counts["total"],
        notes=_notes(counts["dated"], counts["total"] - counts["dated"], most),
    )


def _counts(contacts: QuerySet[Contact]) -> dict[str, Any]:
    """How many contacts, how many with a date; and of the leaders' that were held, how many, first and last day."""
    among_leaders = Q(level=Level.LEADER, status=ContactStatus.HELD, day__isnull=False)
    return contacts.order_by().aggregate(
        total=Count("pk"),
        dated=Count("day"),
        leaders=Count("pk", filter=among_leaders),
        first=Min("day", filter=among_leaders),
        last=Max("day", filter=among_leaders),
    )


def _finding(counts: dict[str, Any]) -> str:
    """The leaders' contacts and their rhythm, where there are any; else how many contacts there are."""
    number = counts["leaders"]
    if not number:
        return _count(counts["total"])
    title = ngettext(
        "%(count)d leader-level contact since %(year)d",
        "%(count)d leader-level contacts since %(year)d",
        number,
    ) % {"count": number, "year": counts["first"].year}
    days = (counts["last"] - counts["first"]).days
    return f"{title}, {_rhythm(days / (number - 1))}" if number > 2 and days else title


def _rhythm(gap: float) -> str:
    """`gap` is the mean number of days from one contact to the next."""
    days = max(1, round(gap))
    return ngettext("every %(days)d day on average", "every %(days)d days on average", days) % {"days": days}


def _count(number: int) -> str:
    return ngettext("%(count)d contact between the sides", "%(count)d contacts between the sides", number) % {
        "count": number
    }


def _summary(contacts: Sequence[Contact]) -> str:
    if not contacts:
        return _("No dated contact to draw.")
    if len(contacts) == 1:
        return _("A dot for a day, a bar for a longer stretch.")
    return _("Contacts from %(first)s to %(last)s, in lanes by level.") % {
        "first": wording.iso_date(contacts[0].date),
        "last": wording.iso_date(contacts[-1].date),
    }


def _notes(dated: int, undated: int, most: int) -> list[str]:
    notes = []
    if dated > most:
        notes.append(_("Drawn are the newest %(most)d of %(dated)d.") % {"most": most, "dated": dated})
    if undated:
        notes.append(
            ngettext(
                "%(count)d contact without a known date is in the list only.",
                "%(count)d contacts without a known date are in the list only.",
                undated,
            )
            % {"count": undated}
        )
    return notes


def _lanes(contacts: Sequence[Contact]) -> list[dict[str, str]]:
    """The levels that occur, highest first."""
    present = {contact.level for contact in contacts}
    return [{"level": value, "label": str(label)} for value, label in Level.choices if value in present]


def _points(contacts: Sequence[Contact], today: date) -> list[dict[str, Any]]:
    lanes = {lane["level"]: index for index, lane in enumerate(_lanes(contacts))}
    rows = _rows_within_lanes(contacts)
    return [
        {
            "start": str(contact.day),
            "end": str(contact.last_day or contact.day),
            "lane": lanes[contact.level],
            "row": row,
            "status": contact.status,
            "exact": contact.precision == Precision.DAY,
            "inferred": contact.inferred,
            "label": contact_title(contact),
            "detail": _detail(contact, today),
            "address": linked(contact.get_absolute_url()),
        }
        for contact, row in zip(contacts, rows, strict=True)
    ]


def _detail(contact: Contact, today: date) -> str:
    parts = [wording.iso_range(contact.date, contact.date_end)]
    if contact.inferred:
        parts.append(_("date inferred"))
    if contact.is_unconfirmed(today):
        parts.append(_("unconfirmed"))
    elif contact.status != ContactStatus.HELD:
        parts.append(str(contact.get_status_display()))
    return " · ".join(parts)


def _rows_within_lanes(contacts: Sequence[Contact]) -> list[int]:
    """For each contact a row of its lane: 0 is the middle; near ones take the rows around it."""
    if not contacts:
        return []
    ends = [contact.last_day or contact.day for contact in contacts]
    apart = (max(ends) - contacts[0].day).days * NEAR
    taken: dict[str, list[float]] = {}
    rows = []
    for contact, end in zip(contacts, ends, strict=True):
        lane = taken.setdefault(contact.level, [float("-inf")] * ROWS_IN_A_LANE)
        start = contact.day.toordinal()
        row = next((i for i, last in enumerate(lane) if last + apart < start), lane.index(min(lane)))
        lane[row] = end.toordinal()
        rows.append(row)
    return rows


def _row(contact: Contact) -> Row:
    date_words = wording.iso_range(contact.date, contact.date_end)
    if contact.inferred:
        date_words = _("%(date)s (inferred)") % {"date": date_words}
    cells = [
        contact_title(contact),
        date_words,
        contact.get_level_display(),
        contact.get_status_display(),
        contact.sources,
    ]
    return Row(cells, contact.get_absolute_url())
