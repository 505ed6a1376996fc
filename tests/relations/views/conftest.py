"""A small collection: one call in two articles, one figure, one position, one plan that came due."""

from datetime import date

import pytest
from django.test import Client

from relations.models import Article, Contact, Outlet
from relations.reading import ReadDate
from tests.readings import CALL, SAID, TRADE, article, call, position, store, turnover
from tests.relations.reviewers import reviewer_client


@pytest.fixture
def collection(db: None) -> Article:
    """The first of the articles: it reports one fact of each kind."""
    outlet = Outlet.objects.create(name="Вестник")
    told = article(CALL, TRADE, SAID, title="О разговоре", outlet=outlet)
    store(told, call(told), turnover(told), position(told))
    again = article(CALL, title="Ещё о разговоре", published=date(2024, 2, 9), is_sample=True)
    store(again, call(again))
    plan = article("Министры встретятся в марте.", title="О планах")
    due = call(plan, "Министры встретятся в марте.", when=ReadDate("2024-03"), status="planned", format="meeting")
    store(plan, due)
    return told


@pytest.fixture
def many(db: None) -> None:
    """Sixty contacts, figures and positions, to see that queries do not grow with them."""
    for number in range(60):
        sentence = f"Разговор {number} состоялся."
        words = f"Слово {number} сказано."
        told = article(sentence, TRADE, words, title=f"Статья {number}")
        when = ReadDate(f"20{10 + number // 12}-{number % 12 + 1:02}-05")
        store(
            told,
            call(told, sentence, when=when),
            turnover(told, value=1e9 * (number + 1)),
            position(told, words, content=words),
        )


@pytest.fixture
def reviewer(db: None) -> Client:
    return reviewer_client()


@pytest.fixture
def fact(db: None) -> Contact:
    """A call that two articles put on one day; a third puts another one two weeks later."""
    for day in ("2024-02-07", "2024-02-07", "2024-02-20"):
        given = article(CALL)
        store(given, call(given, when=ReadDate(day)))
    return Contact.objects.get(day="2024-02-07")


@pytest.fixture
def other(fact: Contact) -> Contact:
    return Contact.objects.get(day="2024-02-20")
