"""Connections to public addresses alone: every name is resolved once, checked, and connected to as resolved.

An address that a page, a redirect or a feed names may point into the network that Amur stands in (OWASP, "Server-side
request forgery prevention"). The check sits where connections are made, so that redirects pass it too, and connects to
the checked address itself, so that a name which resolves otherwise the second time gains nothing.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore


class NotPublic(httpcore.ConnectError):
    """The host is not, or not only, on the public network."""


class _TimedStream(httpcore.NetworkStream):
    """A connection that ends at a moment, however steadily its other side trickles."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def _left(self, timeout: float | None) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the whole request is over")
        return left if timeout is None else min(left, timeout)


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to public addresses, and to the `allowed` hosts ("127.0.0.1:8080") besides, until `deadline`.

    The deadline is a moment of `time.monotonic`.
    """

    def __init__(self, deadline: float, allowed: frozenset[str] = frozenset()) -> None:
        self._deadline, self._allowed = deadline, allowed
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        target = host if f"{host}:{port}" in self._allowed else _public_address(host, port)
        stream = self._backend.connect_tcp(target, port, timeout, local_address, socket_options)
        return _TimedStream(stream, self._deadline)

    def connect_unix_socket(self, *args: Any, **options: Any) -> httpcore.NetworkStream:
        raise NotPublic("a socket of this machine")


def _public_address(host: str, port: int) -> str:
    """The first address of the host; raises NotPublic unless all that it resolves to are public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(str(error)) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(is_public(address) for address in addresses):
        raise NotPublic(host)
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public network, also where it wraps an IPv4 address."""
    try:
        parsed = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    wrapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    if wrapped is not None and not is_public(str(wrapped)):
        return False
    if isinstance(parsed, ipaddress.IPv6Address) and parsed in ipaddress.ip_network("64:ff9b::/96"):
        return is_public(str(ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)))
    return parsed.is_global and not parsed.is_multicast
