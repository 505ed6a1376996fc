"""Lets days pass in the database: all that is stored was learned that much earlier."""

from datetime import date, timedelta

from django.db.models import F
from django.utils import timezone

from relations.kinds import KINDS
from relations.models import Article, Review

FACT = ("known_from", "known_until", "first_seen_at", "reviewed_at")
REPORT = ("known_from", "known_until", "here_from")


def days_pass(number: int) -> date:
    """Returns the day on which the last of it was learned, now `number` days ago."""
    by = timedelta(days=number)
    for kind in KINDS.values():
        kind.fact.every.update(**{name: F(name) - by for name in FACT})
        kind.report.every.update(**{name: F(name) - by for name in REPORT})
    Article.objects.update(added_at=F("added_at") - by, read_at=F("read_at") - by)
    Review.objects.update(at=F("at") - by, undone_at=F("undone_at") - by)
    return timezone.localdate() - by
