"""One page per template and language, in a real browser."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import assert_accessible

ROOTS = {"en": "", "sv": "sv/", "ru": "ru/"}
PAGES = [
    "",
    "cases/",
    "cases/changed-since/",
    "guides/harbour-visit/",
    "seminars/harbour-day/",
    "organisations/example-harbour/",
    "glossary/",
    "glossary/word-list/",
    "about-red/",
    "map/",
    "new/",
    "shortlist/",
    "fields/case/",
    "translations/",
    "downloads/",
]
WITHOUT_CONTENT = ["rules/", "rules/label-mismatch/", "fields/"]
"""Pages made from our own words alone."""


def opened(browser: Browser, address: str, **options: object) -> tuple[Page, list[str]]:
    """Open a page and return it with everything that went wrong on the way."""
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    wrong: list[str] = []
    host = urlsplit(address).netloc
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: wrong.append(r.url) if urlsplit(r.url).netloc != host else None)
    page.on("response", lambda r: wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    page.goto(address)
    return page, wrong


# Colours do not depend on the language: one shows them in the dark; `make audit` looks at every page in both.
@pytest.mark.parametrize(
    ("language", "scheme"), [("en", "light"), ("sv", "light"), ("ru", "light"), ("ru", "dark")]
)
@pytest.mark.parametrize("path", [*PAGES, *WITHOUT_CONTENT])
def test_a_page_is_accessible_quiet_and_fits_a_phone(
    browser: Browser, address: str, language: str, path: str, scheme: str
) -> None:
    page, wrong = opened(
        browser,
        address + ROOTS[language] + path,
        color_scheme=scheme,
        viewport={"width": 320, "height": 640},
    )
    for details in page.locator("details").all():
        details.evaluate("node => node.open = true")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []
    page.context.close()


def test_switching_language_keeps_the_page(browser: Browser, address: str) -> None:
    page, wrong = opened(browser, address + "cases/harbour-yard/")
    for name, path in [("Svenska", "sv/"), ("Русский", "ru/"), ("English", "")]:
        page.get_by_role("link", name=name, exact=True).click()
        assert page.url == f"{address}{path}cases/harbour-yard/"
    assert wrong == []
    page.context.close()


def test_the_keyboard_reaches_the_content(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address + "ru/cases/harbour-yard/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.context.close()


def test_the_scheme_can_be_chosen_and_is_kept(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address, color_scheme="light")
    page.get_by_role("button", name="Light or dark").click()
    page.reload()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page.context.close()


# The templates are the same in each language, and so is what scripts add to them.
@pytest.mark.parametrize("language", ["ru"])
@pytest.mark.parametrize("path", PAGES)
def test_everything_is_there_without_javascript(
    browser: Browser, address: str, language: str, path: str
) -> None:
    def shown(java_script: bool) -> tuple[set[str], set[str], int]:
        """Return the links and buttons of a page, and the height of its text."""
        page, _ = opened(browser, address + ROOTS[language] + path, java_script_enabled=java_script)
        links = {
            f"{a.get_attribute('href')} {a.text_content()}" for a in page.locator("#content a:visible").all()
        }
        buttons = {str(b.get_attribute("class")) for b in page.get_by_role("button").all()}
        words = len(page.locator("#content").inner_text().split())
        page.context.close()
        return links, buttons, words

    links, buttons, words = shown(java_script=False)
    scripted_links, _, scripted_words = shown(java_script=True)
    assert links >= scripted_links
    # Search leads to the list of cases; nothing else needs a script to do its work.
    assert buttons == {"search__go"}
    # What scripts add are words for what only they can do: fields that filter, buttons that copy.
    assert words > 0.5 * scripted_words


SHIFTS = """
shifts = [];
new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifts.push(entry.value); })
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_loads(browser: Browser, address: str, path: str, width: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    page.add_init_script(SHIFTS)
    # A far host: the page is painted before its scripts have come.
    slow = {"offline": False, "latency": 150, "downloadThroughput": -1, "uploadThroughput": -1}
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", slow)
    page.goto(address + path)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("shifts") == []
    page.context.close()
