"""Decisions that rest on one another are taken back in any order that makes sense, and leave what the others say."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model

from relations import reviewing
from relations.models import Contact, Pin, Review
from relations.reading import ReadDate
from relations.reviewing import CannotReview
from tests.readings import CALL, article, call, store
from tests.relations.dumps import rows

pytestmark = pytest.mark.django_db

DAYS = ("2024-02-08", "2024-02-20", "2024-03-05")


@pytest.fixture
def reviewer() -> Any:
    return get_user_model().objects.create_user("reviewer")


@pytest.fixture
def facts() -> list[int]:
    """Three calls, each told by an article."""
    for day in DAYS:
        _told(day)
    return [Contact.objects.get(date=day).pk for day in DAYS]


def _told(day: str) -> None:
    given = article(CALL)
    store(given, call(given, when=ReadDate(day)))


def _shown() -> list[tuple[Any, ...]]:
    contacts = Contact.objects.order_by("pk")
    return [(c.pk, c.date, c.place, c.review_state, sorted(r.article_id for r in c.reports.all())) for c in contacts]


def test_what_was_corrected_before_two_merges_holds_after_them_and_is_given_back(reviewer: Any, facts: Any) -> None:
    first, second, third = facts
    reviewing.correct(reviewer, "contact", third, {"place": "Москва"})
    before = _shown()
    merges = [reviewing.merge(reviewer, "contact", second, third), reviewing.merge(reviewer, "contact", first, second)]
    assert [(c.pk, c.place, c.sources) for c in Contact.objects.all()] == [(first, "Москва", 3)]

    for review in reversed(merges):
        reviewing.undo(reviewer, review)

    assert _shown() == before


def test_a_correction_taken_over_by_a_merge_is_its_facts_own_again_once_that_is_undone(
    reviewer: Any, facts: Any
) -> None:
    first, second, _ = facts
    reviewing.correct(reviewer, "contact", second, {"date": "2024-02-14"})
    reviewing.undo(reviewer, reviewing.merge(reviewer, "contact", first, second))

    _told("2024-02-14")

    assert Contact.objects.get(pk=second).sources == 2


def test_a_merge_on_which_another_rests_is_not_undone_before_it(reviewer: Any, facts: Any) -> None:
    first, second, third = facts
    inner = reviewing.merge(reviewer, "contact", second, third)
    reviewing.merge(reviewer, "contact", first, second)
    before = rows()

    with pytest.raises(CannotReview, match=f"part of fact {first} since"):
        reviewing.undo(reviewer, inner)

    assert rows() == before


def test_a_correction_is_undone_where_its_fact_has_become_part_of_another(reviewer: Any, facts: Any) -> None:
    first, second, _ = facts
    correction = reviewing.correct(reviewer, "contact", second, {"place": "Москва"})
    merge = reviewing.merge(reviewer, "contact", first, second)

    reviewing.undo(reviewer, correction)
    assert [(c.pk, c.place) for c in Contact.objects.filter(pk=first)] == [(first, "")]
    assert Contact.every.get(pk=second).merged_into_id == first

    reviewing.undo(reviewer, merge)
    assert [c.review_state for c in Contact.objects.all()] == ["", "", ""]
    assert not Pin.objects.filter(is_active=True).exists()


def test_corrections_undone_from_the_first_on_leave_what_was_read(reviewer: Any, facts: Any) -> None:
    before = _shown()
    for day in ("2024-02-10", "2024-02-11", "2024-02-12"):
        reviewing.correct(reviewer, "contact", facts[0], {"date": day})

    for review in Review.objects.order_by("pk")[:2]:
        reviewing.undo(reviewer, review)
    assert Contact.objects.get(pk=facts[0]).date == "2024-02-12"
    assert Pin.objects.filter(is_active=True).exclude(article=None).count() == 1

    reviewing.undo(reviewer, Review.objects.latest("pk"))
    assert _shown() == before
    assert not Pin.objects.filter(is_active=True).exists()
