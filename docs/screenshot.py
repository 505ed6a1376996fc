"""Takes the README's picture of a running copy: `make run` in one terminal, `make screenshot` in another."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parent / "screenshot.png"


def main(address: str) -> None:
    with sync_playwright() as playwright:
        program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": 1440, "height": 1240}, locale="en-GB", color_scheme="light", reduced_motion="reduce"
        )
        page.goto(address, wait_until="networkidle")
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
