"""What persons decided about a fact, as far as it was known at the moment asked for."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from relations.discretion import named
from relations.kinds import KINDS
from relations.knowledge import moment
from relations.models import Review
from relations.vocabulary import ReviewAction
from relations.wording import long_moment


def kind_of(fact: Any) -> str:
    """The name of the fact's kind."""
    return next(name for name, kind in KINDS.items() if isinstance(fact, kind.fact))


def decisions_of(fact: Any) -> list[Review]:
    """The decisions on the fact and on those that a person merged into it, earliest first, undone ones among them."""
    found = _made(kind_of(fact), [fact.number])
    merged = [review.values["other"] for review in found if review.action == ReviewAction.MERGE and stands(review)]
    return sorted(found + (_made(kind_of(fact), merged) if merged else []), key=lambda review: (review.at, review.pk))


def stands(review: Review) -> bool:
    """Whether the decision was not taken back by the moment asked for."""
    at = moment()
    return review.undone_at is None or (at is not None and review.undone_at > at)


def said_of(review: Review) -> str:
    """Who decided what, when and why: "corrected by anna, 9 February 2024, 14:05: the Kremlin's own page"."""
    words = {
        "action": review.get_action_display(),
        "who": named(review.by_name),
        "when": long_moment(review.at),
    }
    text = _("%(action)s by %(who)s, %(when)s") % words
    return f"{text}: {review.reason}" if review.reason else text


def _made(kind: str, facts: list[int]) -> list[Review]:
    at = moment()
    until = Q() if at is None else Q(at__lte=at)
    return list(Review.objects.filter(until, kind=kind, fact__in=facts).order_by("at", "pk"))
