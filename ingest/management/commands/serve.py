"""manage.py serve: prepares the copy, then runs web, worker, beat and Redis in this terminal until Ctrl-C."""

import fcntl
import os
import signal
import socket
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from honcho.manager import Manager
from honcho.printer import Printer

from ingest import preparing, processes, samples
from ingest.redis_server import RedisFailed
from ingest.waiting import NoBroker
from relations.runtime import private_folder


class Command(BaseCommand):
    help = "Prepares everything and serves the site on 127.0.0.1; one Ctrl-C ends it all."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        _check_port(port)
        try:
            with _only_one():
                call_command("prepare")
                self.check(display_num_errors=False)
                read, failed = samples.load()
                if read or failed:
                    self.stdout.write(f"{read} sample articles read, {failed} failed.")
                connections.close_all()
                self.stdout.write(f"Amur: http://127.0.0.1:{port}  (admin: /admin/, Ctrl-C ends)")
                self.stdout.write(f"The admin's first password is in {preparing.password_file()}")
                status = _supervise(port)
        except (NoBroker, RedisFailed, PermissionError) as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise SystemExit(130) from None
        raise SystemExit(status)


def _supervise(port: int) -> int:
    """Runs the processes until one ends or the terminal says so; their exit status, 0 after a Ctrl-C."""
    manager = Manager(Printer(sys.stdout, width=6))
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    commands = {"worker": processes.worker(), "beat": processes.beat(), "web": processes.web(port)}
    if not settings.REDIS_URL:
        commands = {"redis": processes.redis(), **commands}
    for name, command in commands.items():
        manager.add_process(name, processes.as_shell(command), env=environment, cwd=str(settings.BASE_DIR))
    signal.signal(signal.SIGHUP, lambda *args: signal.raise_signal(signal.SIGTERM))  # the terminal was closed
    manager.loop()
    return 0 if manager.returncode in (130, 143) else manager.returncode or 1


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise CommandError(f"Port {port} can't be used ({error}). Choose another: make run PORT=8001") from error


@contextmanager
def _only_one() -> Iterator[None]:
    """Two runs over one folder would fight for its Redis."""
    with (private_folder(settings.VAR_DIR) / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CommandError(f"Amur already runs from {settings.VAR_DIR}. End that run first.") from error
        yield
