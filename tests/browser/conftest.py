"""A running copy of Amur, as `make run` starts it, and a real Chromium in front of it."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

START_WITHIN = 240  # seconds, on a slow machine: models loaded, all samples read
READ_WITHIN = 60_000  # milliseconds until an uploaded article is read

NAMES = ("chromium", "chromium-browser", "google-chrome")

expect.set_options(timeout=10_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is marked "browser"."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


# --- The copy that runs ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Site:
    """Where the copy answers, and its first account."""

    address: str
    password: str

    def url(self, path: str) -> str:
        return self.address + path


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(condition: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    """Returns once the condition holds; fails with the log if the process ends or takes too long."""
    pause = threading.Event()
    timer = threading.Timer(START_WITHIN, pause.set)
    timer.start()
    try:
        while not condition():
            if process.poll() is not None or pause.wait(0.2):
                pytest.fail(f"The copy did not start:\n{log.read_text(errors='replace')[-4000:]}")
    finally:
        timer.cancel()


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5) as response:  # noqa: S310, an address of our own
            return response.status == 200
    except (URLError, OSError):
        return False


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """A copy of its own: fresh folder, database, Redis and worker, with the samples read."""
    folder = Path(tempfile.mkdtemp(prefix="amur-"))
    log = folder / "serve.log"
    port = _free_port()
    outside = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY"}  # not to be touched by a test
    environment = {name: value for name, value in os.environ.items() if name not in outside}
    environment |= {"DJANGO_SETTINGS_MODULE": "relations.settings", "AMUR_VAR": str(folder / "var")}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(lambda: _answers(address + "/"), process, log)
        yield Site(address, (folder / "var" / "admin_password").read_text().strip())
        process.send_signal(signal.SIGINT)  # as Ctrl-C does
        assert process.wait(60) == 0, log.read_text(errors="replace")[-4000:]
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


# --- The browser -----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if not program:
        pytest.skip(f"NO BROWSER TESTS: none of {', '.join(NAMES)} is on the PATH. Install chromium.")
    with sync_playwright() as playwright:
        # Without its sandbox, which root may not use; it only meets pages of our own.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(chromium: Browser, site: Site) -> Iterator[NewPage]:
    """`new_page(locale="ru-RU", …)` is a page in a context of its own; any error that it logs fails the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open_page(**options: object) -> Page:
        context = chromium.new_context(**({"base_url": site.address, "locale": "en-GB"} | options))  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "console",
            lambda said: errors.append(f"{said.location['url']}: {said.text}") if said.type == "error" else None,
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page for a reader with an English browser."""
    return new_page()


@pytest.fixture
def editor(page: Page, site: Site) -> Page:
    """The page of an editor who has logged in to the admin."""
    page.goto("/admin/")
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill(site.password)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("link", name="Articles", exact=True).first).to_be_visible()
    return page


# --- What the tests do again and again -----------------------------------------------------------


def add_article(page: Page, text: str, **fields: str) -> None:
    """Hands an article in through the admin's form; `fields` are the form's others by name."""
    page.goto("/admin/relations/article/add/")
    page.locator("[name=text]").fill(text)
    for name, value in fields.items():
        page.locator(f"[name={name}]").fill(value)
    page.get_by_role("button", name="Add and read").click()


def wait_until_read(page: Page) -> None:
    """Follows the progress page until everything is over and nothing failed."""
    expect(page.locator("#progress-state[data-over=yes]")).to_be_visible(timeout=READ_WITHIN)
    expect(page.get_by_text("All is read.")).to_be_visible()


def open_article(page: Page) -> None:
    """From the progress page to the article with its highlights."""
    page.get_by_role("link", name="Open the article with its highlights").first.click()
    expect(page.locator(".text")).to_be_visible()


def addresses_of_facts(page: Page, kind: str) -> list[str]:
    """On an article's page: where its facts of a kind ("contact", "trade" or "position") are shown."""
    links = page.locator(f".margin-note.{kind} > a:not(.to-sentence)")
    return list(dict.fromkeys(link.get_attribute("href") or "" for link in links.all()))


def expect_highlighted(page: Page, words: str) -> None:
    """On a fact's page: its sentence is quoted, and leads to the same sentence, highlighted and in view."""
    quote = page.locator("blockquote mark").filter(has_text=words).first
    expect(quote).to_be_visible()
    page.locator("blockquote").filter(has_text=words).first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/articles/\d+/#.+"))
    sentence = page.locator("mark.current").filter(has_text=words).first
    expect(sentence).to_be_in_viewport()
