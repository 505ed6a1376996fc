"""The WSGI application that gunicorn serves."""

import os
from collections.abc import Callable, Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relations.settings")


class WholeBody:
    """A request's body that says so when it was cut short: gunicorn hands on what came as if that were all.

    Else the first half of a file would be taken for the file. Django answers the OSError by refusing the request.
    """

    def __init__(self, body: Any, length: int) -> None:
        self._body, self._missing = body, length

    def read(self, size: int) -> bytes:
        return self._checked(self._body.read(size), size)

    def readline(self, size: int) -> bytes:
        return self._checked(self._body.readline(size), size)

    def _checked(self, data: bytes, size: int) -> bytes:
        self._missing -= len(data)
        if not data and size and self._missing:
            raise ConnectionResetError(f"The connection ended {self._missing} bytes too early.")
        return data


_django = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Django's, with request bodies that are whole or none."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if length.isdigit():
        environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(length))
    return _django(environ, start_response)
