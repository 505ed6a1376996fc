"""The processes of a running copy, as commands; honcho supervises them."""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

MANAGE = settings.BASE_DIR / "manage.py"
QUEUES = "reading,uploads,sweep"
_PYTHON = [sys.executable, "-W", "ignore"]  # libraries' warnings are for developers, not for this terminal
_CELERY = [*_PYTHON, "-m", "celery", "--quiet", "-A", "relations.celery"]


def web(port: int) -> list[str]:
    """The web server, on this machine only: put a proxy with TLS in front of it for others."""
    command = [*_PYTHON, "-m", "gunicorn", "relations.wsgi", "--bind", f"127.0.0.1:{port}"]
    return [*command, "--workers", "2", "--threads", "4", "--log-level", "warning"]


def worker() -> list[str]:
    """The Celery worker that opens uploads and reads articles."""
    command = [*_CELERY, "worker", "--queues", QUEUES, "--concurrency", str(settings.READING_WORKERS)]
    return [*command, "--loglevel", "warning", "--without-gossip", "--without-mingle"]


def beat() -> list[str]:
    """Celery's clock, which has the sweep done every few seconds."""
    return [*_CELERY, "beat", "--loglevel", "warning", "--pidfile", ""]


def redis() -> list[str]:
    """The project's own Redis."""
    return [*_PYTHON, str(MANAGE), "redis"]


def as_shell(command: list[str]) -> str:
    """For honcho, which takes lines of shell; `exec` leaves no shell between it and the process."""
    return "exec " + shlex.join(command)


@contextmanager
def worker_running() -> Iterator[subprocess.Popen[bytes]]:
    """A worker of our own, ended with the block: softly, then by force. Its errors go to our standard error."""
    process = subprocess.Popen(  # noqa: S603
        worker(), cwd=settings.BASE_DIR, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(settings.READING_HARD_LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
