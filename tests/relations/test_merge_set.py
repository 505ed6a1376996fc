"""The merge sets, read by the real reader and recorded: reports of one event become one fact, in whatever order.

`merge_set` has mostly events told many times, `merge_set_2` mostly events that are easily taken for one another.

`python -m pytest tests/relations/test_merge_set.py -s` prints the scores.
"""

import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from io import StringIO
from typing import Any, NamedTuple

import pytest
from django.core.management import call_command
from django.db import transaction

from ingest.extraction.reader import Reader
from ingest.gazetteer import from_file
from ingest.reference_loading import load_all
from relations.ledger import record
from relations.models import Article, ContactReport, Outlet, PositionReport, TradeReport
from relations.reading import ArticleText, Reading
from tests.relations.merge_articles import Event, Report, Telling, articles, assign, events, tellings
from tests.relations.merge_score import b_cubed, facts_per_event

pytestmark = pytest.mark.django_db


class Limits(NamedTuple):
    """What is reached, and so guarded: the score, how many facts an event may have, how many sentences go unread."""

    f1: float
    facts_per_event: float
    unread: float
    articles: int
    events: int


SETS = {"merge_set": Limits(0.985, 1.03, 0.05, 66, 24), "merge_set_2": Limits(0.985, 1.03, 0.1, 90, 50)}
REPORTS = {"contact": ContactReport, "trade": TradeReport, "position": PositionReport}

Order = Callable[[list[Any]], list[Any]]


def _shuffled(rows: list[Any]) -> list[Any]:
    return random.Random(4).sample(rows, len(rows))  # noqa: S311 - the same order each time


ORDERS: dict[str, Order] = {"as given": list, "reversed": lambda rows: rows[::-1], "shuffled": _shuffled}


class Outcome(NamedTuple):
    """What recording all articles in one order gave: each scored report's fact and event, and what `facts` prints."""

    facts: dict[int, tuple[str, int]]
    events: dict[int, Event]
    unread: list[Telling]
    lines: list[dict[str, Any]]


def _record_all(order: Order, readings: Sequence[tuple[dict[str, Any], Reading]]) -> None:
    outlets = {outlet.name: outlet for outlet in Outlet.objects.all()}
    for row, reading in order(list(readings)):
        article = Article.objects.create(
            external_id=row["id"],
            outlet=outlets[row["outlet"]],
            published=row["published"],
            title=row["title"],
            text=row["text"],
        )
        record(article, reading)


def _outcome(name: str) -> Outcome:
    rows = [(kind, row) for kind, model in REPORTS.items() for row in model.objects.select_related("article")]
    told = assign(name, (Report(row.article.external_id, kind, row.spans, row.values) for kind, row in rows))
    reported = {number: telling.event for telling, numbers in told.items() for number in numbers}
    facts = {number: (rows[number][0], rows[number][1].fact_id) for number in reported}
    printed = StringIO()
    call_command("facts", stdout=printed)
    lines = [json.loads(line) for line in printed.getvalue().splitlines()]
    return Outcome(facts, reported, [telling for telling, numbers in told.items() if not numbers], lines)


@pytest.fixture(scope="module")
def outcomes(django_db_setup: None, django_db_blocker: Any) -> dict[tuple[str, str], Outcome]:
    """The articles of each set, read once and recorded in each order into an empty database."""
    reader = Reader(from_file())
    found = {}
    for name in SETS:
        rows = articles(name)
        texts = [ArticleText(row["text"], row["title"], row["published"].isoformat(), row["outlet"]) for row in rows]
        readings = list(zip(rows, reader.read_many(texts), strict=True))
        for order, arranged in ORDERS.items():
            with django_db_blocker.unblock(), transaction.atomic():
                load_all()
                _record_all(arranged, readings)
                found[name, order] = _outcome(name)
                transaction.set_rollback(True)
    return found


every_set = pytest.mark.parametrize("name", SETS)
every_order = pytest.mark.parametrize("order", ORDERS)


# --- The sets themselves -------------------------------------------------------------------------


@every_set
def test_there_are_enough_articles_and_events(name: str) -> None:
    assert len(articles(name)) >= SETS[name].articles
    assert len(events(name)) >= SETS[name].events


@every_set
def test_every_event_is_told_and_many_more_than_once(name: str) -> None:
    times = Counter(telling.event.id for telling in tellings(name))
    assert set(times) == set(events(name))
    assert sum(many > 1 for many in times.values()) >= 24


@every_set
def test_no_two_articles_share_an_identifier_and_all_kinds_of_outlet_are_there(name: str) -> None:
    rows = articles(name)
    assert [key for key, times in Counter(row["id"] for row in rows).items() if times > 1] == []
    load_all()
    kinds = dict(Outlet.objects.values_list("name", "kind"))
    assert {kinds[row["outlet"]] for row in rows} == {"official", "agency", "press"}


@every_set
def test_nothing_is_quoted(name: str) -> None:
    """Guillemets hold names of things: statements stand in reported speech."""
    quoted = [words for row in articles(name) for words in row["text"].split("«")[1:]]
    assert [words for words in quoted if len(words.partition("»")[0].split()) > 5] == []


# --- What becomes of them ------------------------------------------------------------------------


@every_set
@every_order
def test_nearly_all_named_sentences_are_read(outcomes: dict[tuple[str, str], Outcome], name: str, order: str) -> None:
    unread = outcomes[name, order].unread
    print(f"\n{name}, {order}: {len(unread)} of {len(tellings(name))} named sentences unread")
    print(*(f"  {telling.article}: {telling.event.id}" for telling in unread), sep="\n")
    assert len(unread) <= SETS[name].unread * len(tellings(name))


@every_set
@every_order
def test_reports_of_one_event_are_one_fact(outcomes: dict[tuple[str, str], Outcome], name: str, order: str) -> None:
    outcome = outcomes[name, order]
    score = b_cubed(outcome.facts, outcome.events)
    spread = facts_per_event(outcome.facts, outcome.events)
    print(
        f"\n{name}, {order}: {len(outcome.events)} reports of {len(set(outcome.events.values()))} events, "
        f"B-cubed precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f}; "
        f"{spread:.3f} facts per event (all facts by all events: {_ratio(outcome):.3f})"
    )
    print(*_mistakes(outcome), sep="\n")
    assert score.f1 >= SETS[name].f1
    assert spread <= SETS[name].facts_per_event


def _ratio(outcome: Outcome) -> float:
    """How many facts by how many events, where wrong merges make up for splits: only printed."""
    return len(set(outcome.facts.values())) / len(set(outcome.events.values()))


def _mistakes(outcome: Outcome) -> list[str]:
    """A line for each event that is split and for each fact of several events."""
    pairs = {(outcome.events[number].id, outcome.facts[number]) for number in outcome.events}
    split, mixed = Counter(event for event, _ in pairs), Counter(fact for _, fact in pairs)
    return [
        *(f"  split into {times}: {event}" for event, times in sorted(split.items()) if times > 1),
        *(
            f"  one fact: {', '.join(sorted(event for event, of in pairs if of == fact))}"
            for fact, times in sorted(mixed.items())
            if times > 1
        ),
    ]


@every_set
@pytest.mark.parametrize("order", [order for order in ORDERS if order != "as given"])
def test_the_order_of_the_articles_changes_ids_alone(
    outcomes: dict[tuple[str, str], Outcome], name: str, order: str
) -> None:
    expected, found = (
        [{key: value for key, value in line.items() if key != "id"} for line in outcomes[name, arranged].lines]
        for arranged in ("as given", order)
    )
    assert found == expected
