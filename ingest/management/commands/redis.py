"""manage.py redis: the project's own Redis server, in the foreground."""

import signal
from subprocess import Popen
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError

from ingest import redis_server


class Command(BaseCommand):
    help = "Runs the project's own Redis on its Unix socket until it is told to end."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        signal.signal(signal.SIGTERM, _interrupt)
        try:
            with redis_server.running() as process:
                self._wait(process)
        except KeyboardInterrupt:
            return
        except redis_server.RedisFailed as error:
            raise CommandError(str(error)) from error
        raise CommandError("Redis ended by itself; redis.log beside its socket says why.")

    def _wait(self, process: Popen[bytes]) -> None:
        try:
            process.wait()
        except KeyboardInterrupt:
            redis_server.wait_for_clients_to_leave()
            raise


def _interrupt(*args: object) -> NoReturn:
    raise KeyboardInterrupt
