"""`manage.py redis`: the project's own server, for its owner alone, gone when told so."""

import os
import signal
import stat
import subprocess
import sys

import pytest
from django.conf import settings

from ingest import broker, redis_server
from tests.ingest.conftest import wait_until

pytestmark = pytest.mark.worker


def start() -> subprocess.Popen[bytes]:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "relations.settings", "AMUR_VAR": str(settings.VAR_DIR)}
    process = subprocess.Popen([sys.executable, settings.BASE_DIR / "manage.py", "redis"], env=environment)
    wait_until(lambda: broker.answers() or process.poll() is not None)
    return process


def test_it_answers_on_a_private_socket_and_ends_when_told() -> None:
    process = start()

    folder = settings.REDIS_SOCKET.parent
    assert broker.answers()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    assert not broker.answers()


def test_a_server_left_over_by_a_killed_run_is_replaced() -> None:
    killed = start()
    killed.kill()
    killed.wait()
    assert broker.answers()

    with redis_server.running() as process:
        assert broker.answers()
        assert process.poll() is None
    assert not broker.answers()


def test_without_redis_server_on_the_path_the_wheels_own_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redis_server.shutil, "which", lambda name: None)

    with redis_server.running() as process:
        assert "valkey-server" in process.args[0]
        assert broker.answers()


def test_one_that_can_not_start_says_where_to_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redis_server, "binary", lambda: "/bin/false")

    with pytest.raises(redis_server.RedisFailed, match=r"redis\.log"), redis_server.running():
        pytest.fail("it did not start")
