"""The shortlist: marked, kept, sent, compared, printed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.test_explorer import explored
from tests.browser.test_pages import opened
from tests.search.asking import SLOW

__all__ = ["explored"]  # a fixture

COMPARED = "shortlist/?cases=old-yard,ferry-line,naval-town,soft-town&compare=old-yard,ferry-line,naval-town"


@pytest.fixture
def tab(browser: Browser, explored: str) -> Iterator[Page]:
    page, wrong = opened(browser, explored + "cases/old-yard/", base_url=explored)
    yield page
    assert wrong == []
    page.context.close()


def mark(page: Page, slug: str) -> None:
    page.goto(f"/cases/{slug}/")
    page.get_by_role("button", name="Shortlist:").click()


def rows(page: Page) -> dict[str, list[str]]:
    """Return what the comparison shows, by the name of the row."""
    expect(page.get_by_role("table", name="Side by side")).to_be_visible(timeout=SLOW)
    bodies = page.locator(".compared tbody")
    return {b.locator("th").inner_text(): b.locator("td").all_inner_texts() for b in bodies.all()}


def test_a_case_is_marked_on_its_page_and_in_lists(tab: Page) -> None:
    button = tab.get_by_role("button", name="Shortlist: old-yard (en)")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(tab.get_by_role("link", name="Shortlist (1)")).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    tab.goto("/cases/")
    expect(tab.get_by_role("button", name="Shortlist: old-yard (en)")).to_have_attribute(
        "aria-pressed", "true"
    )
    tab.get_by_role("button", name="Shortlist: ferry-line (en)").click()
    tab.get_by_role("link", name="Shortlist (2)").click()
    expect(tab.locator(".shortlist label")).to_have_text(["old-yard (en)", "ferry-line (en)"])
    tab.get_by_role("button", name="Remove: old-yard (en)").click()
    expect(tab.locator(".shortlist label")).to_have_text(["ferry-line (en)"])
    expect(tab.get_by_role("button", name="Remove: ferry-line (en)")).to_be_focused()
    tab.reload()
    expect(tab.locator(".shortlist label")).to_have_text(["ferry-line (en)"])


def test_the_list_is_the_same_in_another_language(tab: Page) -> None:
    mark(tab, "old-yard")
    mark(tab, "small-port")
    tab.goto("/ru/shortlist/")
    expect(tab.locator(".shortlist label")).to_have_text(["old-yard (ru)", "small-port (sv)"])


def test_three_at_most_are_compared_side_by_side_and_back_again(tab: Page) -> None:
    for slug in ("old-yard", "ferry-line", "naval-town", "soft-town"):
        mark(tab, slug)
    tab.goto("/shortlist/")
    compare = tab.get_by_role("button", name="Compare")
    tab.get_by_role("checkbox", name="old-yard").check()
    expect(compare).to_be_disabled()
    tab.get_by_role("checkbox", name="ferry-line").check()
    expect(compare).to_be_enabled()
    tab.get_by_role("checkbox", name="naval-town").check()
    expect(tab.get_by_role("checkbox", name="soft-town")).to_be_disabled()
    compare.click()
    shown = rows(tab)
    assert tab.url.endswith("/shortlist/?compare=old-yard,ferry-line,naval-town")
    assert shown["Budget"] == ["Large", "Large", "Small"]
    assert shown["Staff"] == ["Small", "Not known", "Small"]
    assert shown["Place"] == ["Malmö", "Karlskrona\n\nKaliningrad", "Karlskrona"]
    assert shown["Lessons"] == ["Words."] * 3
    assert shown["What the evidence shows"][0].startswith("Jobs: about 12 Jobs, 2010")
    assert shown["What the evidence shows"][0].endswith("About 12 jobs.\u2060[2]")
    source = tab.locator(".compared sup a").first
    assert source.evaluate("node => node.href").endswith("/cases/old-yard/#source-report")
    assert tab.locator("[id]").evaluate_all("nodes => nodes.length === new Set(nodes.map(n => n.id)).size")
    tab.go_back()
    expect(tab.get_by_role("table", name="Side by side")).to_be_hidden()
    tab.go_forward()
    assert rows(tab) == shown
    tab.reload()
    assert rows(tab) == shown


def test_a_list_is_sent_by_its_address(browser: Browser, explored: str, tab: Page) -> None:
    mark(tab, "old-yard")
    mark(tab, "ferry-line")
    tab.goto("/shortlist/")
    tab.get_by_role("button", name="Copy the address").click()
    address = tab.get_by_label("Address of this list").input_value()
    assert address == f"{explored}shortlist/?cases=old-yard,ferry-line"
    other, _ = opened(browser, address + ",no-such-case")
    expect(other.locator(".shortlist label")).to_have_text(
        ["old-yard (en)", "ferry-line (en)", "There is no case “no-such-case” here."]
    )
    other.get_by_role("button", name="Put these cases on my shortlist").click()
    other.goto(f"{explored}shortlist/")
    expect(other.locator(".shortlist label")).to_have_text(["old-yard (en)", "ferry-line (en)"])
    other.context.close()


def test_clearing_can_be_taken_back(tab: Page) -> None:
    mark(tab, "old-yard")
    tab.goto("/shortlist/")
    tab.get_by_role("button", name="Clear the list").click()
    expect(tab.get_by_text("Nothing here yet.")).to_be_visible()
    tab.get_by_role("button", name="Undo").click()
    expect(tab.locator(".shortlist label")).to_have_text(["old-yard (en)"])


def test_what_is_no_slug_in_the_address_is_not_asked_for(tab: Page) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto("/shortlist/?cases=../../x,old-yard,%3Cscript%3E&compare=old-yard,../../x")
    expect(tab.locator(".shortlist label")).to_have_text(["old-yard (en)"])
    assert not [address for address in asked if address.endswith("/x/")]


def test_only_the_comparison_is_printed(tab: Page) -> None:
    tab.goto(f"/{COMPARED}")
    rows(tab)
    tab.evaluate("window.print = () => {}")
    tab.get_by_role("button", name="Print the comparison").click()
    tab.emulate_media(media="print")
    expect(tab.get_by_role("table", name="Side by side")).to_be_visible()
    expect(tab.locator(".shortlist")).to_be_hidden()
    expect(tab.locator(".masthead")).to_be_hidden()


def test_without_scripts_it_says_why_it_is_empty(browser: Browser, explored: str) -> None:
    page, _ = opened(browser, explored + "sv/shortlist/", java_script_enabled=False)
    expect(page.locator("noscript .notice")).to_contain_text("JavaScript")
    page.goto(explored + "sv/cases/old-yard/")
    expect(page.locator(".marker")).to_be_hidden()
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "sv/", "ru/"])
def test_a_comparison_is_accessible_and_fits_a_phone(
    browser: Browser, explored: str, scheme: str, language: str
) -> None:
    page, wrong = opened(
        browser, explored + language + COMPARED, color_scheme=scheme, viewport={"width": 320, "height": 640}
    )
    expect(page.locator(".compared td").first).to_be_visible(timeout=SLOW)
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []
    page.context.close()
