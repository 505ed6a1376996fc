"""`manage.py serve` (make run): everything in one terminal, ended by one Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.conf import settings

from tests.ingest.conftest import wait_until


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A copy of its own, embedded in every respect."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    return kept | {"AMUR_VAR": str(tmp_path_factory.mktemp("run")), "DJANGO_SETTINGS_MODULE": "relations.settings"}


def serve(port: int, environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-W", "ignore", settings.BASE_DIR / "manage.py", "serve", "--port", str(port)]
    with log.open("wb") as output:
        return subprocess.Popen(command, env=environment, stdout=output, stderr=output, start_new_session=True)


def answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/", timeout=5) as response:
            return response.status == 200
    except (URLError, ConnectionError, TimeoutError):
        return False


def processes_of(environment: dict[str, str]) -> list[str]:
    """The command lines of every process of that copy."""
    mark, found = f"AMUR_VAR={environment['AMUR_VAR']}".encode(), []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found


@pytest.fixture
def running(port: int, environment: dict[str, str], tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    process = serve(port, environment, tmp_path / "log")
    wait_until(lambda: answers(port) or process.poll() is not None)
    yield process
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    process.wait()


def assert_refused_beside_it(environment: dict[str, str], log: Path) -> None:
    """A second run over the same folder, if on another port, would fight for its Redis."""
    assert serve(0, environment, log).wait(60) == 1
    assert len(log.read_text().splitlines()) == 1
    assert "already runs" in log.read_text()


@pytest.mark.worker
def test_one_ctrl_c_ends_everything_cleanly_and_a_second_run_keeps_the_data(
    running: subprocess.Popen[bytes], port: int, environment: dict[str, str], tmp_path: Path
) -> None:
    log = tmp_path / "log"
    assert "sample articles read" in log.read_text()
    password = Path(environment["AMUR_VAR"], "admin_password").read_text().strip()
    assert log.read_text().count(password) == 1

    assert_refused_beside_it(environment, tmp_path / "beside")

    os.killpg(running.pid, signal.SIGINT)
    assert running.wait(60) == 0
    assert processes_of(environment) == []
    assert "Traceback" not in log.read_text()

    second = serve(port, environment, log)
    try:
        wait_until(lambda: answers(port) or second.poll() is not None)
        assert answers(port)
        assert password not in log.read_text()
        assert "sample articles read" not in log.read_text()
    finally:
        second.send_signal(signal.SIGTERM)
        second.wait()


def test_a_taken_port_is_said_in_one_line(environment: dict[str, str], tmp_path: Path) -> None:
    log = tmp_path / "log"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert serve(taken.getsockname()[1], environment, log).wait(60) == 1

    assert len(log.read_text().splitlines()) == 1
    assert "Choose another: make run PORT=" in log.read_text()
