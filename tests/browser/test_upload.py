"""The main job: an editor hands in an article, and the dashboard shows what it reports."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import add_article, addresses_of_facts, expect_highlighted, open_article, wait_until_read

CALL = (
    "Президент России Владимир Путин 24 февраля 2025 года провёл телефонный разговор с председателем КНР Си Цзиньпином."
)
SAID = "Си Цзиньпин заявил, что Китай готов и дальше углублять сотрудничество с Россией."
TRADE = "По итогам 2024 года товарооборот двух стран вырос на 1,9% и составил 244,8 млрд долларов."


def _text() -> str:
    """An article that nobody has handed in before."""
    return f"{CALL} {SAID}\n\n{TRADE} Это проверочный текст {uuid4().hex}."


def test_an_article_becomes_facts_that_open_their_sentences(editor: Page) -> None:
    add_article(editor, _text(), title="Лидеры поговорили по телефону", published="2025-02-24", outlet="Проверка")
    wait_until_read(editor)
    open_article(editor)
    article = editor.url
    expect(editor.get_by_role("heading", level=1)).to_have_text("Лидеры поговорили по телефону")

    for kind, words in (("contact", CALL), ("trade", TRADE), ("position", SAID)):
        editor.goto(article)
        addresses = addresses_of_facts(editor, kind)
        assert addresses, f"the article gave no {kind}"
        editor.goto(addresses[0])
        expect_highlighted(editor, words)


def test_a_contact_says_who_met_whom_and_when(editor: Page) -> None:
    add_article(editor, _text(), published="2025-02-24")
    wait_until_read(editor)
    open_article(editor)

    editor.goto(addresses_of_facts(editor, "contact")[0])
    expect(editor.get_by_role("heading", level=1)).to_have_text("Call: Vladimir Putin – Xi Jinping")
    expect(editor.locator(".fact-date")).to_contain_text("24 February 2025")
    expect(editor.locator(".fact-date")).to_contain_text("held")


def test_a_reader_finds_the_figure_among_the_trade_figures(editor: Page) -> None:
    add_article(editor, _text(), published="2025-02-24")
    wait_until_read(editor)
    open_article(editor)
    (figure, *_) = addresses_of_facts(editor, "trade")

    editor.goto("/trade/")
    expect(editor.locator(f"a[href='{figure}']").first).to_be_attached()
    editor.goto(figure)
    expect(editor.get_by_role("heading", level=1)).to_have_text("Turnover, 2024")
    # The samples quote it more exactly: one figure, shown at its most precise.
    expect(editor.locator(".fact-date")).to_contain_text("$244.82 bn")


def test_title_day_and_outlet_left_empty_are_found_in_the_text(editor: Page) -> None:
    add_article(editor, f"Беседа лидеров двух стран\nМосква, 24 февраля 2025 — ИА Регнум.\n{_text()}")
    wait_until_read(editor)
    open_article(editor)

    expect(editor.get_by_role("heading", level=1)).to_have_text("Беседа лидеров двух стран")
    expect(editor.locator(".article-head")).to_contain_text("24 February 2025")
    expect(editor.locator(".article-head")).to_contain_text("Регнум")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_a_text_file_is_read_in_either_encoding(editor: Page, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(_text().encode(encoding))

    editor.goto("/admin/relations/article/add/")
    editor.locator("[name=files]").set_input_files(file)
    editor.locator("[name=published]").fill("2025-02-24")
    editor.get_by_role("button", name="Add and read").click()
    wait_until_read(editor)
    open_article(editor)

    expect(editor.locator(".text mark").filter(has_text=TRADE).first).to_be_visible()


def test_the_same_text_again_is_refused_with_a_link_to_the_first(editor: Page) -> None:
    text = _text()
    add_article(editor, text, title="Первый раз", published="2025-02-24")
    wait_until_read(editor)

    add_article(editor, text)
    expect(editor.locator(".errorlist")).to_contain_text("This text is already there")
    editor.locator(".errorlist").get_by_role("link", name="Первый раз").click()
    expect(editor).to_have_url(re.compile(r"/articles/\d+/"))


def test_markup_in_an_article_stays_text(editor: Page) -> None:
    markup = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">"
    add_article(editor, f"{_text()}\n\n{markup}", title="<b>Заголовок</b>", published="2025-02-24")
    wait_until_read(editor)
    open_article(editor)

    expect(editor.get_by_role("heading", level=1)).to_have_text("<b>Заголовок</b>")
    expect(editor.locator(".text")).to_contain_text(markup)
    expect(editor).not_to_have_title("taken")
