"""The article that this project was conceived on, where the annotated articles are present beside the project.

Its text belongs to its publisher and is not shipped: without it there is nothing here to run.
"""

import json

from django.conf import settings
from playwright.sync_api import Page, expect

from tests.browser.conftest import add_article, addresses_of_facts, open_article, wait_until_read

GOLD = settings.BASE_DIR.parent / "shared" / "gold" / "dev.jsonl"
ID = "regnum-2024-02-08"


def _facts(page: Page, kind: str) -> list[str]:
    """What the article's facts of a kind say at the head of their pages."""
    heads = []
    article = page.url
    for address in addresses_of_facts(page, kind):
        page.goto(address)
        expect(page.locator("blockquote mark").first).to_be_visible()
        heads.append(" ".join(page.locator(".fact-head").inner_text().split()))
    page.goto(article)
    return heads


def _has(heads: list[str], *words: str) -> bool:
    """Whether one fact says all of the words."""
    return any(all(word.casefold() in head.casefold() for word in words) for head in heads)


if GOLD.exists():

    def test_its_contacts_figure_and_positions_are_on_the_pages(editor: Page) -> None:
        rows = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
        article = next(row for row in rows if row["id"] == ID)
        add_article(editor, article["text"], published=article["published"][:10], outlet=article["outlet"])
        wait_until_read(editor)
        open_article(editor)

        contacts, figures = _facts(editor, "contact"), _facts(editor, "trade")
        positions = _facts(editor, "position")

        assert _has(contacts, "Call", "Vladimir Putin", "Xi Jinping", "8 February 2024", "held"), contacts
        assert _has(contacts, "Message", "Vladimir Putin", "Xi Jinping"), contacts
        assert _has(figures, "Turnover", "$200", "bn", "reached"), figures
        assert _has(positions, "Xi Jinping"), positions
        assert _has(positions, "Vladimir Putin"), positions
        assert _has(positions, "Zhang Hanhui"), positions
