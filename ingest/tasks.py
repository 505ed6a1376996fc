"""The Celery tasks: ids in, nothing out. Each leans on `ingest.jobs` for what happens when it dies."""

from collections.abc import Callable
from functools import partial

from django.conf import settings

from ingest import broker, feeds, reading_process
from ingest.dispatch import send
from ingest.jobs import work
from ingest.models import ReadingJob, Upload
from ingest.opening import open_file
from relations.celery import app
from relations.ledger import record

LIMITS = {"soft_time_limit": settings.READING_SOFT_LIMIT, "time_limit": settings.READING_HARD_LIMIT}


@app.task(soft_time_limit=settings.OPENING_LIMIT, time_limit=settings.OPENING_LIMIT + 30)
def open_upload(pk: int) -> None:
    """Makes articles of an uploaded file."""
    work(Upload, pk, open_file)


@app.task(**LIMITS)
def read_article(pk: int) -> None:
    """Reads an article and records what was found."""
    work(ReadingJob, pk, _read)


@app.task(**LIMITS)
def look_at_feeds() -> None:
    """Sends each feed that is due to a worker."""
    for pk in feeds.take_due():
        look_at_feed.delay(pk)


@app.task(soft_time_limit=120, time_limit=150)
def look_at_feed(pk: int) -> None:
    """Fetches a feed and takes its new entries in."""
    feeds.look_at(pk)


@app.task(**LIMITS)
def sweep() -> None:
    """Takes back what dead workers held and sends again what got lost."""
    for kind in (Upload, ReadingJob):
        send(kind, kind.sweep(queue_is_empty=broker.is_empty(kind.queue)))


def _read(job: ReadingJob) -> Callable[[], None]:
    text = reading_process.text_of(job.article)
    return partial(record, job.article, reading_process.reader().read(text))
