"""A reviewer at work: with the keyboard alone, and without JavaScript."""

import re
from datetime import date
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, Site, add_article, addresses_of_facts, open_article, wait_until_read

CALL = "Президент России Владимир Путин {} года провёл телефонный разговор с председателем КНР Си Цзиньпином."
LEFT = "Стороны отметили, что встречу экспертов надо повторить осенью."


def _log_in(page: Page, site: Site) -> Page:
    page.goto("/admin/")
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill(site.password)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/admin/")
    return page


@pytest.fixture
def scriptless(new_page: NewPage, site: Site) -> Page:
    """The page of an editor whose browser runs no scripts."""
    return _log_in(new_page(java_script_enabled=False), site)


def _fact(page: Page, *, articles: int = 1) -> None:
    """Opens a contact of the test's own, told by so many articles: the samples may still be being read."""
    day = date(2014 + uuid4().int % 10, 3, 1 + uuid4().int % 28)
    told = CALL.format(f"{day.day} марта {day.year}")
    for number in range(articles):
        add_article(page, f"{told} Это проверочный текст {number} {uuid4().hex}.", published=day.isoformat())
        wait_until_read(page)
    open_article(page)
    page.goto(addresses_of_facts(page, "contact")[0])
    expect(page.locator("section.review")).to_be_visible()


def _open(page: Page, what: str) -> None:
    """Opens the form of a decision with the keyboard; its first field then has the focus."""
    summary = page.locator("details.decision > summary").filter(has_text=what)
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.decision[open] form :focus")).to_have_count(1)


def test_the_queue_is_worked_through_with_single_keys(editor: Page) -> None:
    editor.goto("/reviews/")
    rows = editor.locator(".queue-row")
    first, second = (rows.nth(at).get_attribute("id") for at in (0, 1))
    state = editor.locator(".queue-state label")
    done = int(re.search(r"\d+", state.inner_text()).group())  # type: ignore[union-attr]

    for key in "jjk":
        editor.keyboard.press(key)
    expect(rows.nth(0)).to_be_focused()
    editor.keyboard.press("a")

    expect(state).to_have_text(re.compile(rf"^{done + 1} of"))
    expect(editor.locator(f"#{second}")).to_be_focused()
    expect(editor.locator(f"#{first}")).to_have_count(0)

    editor.keyboard.press("u")
    expect(state).to_have_text(re.compile(rf"^{done} of"))
    expect(editor.locator(f"#{first}")).to_have_count(1)


def test_a_fact_is_rejected_in_the_queue_by_keyboard_and_taken_back(editor: Page) -> None:
    editor.goto("/reviews/?kind=trade")
    fact = editor.locator(".queue-row").first.get_attribute("id")
    editor.keyboard.press("j")
    editor.keyboard.press("r")
    editor.keyboard.type("a figure of another country")
    editor.keyboard.press("Enter")

    expect(editor.locator(f"#{fact}")).to_have_count(0)
    editor.locator(".last .undo").click()
    expect(editor.locator(f"#{fact}")).to_have_count(1)


def test_keys_typed_into_a_field_are_letters(editor: Page) -> None:
    editor.goto("/reviews/")
    editor.keyboard.press("j")
    editor.keyboard.press("r")
    editor.keyboard.type("jkaou")
    expect(editor.locator(".queue-row [name=reason]:focus")).to_have_value("jkaou")
    editor.keyboard.press("Escape")
    expect(editor.locator(".queue-row").first).to_be_focused()


def test_a_fact_is_accepted_by_keyboard_on_its_page(editor: Page) -> None:
    _fact(editor)
    editor.locator("section.review button.primary").focus()
    editor.keyboard.press("Enter")

    expect(editor.locator(".messages")).to_contain_text("Accepted")
    expect(editor.locator(".review-state")).to_contain_text("accepted")
    editor.locator(".log .undo").first.press("Enter")
    expect(editor.locator(".messages")).to_contain_text("Taken back")


def test_a_date_is_corrected_by_keyboard(editor: Page) -> None:
    _fact(editor)
    _open(editor, "Correct")
    editor.get_by_label("Date", exact=True).fill("2012-01-31")
    editor.get_by_label("Last day").fill("")
    editor.keyboard.press("Enter")

    expect(editor.locator(".fact-date")).to_contain_text("31\N{NO-BREAK SPACE}January 2012")
    editor.locator(".log .undo").first.press("Enter")
    expect(editor.locator(".fact-date")).not_to_contain_text("2012")


