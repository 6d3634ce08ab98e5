"""A guide's page on a phone, watched: what it asks for once it is there, and what it says to print."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from tests.browser.test_pages import ROOTS

NOON = datetime(2026, 11, 25, 12)


@contextmanager
def on_a_phone(
    browser: Browser, address: str, language: str = "en", guide: str = "harbour-visit", **options: object
) -> Iterator[Page]:
    """Open a guide on a phone, and afterwards look at the screen again, whatever was printed."""
    with used_on_a_phone(browser, f"{address}{ROOTS[language]}guides/{guide}/", **options) as page:
        yield page
        page.emulate_media(media="screen")


@contextmanager
def used_on_a_phone(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """Open a page at 360 px on 25 November 2026; fail when using it sends anything or goes wrong."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, **options)  # type: ignore[arg-type]
    page = context.new_page()
    wrong: list[str] = []
    page.clock.set_fixed_time(NOON)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(address)
    sent = watched(page)
    yield page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not sent and not wrong, [*sent, *wrong]
    context.close()


def watched(page: Page) -> list[str]:
    """Return a list that fills with what the page asks for, other than its own pages again."""
    sent: list[str] = []

    def note(url: str, navigation: bool) -> None:
        own_file = re.search(r"/assets/[a-z_]+\.[0-9a-f]{8}\.(js|css)$|/assets/mark\.svg$", url)
        if not navigation and not own_file:
            sent.append(url)

    page.on("request", lambda request: note(request.url, request.is_navigation_request()))
    return sent


def downloaded(page: Page, button: Locator, folder: Path) -> Path:
    """Press a button that makes a file, and return the file under the name that it was given."""
    with page.expect_download() as download:
        button.click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def printed_alone(page: Page, button: Locator, folder: Path) -> tuple[str, int]:
    """Press a button that prints a part; return the words on the paper, and the pages of its PDF."""
    # The dialogue of the browser would wait for somebody: paper is made here instead.
    page.evaluate("() => { window.asked = 0; window.print = () => { window.asked += 1; }; }")
    button.click()
    assert page.evaluate("window.asked") == 1
    page.emulate_media(media="print")
    words = page.locator("body").inner_text()
    page.emulate_media(media="null")
    content = page.pdf(path=folder / "printed.pdf", prefer_css_page_size=True)  # afterwards all is as before
    assert content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    return words, len(re.findall(rb"/Type\s*/Page\b", content))
