"""Pages are fetched from public addresses alone, within bounds; the tests' own site is allowed by a setting."""

import gzip
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from ingest.fetching import FetchRefused, fetch
from ingest.fetching.guard import is_public
from ingest.vocabulary import Reason
from tests.ingest.site import Site, running_site


@pytest.fixture
def site(settings: Any) -> Iterator[Site]:
    settings.FETCH_SECONDS, settings.FETCH_MAX_BYTES = 2, 100_000
    with running_site() as site:
        settings.FETCH_ALLOWED_HOSTS = [site.host]
        yield site


def refused(url: str) -> Reason:
    with pytest.raises(FetchRefused) as refusal:
        fetch(url)
    return Reason(refusal.value.code)


def test_a_page_comes_with_its_type_and_where_redirects_led(site: Site) -> None:
    page = site.page("/new", "Встреча".encode(), "text/html; charset=utf-8")

    found = fetch(site.redirect("/old", page))

    assert (found.url, found.status, found.data.decode(), found.media_type) == (page, 200, "Встреча", "text/html")


def test_what_asks_for_changes_alone_is_passed_on(site: Site) -> None:
    url = site.page("/feed", b"", status=304)

    assert fetch(url, {"if-none-match": '"a"'}).status == 304
    assert site.seen[0][1]["if-none-match"] == '"a"'


def test_nothing_of_this_machine_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    url = site.page("/", b"x", set_cookie="a=b")

    fetch(url)
    fetch(url)

    assert all("cookie" not in headers and "authorization" not in headers for _, headers in site.seen)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://example.org/",
        "nonsense",
        "http://",
        "http://localhost/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://192.168.1.1:8000/",
        "http://user:pass@127.0.0.1/",
        "http://0.0.0.0/",
    ],
)
def test_what_is_not_public_is_not_fetched(url: str) -> None:
    assert refused(url) == Reason.BAD_ADDRESS


@pytest.mark.parametrize("to", ["http://localhost:1/", "http://169.254.169.254/", "file:///etc/passwd"])
def test_a_redirect_to_what_is_not_public_is_not_followed(site: Site, to: str) -> None:
    assert refused(site.redirect("/", to)) == Reason.BAD_ADDRESS


def test_redirects_in_a_circle_end(site: Site) -> None:
    assert refused(site.redirect("/", site.url("/"))) == Reason.BAD_ADDRESS


def test_a_name_is_resolved_once_and_connected_to_as_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is public when it is checked and this machine's when it is connected to gains nothing."""
    answers = iter(["93.184.216.34", "127.0.0.1", "127.0.0.1"])
    connected: list[str] = []

    def resolve(host: str, port: int, *args: Any, **options: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(address: tuple[str, int], *args: Any, **options: Any) -> None:
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)

    assert refused("http://rebinding.example/") == Reason.NO_ANSWER
    assert connected == ["93.184.216.34"]


def test_a_name_with_one_address_of_ours_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: found)

    assert refused("http://mixed.example/") == Reason.BAD_ADDRESS


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, Reason.NOT_FOUND),
        (410, Reason.NOT_FOUND),
        (401, Reason.FORBIDDEN),
        (403, Reason.FORBIDDEN),
        (451, Reason.FORBIDDEN),
        (429, Reason.BAD_ANSWER),
        (500, Reason.BAD_ANSWER),
    ],
)
def test_an_error_of_the_server_is_told(site: Site, status: int, reason: Reason) -> None:
    assert refused(site.page("/", b"", status=status)) == reason


def test_a_page_without_end_is_cut(site: Site) -> None:
    assert refused(site.endless("/", pause=0, chunk=b"x" * 50_000)) == Reason.TOO_LARGE


def test_a_page_that_trickles_is_given_up(site: Site) -> None:
    assert refused(site.endless("/", pause=0.05)) == Reason.NO_ANSWER


def test_a_page_that_unpacks_to_too_much_is_cut(site: Site) -> None:
    bomb = gzip.compress(b" " * 50_000_000)

    assert refused(site.page("/", bomb, content_encoding="gzip")) == Reason.TOO_LARGE


def test_a_server_that_is_not_there_is_said(settings: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{taken.getsockname()[1]}"
        settings.FETCH_ALLOWED_HOSTS = [host]

        assert refused(f"http://{host}/") == Reason.NO_ANSWER


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    ["fe80::1%eth0", "fc00::1", "224.0.0.1", "100.64.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "0.0.0.0", "::", "x"],  # noqa: S104
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)
