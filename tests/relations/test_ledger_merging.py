"""Reports of one event from several articles are one fact; reports of different events are not."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from django.db.models import Model

from relations.models import Article, Contact, Position, TradeFigure
from relations.reading import ReadContact, ReadDate
from tests.readings import CALL, LAVROV, PUTIN, SAID, TRADE, UNKNOWN, XI, article, call, position, store, turnover

pytestmark = pytest.mark.django_db


def test_one_call_in_two_articles_is_one_contact_with_two_sources() -> None:
    for _ in range(2):
        given = article(CALL)
        store(given, call(given))

    contact = Contact.objects.get()
    assert contact.sources == 2
    assert contact.reports.count() == 2


def test_one_call_told_twice_in_an_article_has_one_source() -> None:
    again = "Разговор лидеров длился около часа."
    given = article(CALL, again)
    store(given, call(given), call(given, again))

    contact = Contact.objects.get()
    assert contact.reports.count() == 2
    assert contact.sources == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"when": ReadDate("2024-02-09")},
        {"format": "video"},
        {"participants": (LAVROV, UNKNOWN)},
        {"when": ReadDate("2024-02-08", "2024-02-10")},
    ],
    ids=["another day", "another format", "other people", "several days"],
)
def test_another_event_is_another_contact(changes: dict[str, Any]) -> None:
    given = article(CALL)
    store(given, call(given), call(given, **changes))

    assert Contact.objects.count() == 2


@pytest.mark.parametrize("when", [ReadDate(), ReadDate("2024")], ids=["undated", "of a year"])
def test_contacts_whose_date_tells_nothing_are_not_merged_on_a_guess(when: ReadDate) -> None:
    for _ in range(2):
        given = article(CALL)
        store(given, call(given, when=when))

    assert Contact.objects.count() == 2


def test_participants_in_another_order_are_the_same_participants() -> None:
    one, two = article(CALL), article(CALL)
    store(one, call(one, participants=(PUTIN, XI)))
    store(two, call(two, participants=(XI, PUTIN)))

    assert Contact.objects.get().sources == 2


def test_what_was_held_outweighs_what_was_planned() -> None:
    plan, report = article(CALL), article(CALL)
    store(plan, call(plan, status="planned"))
    store(report, call(report))

    assert Contact.objects.get().status == "held"


def test_a_date_is_inferred_only_where_no_article_states_it() -> None:
    one, two = article(CALL), article(CALL)
    store(one, call(one, when=ReadDate("2024-02-08", inferred=True)))
    assert Contact.objects.get().inferred

    store(two, call(two))
    assert not Contact.objects.get().inferred


def test_one_figure_in_two_articles_is_one_figure_with_two_sources() -> None:
    for _ in range(2):
        given = article(TRADE)
        store(given, turnover(given))

    assert TradeFigure.objects.get().sources == 2


@pytest.mark.parametrize(
    "changes",
    [{"period": "2022"}, {"value": 190e9}, {"status": "target"}, {"indicator": "ru_to_cn"}, {"unit": "CNY"}],
    ids=lambda changes: next(iter(changes)),
)
def test_another_figure_stays_apart(changes: dict[str, Any]) -> None:
    given = article(TRADE)
    store(given, turnover(given), turnover(given, **changes))

    assert TradeFigure.objects.count() == 2


@pytest.mark.parametrize(("later", "facts"), [(date(2024, 2, 20), 1), (date(2024, 6, 20), 2)])
def test_figures_without_a_period_are_one_in_the_news_of_the_same_weeks_alone(later: date, facts: int) -> None:
    for published in (date(2024, 2, 8), later):
        given = article(TRADE, published=published)
        store(given, turnover(given, period=None))

    assert TradeFigure.objects.count() == facts


def test_figures_without_a_period_in_undated_articles_are_not_merged_on_a_guess() -> None:
    for _ in range(2):
        given = article(TRADE, published=None)
        store(given, turnover(given, period=None))

    assert TradeFigure.objects.count() == 2


def test_the_same_words_of_the_same_speaker_are_one_position() -> None:
    one = article(SAID, published=date(2024, 2, 9))
    two = article(SAID, published=date(2024, 2, 8))
    store(one, position(one))
    store(two, position(two))

    stated = Position.objects.get()
    assert stated.sources == 2
    assert stated.reported_on == date(2024, 2, 8)


def test_the_same_words_of_another_speaker_are_another_position() -> None:
    given = article(SAID)
    store(given, position(given), position(given, speaker=PUTIN))

    assert Position.objects.count() == 2


# --- The order of arrival ------------------------------------------------------------------------


def _values(facts: list[Model]) -> list[dict[str, Any]]:
    """What the facts say, without what differs between installations: the numbers and when they were first seen."""
    own = {"id", "first_seen_at", "known_from", "speaker_id"}
    return [
        {field.name: getattr(fact, field.attname) for field in fact._meta.fields if field.attname not in own}
        for fact in facts
    ]


def _facts() -> dict[str, Any]:
    people = [
        sorted((row.actor.key, row.side, row.post) for row in contact.participations.all())
        for contact in Contact.objects.order_by("pk")
    ]
    kinds = (Contact, TradeFigure, Position)
    return {"people": people} | {kind.__name__: _values(list(kind.objects.order_by("pk"))) for kind in kinds}


def _versions(articles: list[Article]) -> list[tuple[Article, ReadContact]]:
    """Three reports of one call that differ in all that reports of one call may differ in."""
    first, second, third = articles
    return [
        (first, call(first, status="planned", level="government")),
        (second, call(second, place="Пекин", when=ReadDate("2024-02-08", inferred=True))),
        (third, call(third, place="Москва", margins=True)),
    ]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_arrival_changes_nothing(order: tuple[int, ...]) -> None:
    articles = [
        Article.objects.create(text=f"{CALL}\n{TRADE}\n{SAID}\nВыпуск {number}.", published=date(2024, 2, 8 + number))
        for number in range(3)
    ]
    for given, contact in _versions(articles):
        store(given, contact, turnover(given), position(given))
    expected = _facts()
    for given in articles:
        store(given)
    assert not Contact.objects.exists()

    versions = _versions(articles)
    for number in order:
        given, contact = versions[number]
        store(given, contact, turnover(given), position(given))

    assert _facts() == expected


def test_reading_one_article_again_gives_what_reading_it_last_would_have() -> None:
    one, two = article(CALL), article(CALL)
    store(one, call(one, place="Москва"))
    store(two, call(two, place="Пекин"))

    store(one, call(one, place="Пекин"), version="test-2")
    assert Contact.objects.get().place == "Пекин"
