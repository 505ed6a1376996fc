"""Only what somebody could have seen is kept as a version of a fact."""

from typing import Any

import pytest

from relations.models import Contact, Position, TradeFigure
from relations.reading import ReadDate
from tests.readings import CALL, SAID, TRADE, article, call, position, store, turnover

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Contact, Position, TradeFigure])
def test_a_new_fact_has_no_past(model: Any) -> None:
    given = article(CALL, SAID, TRADE)
    store(given, call(given), position(given), turnover(given))

    assert model.every.count() == 1


def test_another_source_that_says_the_same_makes_no_version() -> None:
    for _ in range(2):
        given = article(CALL)
        store(given, call(given))

    assert Contact.every.count() == 1


def test_a_date_that_becomes_more_precise_leaves_the_one_before() -> None:
    vague, exact = article(CALL), article(CALL)
    store(vague, call(vague, when=ReadDate("2024-02")))
    store(exact, call(exact))

    assert [(fact.of_id is None, fact.date) for fact in Contact.every.order_by("known_from")] == [
        (False, "2024-02"),
        (True, "2024-02-08"),
    ]
    assert {actor.name_ru for fact in Contact.every.all() for actor in fact.actors.all()} == {
        "Владимир Путин",
        "Си Цзиньпин",
    }
