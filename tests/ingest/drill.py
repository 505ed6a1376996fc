"""A drill: articles are handed in and read while workers are killed and Redis loses its data, at random moments.

Everything is real: the form, the database, Redis, the beat and two workers. Only the limits are shorter than usual.
"""

import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from ingest import processes, redis_server
from ingest.models import ReadingJob, Upload, UploadedPart
from ingest.vocabulary import State
from tests.ingest.conftest import Worker

# What a dead worker held is another's after seconds; the order is that of docs/settings.md.
LIMITS = {
    "READING_SOFT_LIMIT": "11",
    "READING_HARD_LIMIT": "12",
    "READING_LEASE": "13",
    "VISIBILITY_TIMEOUT": "20",
    "PARSING_SECONDS": "5",
    "SWEEP_EVERY": "1",
    "MAX_ATTEMPTS": "20",
}
WORKERS = 2
WIPES = 2  # times that Redis is killed and comes back without its data
LONGEST_PAUSE = 0.3  # seconds after a step was done; about as long as a reading takes
STANDSTILL = 300.0  # seconds without a step after which the drill has failed; far beyond any lease

_OVER = (State.DONE, State.FAILED)


@dataclass
class Figures:
    """What was done to the workers, and how long all took."""

    kills: Counter[str] = field(default_factory=Counter)
    wipes: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        attempts = [*ReadingJob.objects.values_list("attempts", flat=True)]
        kills = ", ".join(f"{count} {kind}" for kind, count in sorted(self.kills.items()))
        uploads, again = Upload.objects.count(), sum(number > 1 for number in attempts)
        return (
            f"{self.kills.total()} kills ({kills}), Redis emptied {self.wipes} times, in {self.seconds:.0f} s: "
            f"{len(attempts)} articles of {uploads} uploads read, {again} of them at a second attempt or later, "
            f"after {max(attempts)} attempts at most."
        )


class Drill:
    """Two workers, a beat and a Redis, and what befalls them."""

    def __init__(self, environment: dict[str, str], seed: int) -> None:
        self._environment = environment | LIMITS
        self._chance = random.Random(seed)  # noqa: S311, the same each time
        self._ended: list[Worker] = []
        self.figures = Figures()

    @contextmanager
    def running(self) -> Iterator[None]:
        """All is up at the start, and gone at the end."""
        self._redis = ExitStack()
        self._start_redis()
        beat = subprocess.Popen(processes.beat(), env=self._environment, start_new_session=True)
        self._workers = [self._worker() for _ in range(WORKERS)]
        try:
            yield
        finally:
            beat.kill()
            beat.wait()
            for worker in self._workers + self._ended:
                _kill_group(worker)
            self._redis.close()

    def go_through(self, kills: int, steps: int) -> None:
        """Kills so often, at moments spread over nine tenths of the steps; returns once all is over."""
        started = time.monotonic()
        moments = sorted(self._chance.randrange(steps * 9 // 10) for _ in range(kills))
        wipes = set(self._chance.sample(range(kills), WIPES))
        for number, moment in enumerate(moments):
            _wait_while_it_goes_on(lambda moment=moment: _steps_done() >= moment)
            time.sleep(self._chance.uniform(0, LONGEST_PAUSE))  # waits for nothing: it makes the moment a random one
            self._kill()
            if number in wipes:
                self._wipe()
        _wait_while_it_goes_on(_all_is_over)
        self.figures.seconds = time.monotonic() - started

    def _kill(self) -> None:
        """-9 to a child, or to a worker without its children, or to both; a dead worker is replaced."""
        victim = self._chance.choice([worker for worker in self._workers if worker.children] or self._workers)
        kind = self._chance.choices(("children", "parents", "both"), (6, 1, 1))[0]
        children = victim.children if kind == "children" else []
        if children:
            os.kill(children[0], signal.SIGKILL)
        elif kind == "parents":
            victim.process.kill()
        else:
            kind = "both"
            _kill_group(victim)
        if kind != "children":
            victim.process.wait()
            self._ended.append(victim)
            self._workers[self._workers.index(victim)] = self._worker()
        self.figures.kills[kind] += 1

    def _worker(self) -> Worker:
        return Worker(self._environment, awaited=False)

    def _start_redis(self) -> None:
        self._server = self._redis.enter_context(redis_server.running())

    def _wipe(self) -> None:
        self._server.kill()
        self._server.wait()
        self._redis.close()
        self._start_redis()
        self.figures.wipes += 1


def _kill_group(worker: Worker) -> None:
    """The worker and whatever it started, also if it is dead and its child is not."""
    with suppress(ProcessLookupError):
        os.killpg(worker.process.pid, signal.SIGKILL)
    worker.process.wait()


def _steps_done() -> int:
    """Texts taken from files, and articles read."""
    return UploadedPart.objects.count() + ReadingJob.objects.filter(state__in=_OVER).count()


def _all_is_over() -> bool:
    return not any(kind.objects.exclude(state__in=_OVER).exists() for kind in (Upload, ReadingJob))


def _wait_while_it_goes_on(condition: Callable[[], Any]) -> None:
    """Returns once the condition holds; fails when nothing happens any more."""
    done, deadline = _steps_done(), time.monotonic() + STANDSTILL
    while not condition():
        assert time.monotonic() < deadline, f"It stands still after {done} steps."
        if (now := _steps_done()) != done:
            done, deadline = now, time.monotonic() + STANDSTILL
        time.sleep(0.02)
