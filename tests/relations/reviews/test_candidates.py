"""Which facts are offered as perhaps the same."""

from datetime import date
from typing import Any

import pytest

from relations.models import Contact, Position, TradeFigure
from relations.reading import ReadDate
from relations.reviews.candidates import MOST, candidates
from tests.readings import CALL, LAVROV, SAID, TRADE, UNKNOWN, article, call, position, store, turnover

pytestmark = pytest.mark.django_db


def told(day: str | None, **changes: Any) -> Contact:
    given = article(CALL)
    store(given, call(given, when=ReadDate(day), **changes))
    return Contact.objects.latest("pk")


def test_contacts_of_the_same_people_are_offered_the_nearest_first() -> None:
    fact = told("2024-02-10")
    later, before, far = told("2024-02-20"), told("2024-02-05"), told("2023-02-10")
    told("2024-02-10", participants=(LAVROV, UNKNOWN))

    assert [other.pk for other in candidates("contact", fact)] == [before.pk, later.pk, far.pk]


def test_a_contact_without_a_date_is_offered_others_of_its_people() -> None:
    fact, other = told(None), told("2024-02-05")

    assert candidates("contact", fact) == [other]
    assert candidates("contact", other) == []  # nothing is near in time


def test_figures_of_the_same_thing_and_statements_of_the_same_speaker_are_offered() -> None:
    for year, day in ((2022, 1), (2023, 20)):
        given = article(TRADE, SAID, published=date(2024, 2, day))
        store(given, turnover(given, period=str(year)), position(given))
    older, newer = TradeFigure.objects.order_by("period_end")
    store(given := article(TRADE), turnover(given, indicator="ru_to_cn"))

    assert candidates("trade", newer) == [older]
    first, second = Position.objects.order_by("reported_on")
    assert candidates("position", first) == [second]


def test_no_more_are_offered_than_can_be_looked_through(django_assert_max_num_queries: Any) -> None:
    fact = told("2024-02-01")
    for day in range(2, 2 * MOST, 2):
        told(f"2024-03-{day:02}")
        told(f"2024-01-{day:02}")

    with django_assert_max_num_queries(8):
        assert len(candidates("contact", Contact.objects.get(pk=fact.pk))) == MOST
