"""Ties sentences to facts for a review, and unties them when it is taken back (`relations.models.review.Pin`)."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from relations.kinds import Kind
from relations.merging.terms import Terms
from relations.models import Pin, Review
from relations.succession import move, tie
from relations.vocabulary import ReviewAction


def pin_reports(kind: Kind, review: Review, fact: int, reports: Iterable[Any]) -> list[Terms]:
    """Ties the reports to the fact; returns the terms whose surroundings that changes."""
    changed = []
    for report in reports:
        terms = Terms.of(kind.name, report)
        before = report.pin
        report.pin = Pin.objects.create(
            review=review,
            kind=kind.name,
            fact=fact,
            article=report.article,
            start=report.start,
            end=report.end,
            said=report.values,
            former=report.fact_id,
            **terms.stored(),
        )
        if before:
            Pin.objects.filter(pk=before.pk, is_active=True).update(superseded_by=review, is_active=False)
        move(report, fact)
        changed.append(terms)
    return changed


def pin_corrected(kind: Kind, review: Review, report: Any, corrections: dict[str, Any]) -> Terms:
    """Other articles that say what the person says belong to the fact as well."""
    as_corrected = kind.report(
        article=report.article,
        start=report.start,
        end=report.end,
        values=report.values | {name: value for name, value in corrections.items() if name in report.values},
        **{name: getattr(report, name) for name in ("content_start", "content_end") if hasattr(report, name)},
    )
    terms = kind.terms(as_corrected)
    Pin.objects.create(review=review, kind=kind.name, fact=review.fact, **terms.stored())
    return terms


def unpin(review: Review) -> None:
    """Ends the pins of a review that is taken back; those that it had replaced hold again.

    Where a later review has replaced its pins by others in turn, it is that one which has replaced the earlier.
    """
    later = {(pin.article_id, pin.start, pin.end): pin.superseded_by_id for pin in review.pins.exclude(article=None)}
    review.pins.update(is_active=False)
    for pin in Pin.objects.filter(superseded_by=review, review__undone_at=None):
        pin.superseded_by_id = later.get((pin.article_id, pin.start, pin.end))
        pin.is_active = pin.superseded_by_id is None
        pin.save(update_fields=["superseded_by", "is_active"])
    if review.action == ReviewAction.MERGE:
        other = review.values["other"]
        given_back = Pin.objects.filter(review__fact__in=[other, *taken_over(review.kind, other)], article=None)
        given_back.filter(kind=review.kind, fact=review.fact).update(fact=other)
    Pin.objects.filter(kind=review.kind, article=None, review=review).delete()


def taken_over(kind: str, fact: int) -> list[int]:
    """The facts that persons merged into this one, over however many steps; the furthest first."""
    merges = Review.objects.filter(kind=kind, fact=fact, action=ReviewAction.MERGE, undone_at=None).order_by("at", "pk")
    found: list[int] = []
    for review in merges:
        other = review.values["other"]
        found += [*taken_over(kind, other), other]
    return found


def loosen(kind: Kind, reports: list[Any]) -> None:
    """Unties the reports: an earlier decision that stands again takes them, else merging does."""
    for report in reports:
        before, former = report.fact_id, report.pin.former
        report.pin = None
        tie(kind.name, report.article, [report])
        home = report.fact_id
        if report.pin is None and report.is_by_person:
            report.known_until = timezone.now()
        elif report.pin is None:
            home = former or before
        report.fact_id = before
        move(report, home)
