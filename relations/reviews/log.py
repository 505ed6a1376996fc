"""The log of decisions about a fact: who decided what, when and why, and what was taken back."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from relations.discretion import named
from relations.kinds import KINDS
from relations.knowledge import moment
from relations.models import Review
from relations.reviews.words import changes
from relations.vocabulary import FactKind, ReviewAction

_PAGES = {FactKind.CONTACT: "contact", FactKind.TRADE: "trade-figure", FactKind.POSITION: "position"}
_OF_TWO = (ReviewAction.MERGE, ReviewAction.APART)


@dataclass(frozen=True)
class Entry:
    """A decision as told: `said` in words, `other` the number of the second fact of a merge or split (None if none)."""

    review: Review
    said: str
    who: str
    undone_who: str
    other: int | None = None
    changes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where the decision's fact is reviewed."""
        return review_address(self.review.kind, self.review.fact)

    @property
    def other_address(self) -> str:
        return reverse(_PAGES[FactKind(self.review.kind)], args=[self.other])

    @property
    def is_undone(self) -> bool:
        """Whether it had been taken back at the moment that the page is about."""
        undone, at = self.review.undone_at, moment()
        return undone is not None and (at is None or undone <= at)


def log_of(kind: str, number: int) -> list[Entry]:
    """The decisions about the fact and those that it took over, the newest first, as far as known at the moment."""
    numbers = {number, *_merged_into(kind, number)}
    of_two = Q(action__in=_OF_TWO, values__other__in=[*numbers])
    split_off = Q(action=ReviewAction.SPLIT, values__new__in=[*numbers])
    rows = Review.objects.filter(Q(fact__in=numbers) | of_two | split_off, kind=kind)
    at = moment()
    return entries(rows if at is None else rows.filter(at__lte=at), about=number)


def entries(rows: QuerySet[Review], about: int = 0) -> list[Entry]:
    """The decisions in words, as told on the page of the fact `about`, if on one."""
    return [_entry(review, about) for review in rows.select_related("by", "undone_by")]


def _entry(review: Review, about: int) -> Entry:
    other = review.values.get("new" if review.action == ReviewAction.SPLIT else "other")
    if review.action not in (*_OF_TWO, ReviewAction.SPLIT):
        other = None
    elif other == about:
        other = review.fact
    return Entry(
        review,
        said=_("Split off") if review.action == ReviewAction.SPLIT and other != review.fact else _said(review),
        who=named(review.by_name),
        undone_who=named(review.undone_by.get_username() if review.undone_by else ""),
        other=other,
        changes=changes(review),
    )


def _said(review: Review) -> str:
    return {
        ReviewAction.ACCEPT: _("Accepted"),
        ReviewAction.REJECT: _("Rejected"),
        ReviewAction.CORRECT: _("Corrected"),
        ReviewAction.MERGE: _("Merged with"),
        ReviewAction.SPLIT: _("Split from"),
        ReviewAction.APART: _("Never the same as"),
        ReviewAction.ADD: _("Added from a sentence"),
    }[ReviewAction(review.action)]


def _merged_into(kind: str, number: int) -> Iterable[int]:
    """The facts that became part of this one, over however many steps."""
    found: set[int] = set()
    step = {number}
    while step:
        rows = KINDS[kind].fact.every.filter(merged_into__in=step, of=None).values_list("pk", flat=True)
        step = set(rows) - found - {number}
        found |= step
    return found


def review_address(kind: str, number: int) -> str:
    """Where a fact is reviewed, also one that is rejected or gone."""
    return reverse("review-fact", args=[kind, number])
