"""What is to be looked at first, and why."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User

from relations import reviewing
from relations.models import Actor, Article, Contact, Office, Outlet, Position, Post, TradeFigure
from relations.reading import ReadDate
from relations.reviews.orphans import orphaned
from relations.reviews.queue import progress, queue, wanting
from tests.readings import CALL, PUTIN, SAID, TRADE, XI, article, call, position, store, turnover

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> User:
    return User.objects.create_user("anna")


def told(day: str, *, times: int = 1, **changes: Any) -> Contact:
    """A contact of that day, reported by so many outlets."""
    for number in range(times):
        outlet, _ = Outlet.objects.get_or_create(name=f"Вестник {number}")
        given = article(CALL, f"Вестник {number}, день {day}.", outlet=outlet, published=date.fromisoformat(day))
        store(given, call(given, when=ReadDate(day, inferred=changes.get("inferred", False)), **_without(changes)))
    return Contact.objects.get(day=day)


def _without(changes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in changes.items() if name != "inferred"}


def order(**asked: str) -> list[tuple[str, int]]:
    return [(kind, number) for kind, number, *_ in queue(asked)]


def contacts(**asked: str) -> list[int]:
    return [number for kind, number in order(**asked) if kind == "contact"]


def test_leaders_come_before_all_others_and_the_newest_before_the_older() -> None:
    minister = told("2024-03-01", level="minister")
    older, newer = told("2024-01-01"), told("2024-02-01")

    assert contacts() == [newer.pk, older.pk, minister.pk]


def test_among_equals_a_conflict_goes_before_a_weak_foundation_and_that_before_a_sound_one() -> None:
    sound = told("2024-03-01", times=2)
    weak = told("2024-02-01", times=1, inferred=True)
    conflict = told("2024-01-01", times=2)
    Contact.objects.filter(pk=conflict.pk).update(disputed=True)

    assert contacts() == [conflict.pk, weak.pk, sound.pk]


def test_the_more_is_weak_the_earlier() -> None:
    single = told("2024-03-01")
    inferred = told("2024-02-01", inferred=True)
    one_sided = told("2024-01-01", inferred=True, participants=(PUTIN,))

    assert contacts() == [one_sided.pk, inferred.pk, single.pk]


def test_a_reading_that_disagrees_with_a_review_goes_before_a_conflict_of_reports(reviewer: User) -> None:
    disputed = told("2024-02-01", times=2)
    Contact.objects.filter(pk=disputed.pk).update(disputed=True)
    corrected = told("2024-01-05")
    reviewing.correct(reviewer, "contact", corrected.pk, {"date": "2024-01-06", "precision": "day"})
    given = Article.objects.get(contactreports__fact=corrected)

    store(given, call(given, when=ReadDate("2024-01-02")), version="test-2")

    assert contacts() == [corrected.pk, disputed.pk]
    assert contacts(why="differs") == [corrected.pk]
    assert wanting({}) == {"differs": 1}


def test_a_leaders_statement_counts_as_a_leaders_contact_does() -> None:
    minister = told("2024-02-08", level="minister")
    given = article(SAID, TRADE)
    store(given, position(given), turnover(given))
    chairman = Office.objects.create(key="chairman", side="CN", level="leader", name_ru="председатель")
    Post.objects.create(actor=Actor.objects.get(key="xi-jinping"), office=chairman)

    stated, figure = Position.objects.get(), TradeFigure.objects.get()
    assert order() == [("position", stated.pk), ("contact", minister.pk), ("trade", figure.pk)]
    assert order(level="leader") == [("position", stated.pk)]


def test_what_is_reviewed_leaves_the_queue_and_is_found_by_its_state(reviewer: User) -> None:
    accepted, rejected, left = told("2024-01-01"), told("2024-02-01"), told("2024-03-01")
    reviewing.accept(reviewer, "contact", accepted.pk)
    reviewing.reject(reviewer, "contact", rejected.pk, "no")

    assert contacts() == [left.pk]
    assert contacts(state="accepted") == [accepted.pk]
    assert contacts(state="rejected") == [rejected.pk]
    assert contacts(state="corrected") == []
    assert contacts(state="all") == [left.pk, rejected.pk, accepted.pk]
    assert progress({}) == (2, 3)


def test_what_wants_another_look_does_not_count_as_reviewed(reviewer: User) -> None:
    fact = told("2024-01-01")
    reviewing.accept(reviewer, "contact", fact.pk)
    given = Article.objects.get(contactreports__fact=fact)

    store(given, version="test-2")

    assert (progress({}), contacts(why="unread")) == ((0, 1), [fact.pk])


def test_a_rejected_fact_that_is_reported_again_comes_back_to_the_queue(reviewer: User) -> None:
    fact = told("2024-01-01")
    reviewing.reject(reviewer, "contact", fact.pk, "no")
    given = article(CALL)
    store(given, call(given, when=ReadDate("2024-01-01")))

    assert contacts(why="returned") == [fact.pk]


@pytest.mark.parametrize(
    ("why", "days"),
    [
        ("single", ["2024-03-01", "2024-02-01"]),
        ("inferred", ["2024-02-01"]),
        ("incomplete", ["2024-01-01"]),
        ("disputed", []),
    ],
)
def test_one_may_ask_for_one_reason(why: str, days: list[str]) -> None:
    told("2024-03-01")
    told("2024-02-01", inferred=True)
    told("2024-01-01", times=2, participants=(XI,))

    assert list(Contact.objects.filter(pk__in=contacts(why=why)).values_list("date", flat=True)) == days


def test_a_reason_that_a_kind_can_not_have_leaves_the_kind_out() -> None:
    given = article(TRADE)
    store(given, turnover(given))

    assert order(why="inferred") == order(level="leader") == []
    assert order(kind="trade") != order(kind="contact") == []
    assert progress({"kind": "contact"}) == (0, 0)
    assert order(kind="trade", level="leader") == []


def test_one_may_ask_for_an_outlet() -> None:
    told("2024-01-01")
    both = told("2024-02-01", times=2)
    second = Outlet.objects.get(name="Вестник 1")

    assert contacts(outlet=str(second.pk)) == [both.pk]


def test_versions_that_were_shown_once_are_not_in_the_queue(reviewer: User) -> None:
    fact = told("2024-01-01")
    reviewing.undo(reviewer, reviewing.correct(reviewer, "contact", fact.pk, {"date": "2024-01-02"}))

    assert Contact.every.count() > 1
    assert contacts(state="all") == [fact.pk]


# --- Decisions without their sentence ------------------------------------------------------------


def test_a_decision_whose_sentence_is_no_longer_found_is_told(reviewer: User) -> None:
    first, second = told("2024-01-01"), told("2024-02-01")
    review = reviewing.keep_apart(reviewer, "contact", first.pk, second.pk)
    given = Article.objects.get(contactreports__fact=first)
    assert not orphaned().exists()

    store(given, version="test-2")
    assert list(orphaned()) == [review]

    reviewing.undo(reviewer, review)
    assert not orphaned().exists()


def test_an_accepted_fact_kept_without_its_sentence_is_told(reviewer: User) -> None:
    fact = told("2024-01-01")
    review = reviewing.accept(reviewer, "contact", fact.pk)
    given = Article.objects.get(contactreports__fact=fact)

    store(given, version="test-2")
    assert list(orphaned()) == [review]

    store(given, call(given, when=ReadDate("2024-01-01")), version="test-3")
    assert not orphaned().exists()


def test_a_rejection_that_readings_agree_with_is_none(reviewer: User) -> None:
    fact = told("2024-01-01")
    given = Article.objects.get(contactreports__fact=fact)
    reviewing.reject(reviewer, "contact", fact.pk, "no")

    store(given, version="test-2")

    assert not orphaned().exists()
