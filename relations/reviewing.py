"""What a person can decide about a fact. Decisions are kept apart from readings and can be undone.

A decision ties the sentences it is about to their fact by pins (`relations.models.review`): whatever a later
reading finds in these sentences belongs to that fact, and merging goes around them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar

from django.utils import timezone
from django.utils.translation import gettext as _

from relations.deciding import conflicting, shown_values
from relations.kinds import KINDS, Kind
from relations.ledger import founded, resettle
from relations.locks import Busy, in_turn
from relations.merging.terms import Terms
from relations.models import Article, Participation, Pin, Review
from relations.models.fact import BY_PERSON
from relations.pinning import loosen, pin_corrected, pin_reports, taken_over, unpin
from relations.refreshing import keep, reopen
from relations.reporting import set_terms
from relations.search.indexing import index_reports
from relations.vocabulary import ReviewAction, ReviewState


class CannotReview(Exception):
    """The decision can't be carried out; the message says why, and what to do."""


Given = ParamSpec("Given")
Decided = TypeVar("Decided")


def decision(decide: Callable[Given, Decided]) -> Callable[Given, Decided]:
    """Carries the decision out in one transaction, in its turn among all that write facts."""

    @wraps(decide)
    def in_its_turn(*args: Given.args, **kwargs: Given.kwargs) -> Decided:
        try:
            return in_turn(partial(decide, *args, **kwargs))
        except Busy as error:
            raise CannotReview(_("Articles are being recorded just now. Try again in a moment.")) from error

    return in_its_turn


# --- The decisions -------------------------------------------------------------------------------


def accept(user: Any, kind: str, fact: int, reason: str = "") -> Review:
    """What the fact shows is right: no later reading takes it away or changes it."""
    return _decide(user, kind, fact, ReviewAction.ACCEPT, {}, reason)


def reject(user: Any, kind: str, fact: int, reason: str) -> Review:
    """The fact is none: it is hidden, and no later reading of its sentences brings it back."""
    if not reason.strip():
        raise CannotReview(_("Say why it is rejected: others will want to know."))
    return _decide(user, kind, fact, ReviewAction.REJECT, {}, reason)


def correct(user: Any, kind: str, fact: int, values: dict[str, Any], reason: str = "") -> Review:
    """Some fields are otherwise: `values` has them in the form of a report's values."""
    if not values:
        raise CannotReview(_("Nothing was changed."))
    return _decide(user, kind, fact, ReviewAction.CORRECT, values, reason)


@decision
def merge(user: Any, kind: str, fact: int, other: int, reason: str = "") -> Review:
    """The other fact is this one: its sentences are tied to this fact."""
    of = KINDS[kind]
    first, second = _current(of, fact, other)
    if conflicts := _conflicts(first, second):
        message = _("Both were reviewed and disagree (%(fields)s). Undo one of the reviews, or correct it, first.")
        raise CannotReview(message % {"fields": ", ".join(_label(of, name) for name in conflicts)})
    review = _log(user, kind, fact, ReviewAction.MERGE, {"other": other}, reason)
    changed = pin_reports(of, review, first.pk, [*_reports(of, first.pk), *_reports(of, second.pk)])
    Pin.objects.filter(kind=kind, fact=other, is_active=True, article=None).update(fact=fact)
    _settle(of, changed, [first.pk, second.pk], heirs={second.pk: first.pk})
    return review


@decision
def split(user: Any, kind: str, fact: int, reports: Sequence[int], reason: str = "") -> Review:
    """Some of the fact's reports tell of another: they become a fact of their own."""
    of = KINDS[kind]
    (whole,) = _current(of, fact)
    every = _reports(of, whole.pk)
    apart = [report for report in every if report.pk in set(reports)]
    if not apart or len(apart) == len(every):
        raise CannotReview(_("Choose some of its reports, but not all: the others stay."))
    new = _copy_of(of, whole)
    review = _log(user, kind, fact, ReviewAction.SPLIT, {"new": new.pk}, reason)
    changed = pin_reports(of, review, new.pk, apart)
    changed += pin_reports(of, review, whole.pk, [report for report in every if report not in apart])
    _settle(of, changed, [whole.pk, new.pk])
    return review


