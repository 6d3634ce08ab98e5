"""The explorer of cases: facets, words and order in the address, with the keyboard, and without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from knowledge_base.languages import LANGUAGES
from knowledge_base.website.build import Options, build
from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import serving
from tests.browser.test_pages import opened
from tests.conftest import TODAY
from tests.explored import with_facts
from tests.search.asking import SLOW

TITLES = {"small-port": "small-port (sv)", "harbour-yard": "Harbour yard (en)"}


@pytest.fixture(scope="session")
def explored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of varied cases and return its address."""
    root = with_facts(tmp_path_factory.mktemp("explored"))
    result = build(root, root.parent / "site", TODAY, Options(LANGUAGES, jobs=2))
    assert result.release, result.findings
    with serving(root.parent / "site") as address:
        yield address


@pytest.fixture
def tab(browser: Browser, explored: str) -> Iterator[Page]:
    page, wrong = opened(browser, explored + "cases/")
    yield page
    assert wrong == []
    page.context.close()


def said(page: Page) -> Locator:
    return page.locator("[data-explorer]").get_by_role("status")


def expect_cases(page: Page, *slugs: str) -> None:
    """Wait until exactly these cases are shown, in this order."""
    expect(page.locator("[data-results] .card h2")).to_have_text(
        [TITLES.get(slug, f"{slug} (en)") for slug in slugs], timeout=SLOW
    )
    expect(page.locator("[data-listed]")).to_be_hidden()


def choose(page: Page, group: str, option: str) -> None:
    details = page.locator("[data-group]", has_text=group)
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    # Budget and staff have bands of the same names; the budget comes first.
    details.get_by_role("checkbox", name=option).first.check()


def counts(page: Page, facet: str) -> dict[str, str]:
    labels = page.locator(f"[data-explorer] label:has([name={facet}])")
    return dict(label.strip().rsplit(" ", 1) for label in labels.all_text_contents())


def test_facets_narrow_count_and_stand_in_the_address(tab: Page) -> None:
    choose(tab, "Themes", "Food")
    expect_cases(tab, "food-cluster", "soft-town", "naval-town")
    expect(said(tab)).to_have_text("3 cases")
    assert tab.url.endswith("/cases/?theme=food")
    # Within a facet values add up, so the other theme counts all its cases; other facets count those left.
    assert counts(tab, "theme") == {"Ports": "5", "Food": "3"}
    assert counts(tab, "outcome") == {"Worked": "1", "Mixed": "0", "Stopped": "1", "Too_early": "1"}
    choose(tab, "Means", "Small")
    choose(tab, "Evidence", "A")
    expect_cases(tab, "naval-town")
    assert tab.url.endswith("/cases/?theme=food&grade=A&budget=small")
    tab.get_by_role("button", name="Themes: Food").click()
    expect_cases(tab, "naval-town")
    choose(tab, "Means", "Large")
    expect_cases(tab, "old-yard", "naval-town")
    tab.get_by_role("button", name="Show all cases").click()
    expect(tab.locator("[data-listed] .card")).to_have_count(7)
    expect(tab.locator("[data-results]")).to_be_hidden()
    assert tab.url.endswith("/cases/")


def test_the_way_back_restores_each_state(tab: Page) -> None:
    choose(tab, "Themes", "Food")
    expect_cases(tab, "food-cluster", "soft-town", "naval-town")
    choose(tab, "Evidence", "A")
    expect_cases(tab, "naval-town")
    tab.locator("[data-results] h2 a").click()
    tab.wait_for_url("**/cases/naval-town/")
    tab.go_back()
    expect_cases(tab, "naval-town")
    tab.go_back()
    expect_cases(tab, "food-cluster", "soft-town", "naval-town")
    expect(tab.locator("[name=grade]:checked")).to_have_count(0)
    tab.go_back()
    expect(tab.locator("[data-listed] .card")).to_have_count(7)
    expect(tab.locator("[data-explorer] :checked:not(option)")).to_have_count(0)
    tab.go_forward()
    expect_cases(tab, "food-cluster", "soft-town", "naval-town")
    tab.reload()
    expect_cases(tab, "food-cluster", "soft-town", "naval-town")


def test_where_the_reader_was_is_found_again(browser: Browser, explored: str) -> None:
    page, _ = opened(browser, explored + "cases/?sort=newest", viewport={"width": 360, "height": 600})
    newest = ["food-cluster", "soft-town", "ferry-line", "old-yard", "harbour-yard", "naval-town"]
    expect_cases(page, *newest)
    page.get_by_role("button", name="Show more").click()
    expect_cases(page, *newest, "small-port")
    last = page.locator("[data-results] h2 a").last
    expect(last).to_be_focused()
    last.click()
    page.wait_for_url("**/cases/small-port/")
    page.go_back()
    expect_cases(page, *newest, "small-port")
    expect(last).to_be_in_viewport()
    page.context.close()


def test_the_best_evidence_comes_first_and_then_the_newest(tab: Page) -> None:
    tab.get_by_label("Order").select_option("Best evidence first")
    expect_cases(tab, "old-yard", "naval-town", "food-cluster", "soft-town", "harbour-yard", "small-port")
    assert tab.url.endswith("?sort=grade")


