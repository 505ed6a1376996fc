"""A report that moves to another fact was known as the first one's until then."""

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from relations import reviewing
from relations.knowledge import as_of, known_facts
from relations.models import Contact, ContactReport
from relations.reading import ReadDate
from tests.readings import CALL, article, call, store

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> Any:
    return get_user_model().objects.create_user("reviewer")


@pytest.fixture
def two() -> tuple[Contact, Contact]:
    """Two calls that no rule takes for one."""
    for day in ("2024-02-07", "2024-02-20"):
        given = article(CALL)
        store(given, call(given, when=ReadDate(day)))
    first, second = Contact.objects.order_by("pk")
    return first, second


def _known_at(at: datetime) -> dict[int, list[str]]:
    """The days told by the reports of each fact known then."""
    with as_of(at):
        facts = Contact.objects.all()
        return {fact.number: sorted(r.values["date"] for r in fact.identity.reports.all()) for fact in facts}


def test_before_a_merge_each_fact_has_its_own_reports(reviewer: Any, two: tuple[Contact, Contact]) -> None:
    first, second = two
    before = timezone.now()

    reviewing.merge(reviewer, "contact", first.pk, second.pk)

    assert _known_at(before) == {first.pk: ["2024-02-07"], second.pk: ["2024-02-20"]}
    assert _known_at(timezone.now()) == {first.pk: ["2024-02-07", "2024-02-20"]}


def test_undoing_a_merge_leaves_it_known_for_the_time_between(reviewer: Any, two: tuple[Contact, Contact]) -> None:
    first, second = two
    review = reviewing.merge(reviewer, "contact", first.pk, second.pk)
    between = timezone.now()

    reviewing.undo(reviewer, review)

    assert _known_at(between) == {first.pk: ["2024-02-07", "2024-02-20"]}
    assert _known_at(timezone.now()) == {first.pk: ["2024-02-07"], second.pk: ["2024-02-20"]}


def test_a_report_that_merging_moves_was_known_elsewhere_before() -> None:
    """ "In February" is the one call of that month as long as there is one; with two, it is neither."""
    vague, exact, other = article(CALL), article(CALL), article(CALL)
    store(vague, call(vague, when=ReadDate("2024-02")))
    store(exact, call(exact))
    call_of_the_8th, before = Contact.objects.get().pk, timezone.now()

    store(other, call(other, when=ReadDate("2024-02-20")))

    assert ContactReport.objects.get(article=vague).fact_id != call_of_the_8th
    assert _known_at(before) == {call_of_the_8th: ["2024-02", "2024-02-08"]}


def test_nothing_moves_when_the_same_is_read_again(two: tuple[Contact, Contact]) -> None:
    rows = ContactReport.every.count()
    given = ContactReport.objects.first()
    assert given is not None

    store(given.article, call(given.article, when=ReadDate(given.values["date"])))

    assert ContactReport.every.count() == rows


def test_a_fact_is_found_by_its_number_as_it_was_then(reviewer: Any, two: tuple[Contact, Contact]) -> None:
    first, _ = two
    before = timezone.now()
    reviewing.correct(reviewer, "contact", first.pk, {"date": "2024-02-08"})

    with as_of(before):
        assert [(fact.number, fact.date) for fact in known_facts(Contact, [first.pk])] == [(first.pk, "2024-02-07")]
    assert known_facts(Contact, [first.pk]).get().date == "2024-02-08"
