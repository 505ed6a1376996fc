"""Decisions that have lost their sentence: the latest reading no longer finds what they are about."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from relations.kinds import KINDS
from relations.models import Pin, Review
from relations.models.fact import BY_PERSON
from relations.vocabulary import ReviewAction


def orphaned() -> QuerySet[Review]:
    """The decisions that stand, and with a sentence of which no report of the latest reading is tied.

    Not rejections: a reading that no longer finds what was rejected agrees.
    """
    pins = Pin.objects.filter(review=OuterRef("pk"), is_active=True, article__isnull=False)
    lost = Q()
    for kind, of in KINDS.items():
        found = of.report.every.filter(pin=OuterRef("pk"), known_until=None)
        found = found.filter(Q(is_read=True) | Q(reader_version=BY_PERSON))
        lost |= Q(kind=kind) & ~Exists(found)
    standing = Review.objects.filter(undone_at=None).exclude(action=ReviewAction.REJECT)
    return standing.filter(Exists(pins.filter(lost)))
