"""Waits for articles to be read, with a progress bar; starts what it takes while no worker is alive."""

import time
from contextlib import ExitStack
from typing import Self

from django.conf import settings
from django.db.models import QuerySet
from tqdm import tqdm

from ingest import broker, processes, redis_server
from ingest.models import ReadingJob
from ingest.tasks import sweep
from ingest.vocabulary import State

LOOK_EVERY = 0.2  # seconds
GONE_AFTER = 15.0  # seconds without progress; then whether Redis and a worker are alive is looked at again


class NoBroker(Exception):
    """The Redis that REDIS_URL names does not answer."""


class Workers(ExitStack):
    """Redis and a worker for the length of a block: those that run already, else our own."""

    def __enter__(self) -> Self:
        super().__enter__()
        try:
            self.ensure()
        except BaseException:
            self.close()
            raise
        return self

    def ensure(self) -> None:
        """Starts what does not answer."""
        if not broker.answers():
            if settings.REDIS_URL:
                raise NoBroker("Redis does not answer at REDIS_URL. Start it, or unset REDIS_URL to use Amur's own.")
            self.enter_context(redis_server.running())
        if not broker.workers_alive():
            self.enter_context(processes.worker_running())


def wait(jobs: QuerySet[ReadingJob], workers: Workers, label: str) -> None:
    """Returns when every one of the jobs is done or failed. Sweeps meanwhile, as a lone worker has no beat."""
    pending = jobs.exclude(state__in=[State.DONE, State.FAILED])
    total, left = jobs.count(), pending.count()
    moved = swept = time.monotonic()
    with tqdm(total=total, initial=total - left, desc=label, unit=" articles", disable=None) as bar:
        while left:
            time.sleep(LOOK_EVERY)
            before, left = left, pending.count()
            bar.update(before - left)
            now = time.monotonic()
            if before != left:
                moved = now
            if now - moved > GONE_AFTER:
                workers.ensure()
                moved = now
            if now - swept > settings.SWEEP_EVERY:
                sweep()
                swept = now
