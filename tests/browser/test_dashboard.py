"""The pages as a reader meets them on the first run: alive, in both languages, on every screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage

SECTIONS = ["/", "/contacts/", "/trade/", "/trade/commitments/", "/positions/", "/actors/", "/articles/", "/about/"]


@pytest.mark.parametrize("path", SECTIONS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_section_opens_without_an_error(new_page: NewPage, path: str, scheme: str) -> None:
    """`new_page` fails the test on whatever the console reports, breaches of the security policy included."""
    page = new_page(color_scheme=scheme)
    page.goto(path, wait_until="networkidle")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("path", SECTIONS)
def test_a_section_fits_a_phone(new_page: NewPage, path: str) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_first_run_shows_facts_from_the_samples(page: Page) -> None:
    page.goto("/articles/?sample=1")
    expect(page.locator(".tag.sample").first).to_be_visible()
    for path in ("/contacts/", "/trade/", "/positions/"):
        page.goto(path)
        assert page.locator(".row").count() >= 10, path


def test_charts_are_drawn_and_their_numbers_stand_in_a_table(page: Page) -> None:
    page.goto("/trade/")
    canvas = page.locator("canvas").first
    expect(canvas).to_be_visible()
    page.wait_for_function(
        """() => {
            const canvas = document.querySelector("canvas");
            const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            return pixels.some((value) => value > 0);
        }"""
    )
    expect(page.locator("table").first).to_be_attached()


def test_quoted_and_official_figures_are_told_apart_and_a_quoted_one_opens_its_sentence(page: Page) -> None:
    page.goto("/trade/?indicator=turnover", wait_until="networkidle")
    canvas, spoken = page.locator("canvas").first, page.locator("[data-spoken]").first
    canvas.focus()
    canvas.press("ArrowRight")
    expect(spoken).to_contain_text("customs")  # the official line begins before the first that is quoted
    for _ in range(60):
        canvas.press("ArrowRight")
        if "actual" in spoken.inner_text():
            break
    canvas.press("Enter")
    page.wait_for_url("**/trade/*/#evidence")
    expect(page.locator("blockquote mark").first).to_be_visible()


def test_everything_can_be_read_without_javascript(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/trade/")
    expect(page.locator("table td").first).to_be_attached()
    page.goto("/contacts/")
    page.locator(".row a").first.click()
    expect(page.locator("blockquote mark").first).to_be_visible()


def test_the_interface_follows_the_browser_and_can_be_switched(new_page: NewPage) -> None:
    page = new_page(locale="ru-RU")
    page.goto("/contacts/")
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.get_by_role("heading", level=1)).to_contain_text("онтакт")

    page.get_by_role("button", name="EN").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(page.url.partition("?")[0])
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_sentence_is_reached_by_keyboard(page: Page) -> None:
    page.goto("/contacts/")
    page.locator(".row a").first.click()
    page.locator("blockquote").first.get_by_role("link").click()
    expect(page.locator(".text")).to_be_visible()

    page.keyboard.press("k")
    expect(page.locator("mark.current")).to_have_count(1)
    expect(page.locator("mark.current")).to_be_focused()
