"""An archive of hundreds of articles, and a look at a single one first."""

import re
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.browser.conftest import wait_until_read
from tests.ingest.readers import files

MANY = 500
LOOK_AGAIN = 300  # milliseconds
WITHIN = 600_000  # milliseconds until all are read


def _archive() -> bytes:
    """So many short articles, one of them twice, and a picture."""
    token = uuid4().hex
    members = {f"{number}.txt": f"Послы встретились. Сводка {number} {token}.".encode() for number in range(MANY)}
    return files.archive({**members, "снова.txt": members["7.txt"] + b"\n", "снимок.png": b"\x89PNG"})


def _hand_in(page: Page, file: Path, *, preview: bool = False) -> None:
    page.goto("/admin/relations/article/add/")
    page.locator("[name=files]").set_input_files(file)
    if preview:
        page.get_by_label("Look at it first").check()
    page.get_by_role("button", name="Add and read").click()


def test_five_hundred_articles_in_an_archive_are_read_while_the_bar_moves(editor: Page, tmp_path: Path) -> None:
    file = tmp_path / "архив.zip"
    file.write_bytes(_archive())

    _hand_in(editor, file)

    seen = _values_of_the_bar(editor)
    assert seen == sorted(seen), "it went back"
    assert len(seen) >= 5
    assert seen[-1] == MANY + 1  # each article, and the file
    _expect_counts(editor)
    _expect_filter(editor)
    _expect_in_the_list(editor)


def _values_of_the_bar(page: Page) -> list[int]:
    """The different values that the bar had, as a reader sees them without doing anything, until all is over."""
    seen: list[int] = []
    state, bar = page.locator("#progress-state"), page.locator("#progress-state progress")
    for _ in range(WITHIN // LOOK_AGAIN):
        value = int(bar.get_attribute("value") or 0)
        if value not in seen:
            seen.append(value)
        if state.get_attribute("data-over") == "yes":
            return seen
        page.wait_for_timeout(LOOK_AGAIN)
    raise AssertionError(f"It is not over: {seen}")


def _expect_counts(page: Page) -> None:
    counts = page.locator(".upload-counts")
    for words in (f"new: {MANY}", "already there: 1", "left out: 1"):
        expect(counts).to_contain_text(words)


def _expect_filter(page: Page) -> None:
    page.get_by_label("Outcome").select_option(label="already there")
    page.get_by_role("button", name="Show").click()
    lines = page.locator(".uploads tbody tr")
    expect(lines).to_have_count(1)
    expect(lines).to_contain_text("снова.txt")
    page.get_by_label("Outcome").select_option(label="all")
    page.get_by_label("Name or title").fill("СНИМОК")
    page.get_by_role("button", name="Show").click()
    expect(lines).to_have_count(1)
    expect(lines).to_contain_text("This kind of file is not known.")


def _expect_in_the_list(page: Page) -> None:
    page.goto("/admin/ingest/upload/?q=архив")
    page.get_by_role("link", name="архив.zip").first.click()
    expect(page.locator("#progress-state[data-over=yes]")).to_be_visible()


def test_what_was_taken_from_a_page_is_looked_at_set_right_and_then_read(editor: Page, tmp_path: Path) -> None:
    file, title = tmp_path / "posol.html", f"Посол и министр {uuid4().hex}"
    file.write_bytes(files.html("windows-1251", body=f"<p>{uuid4().hex}</p>"))

    _hand_in(editor, file, preview=True)
    editor.get_by_role("link", name="Look at it").click(timeout=60_000)

    expect(editor.get_by_label("Title")).to_have_value(files.TITLE)
    expect(editor.get_by_label("Date")).to_have_value("2024-02-08")
    expect(editor.get_by_label("Outlet")).to_have_value("Вестник")
    expect(editor.locator("#content-main")).to_contain_text("The text is Russian.")
    expect(editor.locator(".upload-text")).to_contain_text(files.BODY[0])

    editor.get_by_label("Title").fill(title)
    editor.get_by_label("Date").fill("2024-02-09")
    editor.get_by_role("button", name="Add and read").click()
    wait_until_read(editor)
    editor.get_by_role("link", name="Open the article with its highlights").click()
    expect(editor.get_by_role("heading", level=1)).to_have_text(title)
    expect(editor.locator(".article-head")).to_contain_text("9 February 2024")


def test_what_was_looked_at_may_be_dismissed(editor: Page, tmp_path: Path) -> None:
    file, token = tmp_path / "a.txt", uuid4().hex
    file.write_bytes(f"Послы встретились {token}.".encode())

    _hand_in(editor, file, preview=True)
    editor.get_by_role("link", name="Look at it").click(timeout=60_000)
    editor.get_by_role("button", name="Dismiss").click()

    expect(editor).to_have_url(re.compile("/batch/"))
    expect(editor.locator(".uploads")).to_contain_text("Looked at and not stored.")
    editor.goto(f"/articles/?q={token}")
    expect(editor.locator("main")).not_to_contain_text(f"Послы встретились {token}")
