"""Names of those who review: told to whoever is logged in. The pages are public, and their readers need no names."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

_reader: ContextVar[HttpRequest | None] = ContextVar("reader", default=None)


def named(name: str) -> str:
    """The name of a person who decided, or "a reviewer" where the reader of the page is not logged in."""
    return name if name and _may_know() else _("a reviewer")


@contextmanager
def read_by(request: HttpRequest) -> Iterator[None]:
    """Inside, what is written is read by whoever sent the request."""
    token = _reader.set(request)
    try:
        yield
    finally:
        _reader.reset(token)


def discretion_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def respond(request: HttpRequest) -> HttpResponse:
        with read_by(request):
            return get_response(request)

    return respond


def _may_know() -> bool:
    """Asked only where a name stands, so that other pages need no session."""
    request = _reader.get()
    return request is not None and request.user.is_authenticated
