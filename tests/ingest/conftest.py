"""A real Redis, real workers, and conditions to wait for."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest import processes, redis_server, reference_loading
from ingest.jobs import Job
from ingest.tasks import sweep

WITHIN = 300.0  # seconds; far beyond what any of this takes, so that a busy machine fails no test


def wait_until(condition: Callable[[], object], *, sweeping: bool = False) -> None:
    """Returns once the condition holds; `sweeping` does what beat does meanwhile."""
    deadline = time.monotonic() + WITHIN
    while not condition():
        assert time.monotonic() < deadline, "it never came true"
        if sweeping:
            sweep()
        time.sleep(0.02)


def reaches(job: Job, *states: str) -> Callable[[], bool]:
    """Whether the job's row is in one of the states."""

    def look() -> bool:
        job.refresh_from_db()
        return job.state in states

    return look


class Worker:
    """A real worker in a process group of its own, with one child to read."""

    def __init__(self, environment: dict[str, str], *, awaited: bool = True) -> None:
        self.process = subprocess.Popen(processes.worker(), env=environment, start_new_session=True)
        if awaited:
            wait_until(lambda: self.children)

    @property
    def children(self) -> list[int]:
        """Their process ids; none, too, of a worker that is dead."""
        try:
            listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        except OSError:
            return []
        return [int(pid) for pid in listed.split()]

    def stop_child(self) -> int:
        """Halts the child where it is, and returns its process id."""
        (child,) = self.children
        os.kill(child, signal.SIGSTOP)
        return child

    def kill(self) -> None:
        """Kills the worker and its children at once."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def redis() -> Iterator[None]:
    """The project's own Redis."""
    with redis_server.running():
        yield


@pytest.fixture
def start_worker(child_environment: dict[str, str], settings: Any) -> Iterator[Callable[[], Worker]]:
    """Starts workers on this test's database, with the shipped actors in it; they end with the test."""
    settings.READING_WORKERS = 1
    reference_loading.load_all()
    workers: list[Worker] = []
    # A busy machine may take its time; where a test wants a lease to expire, it says so in the row.
    patient = {"READING_SOFT_LIMIT": "120", "READING_HARD_LIMIT": "150", "READING_LEASE": "200"}

    def start() -> Worker:
        workers.append(Worker(child_environment | patient))
        return workers[-1]

    yield start
    for worker in workers:
        worker.kill()


@pytest.fixture
def beat(child_environment: dict[str, str]) -> Iterator[None]:
    """Celery's clock, with a sweep every second."""
    process = subprocess.Popen(processes.beat(), env=child_environment | {"SWEEP_EVERY": "1"})
    yield
    process.terminate()
    process.wait()
