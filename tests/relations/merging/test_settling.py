"""Which fact keeps its id, which reports move, and what is not looked at."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations.models import Article, Contact, ContactReport
from relations.reading import ReadContact, ReadDate
from tests.readings import CALL, PUTIN, XI, article, call, store

pytestmark = pytest.mark.django_db


def _told(when: str, **changes: Any) -> Article:
    told = article(CALL)
    store(told, call(told, when=ReadDate(when), **changes))
    return told


def _homes() -> dict[str, int]:
    """The fact of each report, by the report's day."""
    return {report.values["date"]: report.fact_id for report in ContactReport.objects.all()}


def test_a_fact_keeps_its_id_where_most_of_its_reports_are() -> None:
    first = _told("2024-02-08")
    _told("2024-02-08")
    _told("2024-02-08")
    (fact,) = Contact.objects.all()

    store(first, call(first, when=ReadDate("2024-02-20")), version="test-2")

    assert _homes()["2024-02-08"] == fact.pk
    assert _homes()["2024-02-20"] != fact.pk


def test_what_had_one_home_has_none_once_it_may_mean_two() -> None:
    _told("2024-02-08")
    _told("2024-02")
    assert len(set(_homes().values())) == 1

    _told("2024-02-20")

    assert len(set(_homes().values())) == 3


def test_it_comes_home_again_once_the_other_is_gone() -> None:
    _told("2024-02-08")
    _told("2024-02")
    other = _told("2024-02-20")
    store(other, version="test-2")
    assert len(set(_homes().values())) == 1


def test_a_fact_that_lost_its_reports_leads_on_to_the_one_that_took_them() -> None:
    given = _told("2024-02-20")
    old = Contact.objects.get()
    _told("2024-02-08")
    store(given, call(given, when=ReadDate("2024-02-08")), version="test-2")

    old.refresh_from_db()
    (fact,) = Contact.objects.all()
    assert (fact.sources, old.merged_into or old) == (2, fact)


def test_a_report_says_why_it_belongs_where_it_is() -> None:
    _told("2024-02-08")
    _told("2024-02")
    assert sorted(report.why for report in ContactReport.objects.all()) == [[], ["participants", "month", "format"]]


# --- What is known already -----------------------------------------------------------------------


def _queries_of_another(when: str) -> int:
    told = article(CALL)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        store(told, call(told, when=ReadDate(when)))
    return len(queries)


def test_what_many_told_before_takes_no_longer_to_record() -> None:
    _told("2024-02-08")
    _told("2024-02-08")
    early = _queries_of_another("2024-02-08")
    for _ in range(10):
        _told("2024-02-08")
    assert _queries_of_another("2024-02-08") == early
    assert Contact.objects.get().sources == 14


def test_an_article_that_tells_more_of_it_is_looked_at_whole() -> None:
    """Its second day is news told apart, so the day before, which both might mean, is no longer plain."""
    again = "Накануне они говорили тоже."
    _told("2024-02-08")
    _told("2024-02-09")
    assert Contact.objects.count() == 1  # a day off

    given = article(CALL, again)
    calls: list[ReadContact] = [
        call(given, when=ReadDate("2024-02-08")),
        call(given, again, when=ReadDate("2024-02-09"), participants=(PUTIN, XI)),
    ]
    store(given, *calls)

    assert Contact.objects.count() == 2