def test_words_find_cases_and_count_with_the_facets(tab: Page) -> None:
    words = tab.get_by_label("Words, if you like")
    words.press_sequentially("ferry")
    expect_cases(tab, "ferry-line")
    expect(tab.get_by_label("Order")).to_have_value("relevance")
    assert counts(tab, "theme") == {"Ports": "1", "Food": "0"}
    choose(tab, "Themes", "Food")
    expect(said(tab)).to_have_text("No case has all of this.")
    tab.get_by_role("button", name="Without “Food”: 1 case").click()
    expect_cases(tab, "ferry-line")
    words.fill("zzzzz")
    expect(said(tab)).to_have_text("No case has the words “zzzzz”.")
    tab.get_by_role("button", name="Without “zzzzz”: 7 cases").click()
    expect(tab.locator("[data-listed] .card")).to_have_count(7)
    # The letters of a word are one step.
    tab.go_back()
    expect(said(tab)).to_have_text("No case has the words “zzzzz”.")
    tab.go_back()
    expect_cases(tab, "ferry-line")


def test_a_case_without_a_translation_is_there_too(browser: Browser, explored: str) -> None:
    page, _ = opened(browser, explored + "cases/?period=1980&theme=ports-logistics")
    expect_cases(page, "small-port")
    card = page.locator("[data-results] .card")
    expect(card.locator("h2")).to_have_attribute("lang", "sv")
    expect(card.locator("[data-summary]")).to_have_text("An invented case.")
    expect(card.locator(".card__details")).to_contain_text("Karlshamn · ")
    page.context.close()


def test_nothing_is_loaded_before_something_is_chosen(browser: Browser, explored: str) -> None:
    page, _ = opened(browser, explored + "cases/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    loaded = "performance.getEntriesByType('resource').some(r => /pagefind|facet-index/.test(r.name))"
    assert not page.evaluate(loaded)
    choose(page, "Themes", "Food")
    expect_cases(page, "food-cluster", "soft-town", "naval-town")
    assert any("facets.json" in address for address in asked)
    assert not any("wasm" in address for address in asked)  # the engine is for words
    page.context.close()


def test_without_scripts_the_lists_by_facet_are_there(browser: Browser, explored: str) -> None:
    page, _ = opened(browser, explored + "cases/?theme=food", java_script_enabled=False)
    expect(page.locator("[data-explorer]")).to_be_hidden()
    page.get_by_text("theme", exact=True).click()
    page.get_by_role("link", name="Food", exact=True).click()
    expect(page.locator(".card")).to_have_count(3)
    page.context.close()


def test_without_an_index_it_says_so_and_leaves_the_list(browser: Browser, tmp_path: Path) -> None:
    root = with_facts(tmp_path)
    assert build(root, tmp_path / "site", TODAY, Options(("en",), jobs=1, search=False)).release
    with serving(tmp_path / "site") as address:
        page, _ = opened(browser, address + "cases/?theme=food")
        expect(said(page)).to_contain_text("There is no search index here")
        expect(page.locator("[data-listed] .card")).to_have_count(7)
        page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["theme=food&budget=small", "outcome=stopped&grade=A"])
def test_open_facets_and_results_are_accessible_at_phone_width(
    browser: Browser, explored: str, scheme: str, query: str
) -> None:
    page, wrong = opened(
        browser,
        f"{explored}ru/cases/?{query}",
        color_scheme=scheme,
        viewport={"width": 320, "height": 640},
    )
    expect(page.locator("[data-explorer]")).to_have_attribute("data-shown", query, timeout=SLOW)
    for details in page.locator("[data-group]").all():
        details.evaluate("node => node.open = true")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []
    page.context.close()


def test_from_facets_to_a_comparison_with_the_keyboard_on_a_phone(browser: Browser, explored: str) -> None:
    page, wrong = opened(browser, explored + "cases/", viewport={"width": 360, "height": 740})
    focus = page.locator(":focus")

    def tab_to(name: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            label = focus.evaluate("node => node.ariaLabel || (node.labels?.[0] ?? node).innerText")
            if str(label).strip().startswith(name):
                return
        raise AssertionError(f"Tab does not lead to {name}")

    page.get_by_label("Words, if you like").focus()
    tab_to("Themes")
    page.keyboard.press("Enter")
    tab_to("Food")
    page.keyboard.press("Space")
    expect_cases(page, "food-cluster", "soft-town", "naval-town")
    for slug in ("food-cluster", "soft-town"):
        tab_to(f"Shortlist: {slug}")
        page.keyboard.press("Space")
        expect(focus).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Control+Home")
    page.get_by_label("Words, if you like").focus()
    page.keyboard.press("Shift+Tab")
    expect(focus).to_have_text("Shortlist (2)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/shortlist/")
    for slug in ("food-cluster", "soft-town"):
        tab_to(f"{slug} (en)")
        page.keyboard.press("Space")
    tab_to("Compare")
    page.keyboard.press("Enter")
    expect(page.get_by_role("table", name="Side by side")).to_be_visible(timeout=SLOW)
    expect(focus).to_have_text("Side by side")
    expect(page.get_by_role("columnheader")).to_have_text(["food-cluster (en)", "soft-town (en)"])
    page.go_back()
    expect(page.get_by_role("table", name="Side by side")).to_be_hidden()
    page.go_back()
    expect_cases(page, "food-cluster", "soft-town", "naval-town")
    assert wrong == []
    page.context.close()
