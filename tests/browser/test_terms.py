"""Terms in texts, and the field above the glossary, as readers use them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.test_pages import opened


@pytest.fixture
def text(browser: Browser, address: str) -> Iterator[Page]:
    """A page with a marked term, on a telephone."""
    size = {"width": 320, "height": 640}
    page, wrong = opened(browser, address + "about-red/", viewport=size, has_touch=True)
    yield page
    assert wrong == []
    page.context.close()


def size_of(page: Page) -> object:
    return page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")


def test_a_term_says_what_it_means_and_moves_nothing(text: Page) -> None:
    before = size_of(text)
    text.locator("a.term").tap()
    box = text.get_by_role("dialog", name="harbour")
    expect(box).to_contain_text("A sheltered place for ships.")
    assert size_of(text) == before
    place = box.bounding_box()
    assert place and place["x"] >= 0 and place["x"] + place["width"] <= 320
    assert_accessible(text)
    text.get_by_role("heading", level=1).tap()
    expect(box).to_have_count(0)


def test_the_keyboard_opens_a_term_leads_on_and_comes_back(text: Page) -> None:
    term = text.locator("a.term")
    expect(term).to_have_attribute("aria-expanded", "false")
    term.focus()
    text.keyboard.press("Enter")
    expect(term).to_have_attribute("aria-expanded", "true")
    text.keyboard.press("Escape")
    expect(text.get_by_role("dialog")).to_have_count(0)
    expect(term).to_be_focused()
    text.keyboard.press("Enter")
    text.keyboard.press("Tab")
    expect(text.get_by_role("link", name="More in the glossary")).to_be_focused()
    text.keyboard.press("Enter")
    text.wait_for_url("**/glossary/#harbour")


def test_a_second_click_closes_it_and_going_on_with_tab_too(text: Page) -> None:
    term, box = text.locator("a.term"), text.get_by_role("dialog")
    term.click()
    expect(box).to_have_count(1)
    term.click()
    expect(box).to_have_count(0)
    term.click()
    text.keyboard.press("Tab")
    text.keyboard.press("Tab")
    expect(box).to_have_count(0)


def test_without_javascript_a_term_is_a_link(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address + "about-red/", java_script_enabled=False)
    page.locator("a.term").click()
    assert page.url == f"{address}glossary/#harbour"
    page.context.close()


def test_on_paper_a_term_is_a_word(text: Page) -> None:
    text.locator("a.term").click()
    text.emulate_media(media="print")
    expect(text.get_by_role("dialog")).to_have_count(0)
    look = "getComputedStyle(document.querySelector('a.term')).textDecorationLine"
    assert text.evaluate(look) == "none"


@pytest.mark.parametrize(
    ("typed", "found", "said"),
    [
        ("harb", ["harbour"], "1 term found"),
        ("HAMNOMRADE", ["harbour"], "1 term found"),
        ("НАБЕРЕЖНАЯ", ["quay"], "1 term found"),
        ("гавань", ["harbour"], "1 term found"),
        ("a", ["harbour", "quay"], "2 terms found"),
        ("ships", [], "No term found"),
    ],
)
def test_the_field_leaves_what_is_typed(
    browser: Browser, address: str, typed: str, found: list[str], said: str
) -> None:
    page, wrong = opened(browser, address + "glossary/")
    page.get_by_role("main").get_by_role("searchbox").fill(typed)
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(said)
    shown = page.locator(".glossary dl > div:visible")
    assert [node.get_attribute("id") for node in shown.all()] == found
    assert page.locator(".glossary h2:visible").count() == len(found)
    page.get_by_role("main").get_by_role("searchbox").fill("")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("")
    assert page.locator(".glossary dl > div:visible").count() == 2
    assert wrong == []
    page.context.close()


def test_a_link_to_a_term_that_is_filtered_away_brings_it_back(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address + "ru/glossary/")
    page.get_by_role("main").get_by_role("searchbox").fill("порт")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("Найден 1 термин")
    page.locator("#harbour a[href='#quay']").click()
    expect(page.locator("#quay")).to_be_in_viewport()
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("")
    page.context.close()


def test_without_javascript_there_is_no_field(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address + "glossary/", java_script_enabled=False)
    assert page.get_by_role("main").get_by_role("searchbox").count() == 0
    assert page.locator("#harbour").is_visible()
    page.context.close()
