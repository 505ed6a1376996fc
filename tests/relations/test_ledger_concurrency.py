"""Workers that record articles of one event at the same moment lose nothing and double nothing.

On PostgreSQL these fail without the lock that the ledger waits for; SQLite has one writer at a time anyway.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from relations.models import Actor, Article, Contact, Participation, TradeFigure
from tests.readings import CALL, LAVROV, TRADE, UNKNOWN, article, call, store, turnover

pytestmark = pytest.mark.django_db(transaction=True)

WORKERS = 4
ROUNDS = 5


def _at_once(works: list[Callable[[], None]]) -> None:
    """Does each work in a thread with a connection of its own, all starting at the same moment."""
    start = Barrier(len(works))

    def run(work: Callable[[], None]) -> None:
        try:
            start.wait(timeout=10)
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        list(pool.map(run, works))


def _record(given: Article) -> None:
    store(given, call(given, participants=(LAVROV, UNKNOWN)), turnover(given))


def _forget(given: Article) -> None:
    store(given, version="test-2")


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_one_event_recorded_by_many_workers_is_one_fact(_round: int) -> None:
    articles = [article(CALL, TRADE) for _ in range(WORKERS)]

    _at_once([lambda given=given: _record(given) for given in articles])

    assert Contact.objects.get().sources == WORKERS
    assert TradeFigure.objects.get().sources == WORKERS
    assert Actor.objects.count() == Participation.objects.count() == 2


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_a_fact_that_one_worker_drops_while_another_reports_it_stays(_round: int) -> None:
    dropping, reporting = article(CALL, TRADE), article(CALL, TRADE)
    _record(dropping)

    _at_once([lambda: _forget(dropping), lambda: _record(reporting)])

    assert Contact.objects.get().sources == 1
    assert TradeFigure.objects.get().reports.get().article == reporting
