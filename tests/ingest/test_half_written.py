"""An upload whose connection ends half-way is not taken for a whole one. The web server is a real one."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from ingest import processes
from ingest.models import Upload
from relations.models import Article
from tests.ingest.conftest import wait_until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

ADD = "/admin/relations/article/add/"
TOKEN = "a" * 32
LINES = "Министры встретились в Пекине и обсудили торговлю.\n".encode() * 4000
FILE = '--edge\r\nContent-Disposition: form-data; name="files"; filename="{}"\r\nContent-Type: text/plain\r\n\r\n'
BODY = f'--edge\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{TOKEN}\r\n'.encode()
for name in ("whole.txt", "half.txt"):
    BODY += FILE.format(name).encode() + LINES + b"\r\n"
BODY += b"--edge--\r\n"


@pytest.fixture
def port(child_environment: dict[str, str]) -> Iterator[int]:
    """Where gunicorn serves this test's database."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        number = probe.getsockname()[1]
    environment = child_environment | {"SECRET_KEY": settings.SECRET_KEY}  # it is to know this process's sessions
    process = subprocess.Popen(processes.web(number), cwd=settings.BASE_DIR, env=environment, start_new_session=True)

    def answers() -> bool:
        with suppress(URLError, OSError), urlopen(f"http://127.0.0.1:{number}/api/v1/openapi.json", timeout=60):
            return True
        return False

    wait_until(answers)
    yield number
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def answer(port: int, sent: bytes) -> str:
    """The first line of what the server says to a request that promises all of BODY and has this much of it."""
    client = Client()
    client.force_login(User.objects.get_or_create(username="editor", is_staff=True, is_superuser=True)[0])
    cookies = f"sessionid={client.cookies['sessionid'].value}; csrftoken={TOKEN}"
    head = (
        f"POST {ADD} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\nContent-Length: {len(BODY)}\r\n"
        "Content-Type: multipart/form-data; boundary=edge\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(head.encode() + sent)
        connection.shutdown(socket.SHUT_WR)  # as if the connection were cut, but that the answer can be had
        return connection.makefile("rb").readline().decode()


def test_half_an_upload_is_none(port: int) -> None:
    for length in (len(BODY) * 3 // 4, len(BODY) - 20, 10):
        assert " 403 " in answer(port, BODY[:length])

    assert not Upload.objects.exists()
    assert not Article.objects.exists()
    assert " 302 " in answer(port, BODY)
    assert [upload.file.read() for upload in Upload.objects.all()] == [LINES, LINES]
