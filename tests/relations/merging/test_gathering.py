"""What is looked at when a report comes: all that it can have to do with, over any number of steps, and no more."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model

from relations import reviewing
from relations.merging.gathering import AT_ONCE, Gathered, gather
from relations.models import Contact, ContactReport
from relations.reading import ReadDate
from tests.readings import CALL, LAVROV, UNKNOWN, article, call, store
from tests.relations.merging.made import contact

pytestmark = pytest.mark.django_db


def _stored(when: str, **changes: Any) -> None:
    told = article(CALL)
    store(told, call(told, when=ReadDate(when), **changes))


def _days(gathered: Gathered) -> list[str]:
    return sorted(report.values["date"] for report in gathered.reports.values())


def test_it_goes_on_from_what_it_finds() -> None:
    for day in ("2024-02-09", "2024-02-10", "2024-02-13"):
        _stored(day)
    assert _days(gather("contact", ContactReport, [contact("2024-02-08")])) == ["2024-02-09", "2024-02-10"]


def test_it_passes_by_other_people_and_other_formats() -> None:
    _stored("2024-02-08", participants=(LAVROV, UNKNOWN))
    _stored("2024-02-08", format="message")
    assert _days(gather("contact", ContactReport, [contact("2024-02-08")])) == []


def test_what_a_review_tied_to_a_fact_is_kept_by_that_fact() -> None:
    _stored("2024-02-08")
    fact = Contact.objects.get()
    reviewing.accept(get_user_model().objects.create_user("reviewer"), "contact", fact.pk)

    gathered = gather("contact", ContactReport, [contact("2024-02-08")])

    assert gathered.reports == {}
    assert list(gathered.pinned) == [fact.pk]


def test_more_is_asked_for_than_one_question_can_hold() -> None:
    _stored("2024-02-08")
    many = [contact("2024-02-08", format="meeting", place=f"Город {number}") for number in range(AT_ONCE * 6)]
    assert _days(gather("contact", ContactReport, [*many, contact("2024-02-08")])) == ["2024-02-08"]


def test_of_reports_with_the_same_terms_the_first_in_rank_stands_for_all() -> None:
    stated, inferred = contact(ReadDate("2024-02-08")), contact(ReadDate("2024-02-08", inferred=True))
    assert stated.key == inferred.key and stated.rank < inferred.rank
    for order in ([stated, inferred], [inferred, stated]):
        gathered = Gathered()
        for terms in order:
            gathered.keep_first(terms)
        assert gathered.found[stated.key].rank == stated.rank
