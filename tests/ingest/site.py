"""A web site of the tests' own, on a real port of this machine."""

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What it serves by path, and the requests it saw."""

    host: str
    answers: dict[str, Answer] = field(default_factory=dict)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def page(self, path: str, data: bytes, media_type: str = "text/html", status: int = 200, **headers: str) -> str:
        """Serves the data under the path; returns its address."""

        def answer(request: http.server.BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            request.send_header("content-type", media_type)
            request.send_header("content-length", str(len(data)))
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(data)

        self.answers[path] = answer
        return self.url(path)

    def redirect(self, path: str, to: str) -> str:
        return self.page(path, b"", status=302, location=to)

    def endless(self, path: str, pause: float, chunk: bytes = b"x") -> str:
        """Serves the chunk again and again, with a pause in seconds between; returns its address."""
        ended = threading.Event()

        def answer(request: http.server.BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            request.send_header("content-type", "text/html")
            request.end_headers()
            while not ended.wait(pause):
                request.wfile.write(chunk)

        self.answers[path] = answer
        return self.url(path)


@contextmanager
def running_site() -> Iterator[Site]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            answer = site.answers.get(self.path)
            try:
                answer(self) if answer else self.send_error(404)
            except OSError:
                self.close_connection = True  # the client has seen enough

        def log_message(self, *args: Any) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(f"127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