@decision
def keep_apart(user: Any, kind: str, fact: int, other: int, reason: str = "") -> Review:
    """The two facts are never the same, however alike their reports are."""
    of = KINDS[kind]
    first, second = _current(of, fact, other)
    review = _log(user, kind, fact, ReviewAction.APART, {"other": other}, reason)
    changed = pin_reports(of, review, first.pk, _reports(of, first.pk)) + pin_reports(
        of, review, second.pk, _reports(of, second.pk)
    )
    _settle(of, changed, [first.pk, second.pk])
    return review


@decision
def add(
    user: Any, kind: str, article: Article, start: int, end: int, values: dict[str, Any], reason: str = "", **more: Any
) -> Review:
    """A fact that no reader found, told by `article.text[start:end]`; `values` has all fields of a report.

    `more` are a position's `content_start` and `content_end`. Raises CannotReview for an empty span.
    """
    if not article.text[start:end].strip():
        raise CannotReview(_("Mark the sentence that reports it."))
    of = KINDS[kind]
    report = of.report(
        article=article, start=start, end=end, spans=[[start, end]], values=values, reader_version=BY_PERSON, **more
    )
    set_terms(kind, report)
    fact = founded(of, [report])
    report.fact_id = fact.pk
    report.save()
    index_reports([report])
    review = _log(user, kind, fact.pk, ReviewAction.ADD, _correctable(values), reason)
    pin_reports(of, review, fact.pk, [report])
    _settle(of, [Terms.of(kind, report)], [fact.pk])
    return review


@decision
def undo(user: Any, review: Review) -> None:
    """Takes a decision back: what holds then is what the remaining decisions and the reports say."""
    of = KINDS[review.kind]
    review = Review.objects.get(pk=review.pk)
    if review.undone_at:
        raise CannotReview(_("It was undone already."))
    _home(of, review)
    review.undone_by, review.undone_at = user, timezone.now()
    review.save(update_fields=["undone_by", "undone_at"])
    loose = list(of.report.every.filter(pin__review=review, known_until=None).select_related("pin", "article"))
    pins = list(review.pins.all())
    changed = [Terms.of(review.kind, row) for row in [*loose, *pins]]
    facts = {_home(of, review), *(pin.former for pin in pins if pin.former and review.action in _OF_SEVERAL)}
    for row in of.fact.every.filter(pk__in=facts, of=None).order_by("pk"):
        reopen(row)
    unpin(review)
    loosen(of, loose)
    facts |= {pin.fact for pin in pins if review.action in _OF_SEVERAL}
    _settle(of, changed, sorted(facts))


# Decisions that say which reports are which fact.
_OF_SEVERAL = {ReviewAction.MERGE, ReviewAction.SPLIT, ReviewAction.APART, ReviewAction.ADD}


def _home(kind: Kind, review: Review) -> int:
    """The fact that the decision is about now: its own, or what that became part of.

    Raises CannotReview for a decision on which a later merge rests.
    """
    row = kind.fact.every.filter(pk=review.fact, of=None).first()
    while row and row.known_until and row.merged_into_id:
        if review.action in _OF_SEVERAL:
            message = _("The fact has become part of fact %(number)s since: undo that first.")
            raise CannotReview(message % {"number": row.merged_into_id})
        row = row.merged_into
    return row.pk if row else review.fact


# --- How a decision is carried out -----------------------------------------------------------------


@decision
def _decide(user: Any, kind: str, fact: int, action: ReviewAction, values: dict[str, Any], reason: str) -> Review:
    of = KINDS[kind]
    (found,) = _current(of, fact)
    if action == ReviewAction.ACCEPT:
        values = shown_values(kind, found)
    review = _log(user, kind, fact, action, values, reason)
    reports = _reports(of, found.pk)
    changed = pin_reports(of, review, found.pk, reports)
    if action == ReviewAction.CORRECT and reports:
        changed.append(pin_corrected(of, review, reports[0], found.corrections | values))
    _settle(of, changed, [found.pk])
    return review


