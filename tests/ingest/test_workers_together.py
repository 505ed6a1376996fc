"""Two real workers read articles of the same events at the same time: the facts are those that one process finds."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import QuerySet

from ingest.importing import jobs_of, store_samples
from ingest.models import ReadingJob
from ingest.tasks import read_article
from ingest.vocabulary import Origin, State
from relations.fact_lines import fact_lines
from relations.ledger import delete
from relations.models import Article
from tests.ingest.conftest import Worker, wait_until
from tests.relations.merge_articles import articles

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

# Of the merge set: a handful of events, each told by several outlets.
ARTICLES = 18


def _store(rows: list[dict[str, Any]]) -> QuerySet[ReadingJob]:
    """The jobs of the articles, stored and sent as those of an import are."""
    return jobs_of(store_samples(rows, Origin.IMPORT).batch)


def _lines() -> list[dict[str, Any]]:
    return [{name: value for name, value in line.items() if name != "id"} for line in fact_lines()]


def test_two_workers_at_once_give_the_facts_of_one_process(redis: None, start_worker: Callable[[], Worker]) -> None:
    rows = articles("merge_set")[:ARTICLES]
    workers = [start_worker(), start_worker()]

    jobs = _store(rows)
    wait_until(lambda: not jobs.exclude(state__in=[State.DONE, State.FAILED]).exists())
    for worker in workers:
        worker.kill()
    assert set(jobs.values_list("state", "attempts", "reason")) == {(State.DONE, 1, "")}
    together = _lines()

    delete(Article.objects.all())
    assert _lines() == []
    for job in _store(rows[::-1]):
        read_article(job.pk)

    assert set(ReadingJob.objects.values_list("state", flat=True)) == {State.DONE}
    assert 5 < len(together) < ARTICLES
    assert together == _lines()
