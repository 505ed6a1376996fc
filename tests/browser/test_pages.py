"""What the pages do beyond being read: charts by keyboard and pointer, filters, the theme."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage


def test_a_charts_points_are_reached_by_keyboard_and_open_their_fact(page: Page) -> None:
    page.goto("/contacts/", wait_until="networkidle")
    canvas = page.locator("[data-chart=timeline] canvas")
    canvas.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-spoken]")).not_to_be_empty()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/contacts/\d+/$"))
    expect(page.locator("blockquote mark").first).to_be_visible()


def test_a_bar_of_the_positions_opens_its_topic_and_side(page: Page) -> None:
    page.goto("/positions/", wait_until="networkidle")
    canvas = page.locator("[data-chart=banks] canvas")
    canvas.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/positions/\?topic=[a-z-]+&side=(RU|CN)$"))
    expect(page.locator(".row").first).to_be_visible()


def test_a_chip_narrows_the_list_and_its_cross_widens_it_again(page: Page) -> None:
    page.goto("/contacts/")
    before = page.locator("#list").inner_text()
    page.locator(".chip summary").first.click()
    page.locator(".chip[open] ul a").first.click()
    expect(page).to_have_url(re.compile(r"/contacts/\?level=leader$"))
    page.locator(".drop").click()
    expect(page.locator("#list")).to_have_text(before)


def test_a_menu_closes_with_escape_and_gives_the_focus_back(page: Page) -> None:
    page.goto("/trade/")
    chip = page.locator(".chip").first
    chip.locator("summary").click()
    expect(chip).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(chip).not_to_have_attribute("open", "")
    expect(chip.locator("summary")).to_be_focused()


def test_the_theme_is_switched_redraws_the_charts_and_is_remembered(new_page: NewPage) -> None:
    page = new_page(color_scheme="light")
    page.goto("/contacts/", wait_until="networkidle")
    page.get_by_role("button", name="Light or dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("[data-chart=timeline] canvas")).to_be_visible()
    page.goto("/about/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_nothing_moves_while_a_page_loads(page: Page) -> None:
    page.goto("/", wait_until="networkidle")
    shift = page.evaluate(
        """() => new Promise((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) sum += entry.value;
                resolve(sum);
            }).observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        })"""
    )
    assert shift < 0.1  # what Core Web Vitals call good


def test_a_day_asked_for_is_kept_from_page_to_page_until_the_way_back(page: Page) -> None:
    page.goto("/contacts/?format=call", wait_until="networkidle")
    form = page.locator("form.as-of")
    today = form.locator("[name=as_of]").get_attribute("max")
    form.locator("[name=as_of]").fill(today or "")
    form.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(rf"/contacts/\?format=call&as_of={today}$"))
    expect(page.locator(".then")).to_contain_text("As known at the end of")
    page.wait_for_load_state("networkidle")
    page.locator("[data-chart=timeline] canvas").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"/contacts/\d+/\?as_of={today}$"))
    page.locator(".headline a").first.click()
    expect(page).to_have_url(re.compile(rf"/articles/\d+/\?as_of={today}$"))
    page.get_by_role("link", name="Back to now").click()
    expect(page).to_have_url(re.compile(r"/articles/\d+/$"))
    expect(page.locator(".then")).to_have_count(0)