def _current(kind: Kind, *facts: int) -> list[Any]:
    """The facts as they are now; raises CannotReview for one that is gone."""
    if len(set(facts)) < len(facts):
        raise CannotReview(_("These are one fact already."))
    rows = {row.pk: row for row in kind.fact.every.filter(pk__in=facts, of=None)}
    for number in facts:
        row = rows.get(number)
        if row is None or row.known_until:
            _say_gone(row)
    return [rows[number] for number in facts]


def _say_gone(row: Any) -> None:
    if row and row.merged_into_id:
        message = _("It has become part of fact %(number)s meanwhile: decide there.")
        raise CannotReview(message % {"number": row.merged_into_id})
    raise CannotReview(_("The fact is gone: a newer reading of its articles no longer finds it."))


def _log(user: Any, kind: str, fact: int, action: ReviewAction, values: dict[str, Any], reason: str) -> Review:
    return Review.objects.create(
        kind=kind,
        fact=fact,
        action=action,
        values=values,
        reason=reason.strip()[:500],
        by=user,
        by_name=user.get_username() if user else "",
    )


def _reports(kind: Kind, fact: int) -> list[Any]:
    found = kind.report.every.filter(fact=fact, known_until=None).select_related("article", "pin")
    return sorted(found, key=lambda report: (report.article.text_hash, report.start, report.pk))


def _settle(kind: Kind, changed: Iterable[Terms], facts: Iterable[int], heirs: Mapping[int, int] | None = None) -> None:
    for number in facts:
        _apply(kind, number)
    resettle(kind, changed, facts, heirs or {})


def _apply(kind: Kind, fact: int) -> None:
    """Writes on the fact what its decisions, as far as they stand, make of it."""
    row = kind.fact.every.get(pk=fact)
    standing = list(Review.objects.filter(kind=kind.name, fact=fact, undone_at=None).order_by("at", "pk"))
    for other in reversed(taken_over(kind.name, fact)):
        theirs = Review.objects.filter(kind=kind.name, fact=other, undone_at=None).order_by("at", "pk")
        standing = [*theirs, *standing]
    state, reviewed_at = "", None
    accepted: dict[str, Any] = {}
    corrections: dict[str, Any] = {}
    for review in standing:
        reviewed_at = review.at
        if review.action == ReviewAction.REJECT:
            state = ReviewState.REJECTED
        elif review.action in (ReviewAction.CORRECT, ReviewAction.ADD):
            corrections |= review.values
        elif review.action == ReviewAction.ACCEPT:
            accepted = review.values
        if review.action in (ReviewAction.ACCEPT, ReviewAction.CORRECT, ReviewAction.ADD):
            state = ReviewState.CORRECTED if corrections else ReviewState.ACCEPTED
    values = {
        "review_state": state,
        "accepted": accepted,
        "corrections": corrections,
        "reviewed_at": reviewed_at,
    }
    if any(getattr(row, name) != value for name, value in values.items()):
        if row.review_state != state and row.known_until is None:
            keep(row)
            values["known_from"] = timezone.now()
        kind.fact.every.filter(pk=fact).update(**values)


def _conflicts(first: Any, second: Any) -> list[str]:
    """The fields that were decided for both, and differently; a rejected fact conflicts with an accepted one."""
    conflicts = conflicting(first, second)
    states = {first.review_state, second.review_state}
    return conflicts + (["review"] if ReviewState.REJECTED in states and len(states - {""}) > 1 else [])


def _label(kind: Kind, name: str) -> str:
    """What the field is called on the page."""
    if name in ("participants", "others"):
        return str(Participation._meta.verbose_name_plural)
    name = {"review": "review_state", "actor_key": "speaker"}.get(name, name)
    columns = {field.name: field for field in kind.fact._meta.fields}
    return str(columns[name].verbose_name) if name in columns else _("Topics").lower()


def _copy_of(kind: Kind, fact: Any) -> Any:
    """A new fact with the values of one of its reports, which `resettle` then replaces by those of its own."""
    return founded(kind, _reports(kind, fact.pk)[:1])


# What of a report's values a person's word stands for.
_TECHNICAL = {
    *("evidence", "date_words", "relay", "words", "cue", "topic_words", "sentence", "start", "end", "others"),
    *("speaker", "actor"),  # a position's is its "actor_key"
}


def _correctable(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _TECHNICAL}
