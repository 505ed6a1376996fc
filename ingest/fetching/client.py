"""One guarded request: http and https, bounded in bytes, time and redirects, no proxy or cookie of this machine's."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpcore
import httpx
from django.conf import settings

from ingest.fetching.guard import GuardedBackend, NotPublic

AGENT = "Amur (dashboard of news; fetches pages that its editors name)"
REDIRECTS = 5


class FetchRefused(Exception):
    """Nothing can be had from the address; `code` is a value of `Reason`."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code, self.detail = code, detail


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the server answered; `url` is where the redirects led. A status of 304 comes without data."""

    url: str
    status: int
    data: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0].strip().lower()


def fetch(url: str, headers: Mapping[str, str] | None = None) -> Fetched:
    """What is at a public address. Raises FetchRefused for what can't or mustn't be fetched."""
    deadline = time.monotonic() + settings.FETCH_SECONDS
    try:
        with _client(deadline) as client, client.stream("GET", url, headers=dict(headers or {})) as response:
            _check(response)
            return Fetched(str(response.url), response.status_code, _body(response), response.headers)
    except NotPublic as error:
        raise FetchRefused("bad_address") from error
    except (httpx.UnsupportedProtocol, httpx.InvalidURL, httpx.TooManyRedirects, httpx.LocalProtocolError) as error:
        raise FetchRefused("bad_address") from error
    except httpx.TimeoutException as error:
        raise FetchRefused("no_answer") from error
    except (httpx.HTTPError, httpx.StreamError) as error:
        if _caused_by(error, NotPublic):
            raise FetchRefused("bad_address") from error
        raise FetchRefused("no_answer", type(error).__name__) from error


def _client(deadline: float) -> httpx.Client:
    transport = httpx.HTTPTransport(trust_env=False)
    # httpx has no argument for it; its transport is a thin layer over this pool.
    transport._pool = httpcore.ConnectionPool(
        ssl_context=httpx.create_ssl_context(trust_env=False),
        network_backend=GuardedBackend(deadline, frozenset(settings.FETCH_ALLOWED_HOSTS)),
    )
    return httpx.Client(
        transport=transport,
        trust_env=False,
        follow_redirects=True,
        max_redirects=REDIRECTS,
        timeout=settings.FETCH_SECONDS / 3,
        headers={"user-agent": AGENT, "accept": "text/html, application/xhtml+xml, application/*;q=0.8, */*;q=0.5"},
    )


def _check(response: httpx.Response) -> None:
    if response.status_code in (404, 410):
        raise FetchRefused("not_found")
    if response.status_code in (401, 402, 403, 451):
        raise FetchRefused("forbidden")
    if response.is_error:
        raise FetchRefused("bad_answer", f"HTTP {response.status_code}")


def _body(response: httpx.Response) -> bytes:
    """The body, unpacked as it comes, which may be no larger than allowed."""
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > settings.FETCH_MAX_BYTES:
            raise FetchRefused("too_large")
    return bytes(data)


def _caused_by(error: BaseException | None, kind: type[BaseException]) -> bool:
    while error is not None:
        if isinstance(error, kind):
            return True
        error = error.__cause__ or error.__context__
    return False