def test_a_mistake_is_told_where_it_was_made_and_nothing_is_lost(editor: Page) -> None:
    _fact(editor)
    _open(editor, "Correct")
    editor.get_by_label("Place").fill("Сочи")
    editor.get_by_label("Date", exact=True).fill("31.31.2021")
    editor.keyboard.press("Enter")

    expect(editor.get_by_text("There is no such day.")).to_be_in_viewport()
    expect(editor.get_by_label("Date", exact=True)).to_be_focused()
    expect(editor.get_by_label("Place")).to_have_value("Сочи")


def test_names_are_completed_and_a_row_for_another_is_always_there(editor: Page) -> None:
    _fact(editor)
    _open(editor, "Correct")
    names = editor.locator("details.decision[open] [data-actors]")
    before = names.count()
    names.last.press_sequentially("лавр")

    expect(editor.locator("#actor-names option[value='Sergey Lavrov']")).to_be_attached()
    expect(names).to_have_count(before + 1)


def test_reports_are_split_off_by_keyboard_and_put_together_again(editor: Page) -> None:
    _fact(editor, articles=2)
    _open(editor, "Split")
    editor.keyboard.press("Space")
    editor.get_by_role("button", name="Split these off").press("Enter")

    expect(editor.locator(".messages")).to_contain_text("is now fact")
    editor.locator(".log .undo").first.press("Enter")
    expect(editor.locator(".messages")).to_contain_text("Taken back")


def _unread_article(page: Page) -> None:
    """Hands in an article with a sentence that reports nothing to the reader, and opens it."""
    add_article(
        page, f"{CALL.format('17 марта 2025')} {LEFT}\n\nЭто проверочный текст {uuid4().hex}.", published="2025-03-17"
    )
    wait_until_read(page)
    open_article(page)


def test_a_fact_is_added_from_words_marked_in_the_article(editor: Page) -> None:
    _unread_article(editor)
    editor.evaluate(
        """(words) => {
            const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at >= 0) getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 8);
            }
        }""",
        "встречу экспертов",
    )
    expect(editor.locator("[data-mark].ready")).to_be_in_viewport()
    editor.locator("[data-mark]").click()

    expect(editor.locator(".marked")).to_have_text(LEFT)
    _fill_contact(editor)


def test_a_fact_is_added_and_taken_back_without_javascript(editor: Page, scriptless: Page) -> None:
    _unread_article(editor)
    scriptless.goto(editor.url)
    scriptless.get_by_role("link", name="Add a fact from a sentence").click()
    scriptless.get_by_role("link", name=LEFT).click()
    _fill_contact(scriptless)


def _fill_contact(page: Page) -> None:
    page.get_by_label("Format").select_option("meeting")
    page.get_by_label("Status").select_option("planned")
    page.get_by_label("Date", exact=True).fill("2025-10")
    for at, name in enumerate(("МИД РФ", "МИД КНР")):
        page.get_by_label("Name").nth(at).fill(name)
    page.get_by_label("Why").fill("the reader missed it")
    page.keyboard.press("Enter")

    expect(page.locator(".fact-date")).to_contain_text("October 2025")
    expect(page.locator("blockquote").filter(has_text=LEFT).first).to_be_visible()
    expect(page.locator(".log")).to_contain_text("the reader missed it")
    page.locator(".log .undo").first.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Taken back")


def test_deciding_works_without_javascript(editor: Page, scriptless: Page) -> None:
    _fact(editor)
    scriptless.goto(editor.url)
    scriptless.locator("summary").filter(has_text="Reject").click()
    scriptless.locator("details.decision[open] [name=reason]").fill("a test of the form")
    scriptless.keyboard.press("Enter")

    expect(scriptless.locator(".review-state")).to_contain_text("rejected")
    scriptless.locator(".log .undo").first.click()
    expect(scriptless.locator(".messages")).to_contain_text("Taken back")


@pytest.mark.parametrize("path", ["/reviews/", "/reviews/decisions/"])
def test_the_queue_fits_a_phone(new_page: NewPage, site: Site, path: str) -> None:
    page = _log_in(new_page(viewport={"width": 360, "height": 740}), site)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
