"""Processes of their own on the test's database, which a test starts together or kills."""

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from django.db import connection, connections

Work = Callable[[], Any]

# Seconds; far beyond what any of this takes, so that a busy machine fails no test.
WITHIN = 120.0
_fork = multiprocessing.get_context("fork")


class Together:
    """Where so many processes wait until all of them have come."""

    def __init__(self, number: int) -> None:
        self._barrier = _fork.Barrier(number)

    def wait(self) -> None:
        self._barrier.wait(WITHIN)


def at_once(*works: Work) -> list[Any]:
    """Does each work in a process of its own, all starting at the same moment; what they return, in their order.

    What one of them raises is raised here, with its traceback as the message.
    """
    connections.close_all()  # a connection may not be shared
    start = Together(len(works))
    started = [_start(start, work) for work in works]
    ended = [_outcome(process, results) for process, results in started]
    if failed := [told for failed, told in ended if failed]:
        raise AssertionError("\n".join(failed))
    return [told for _, told in ended]


def exit_code(work: Work) -> int | None:
    """Does the work in a process of its own; how that ended, the negative number of a signal if one killed it."""
    connections.close_all()
    process = _fork.Process(target=work)
    process.start()
    process.join(WITHIN)
    return process.exitcode


def killed_at(number: int) -> AbstractContextManager[None]:
    """Kills the process, as power failing would, before its statement of that number (from 0) reaches the database."""
    return at_statement(number, lambda: os.kill(os.getpid(), signal.SIGKILL))


def at_statement(number: int, do: Callable[[], None]) -> AbstractContextManager[None]:
    """Inside, `do` is called before the statement of that number (from 0) reaches the database."""
    seen = 0

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal seen
        if seen == number:
            do()
        seen += 1
        return execute(sql, params, many, context)

    return connection.execute_wrapper(watch)


def _start(start: Together, work: Work) -> tuple[Any, Any]:
    results, sending = _fork.Pipe(duplex=False)
    process = _fork.Process(target=_run, args=(start, work, sending))
    process.start()
    sending.close()
    return process, results


def _run(start: Together, work: Work, sending: Any) -> None:
    try:
        start.wait()
        told: Sequence[Any] = (False, work())
    except BaseException:
        told = (True, traceback.format_exc())
    sending.send(told)
    connections.close_all()


def _outcome(process: Any, results: Any) -> tuple[bool, Any]:
    try:
        told = results.recv() if results.poll(WITHIN) else (True, f"Process {process.pid} never ended.")
    except EOFError:
        told = (True, f"Process {process.pid} died.")
    process.join(WITHIN if not told[0] else 1)
    if process.is_alive():
        process.kill()
    return told
