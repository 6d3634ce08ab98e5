"""The search field and its panel, on the example site."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from knowledge_base.languages import FACTS, LANGUAGES, Language
from knowledge_base.schema.kinds import TERM
from knowledge_base.staging.site import RECORD_PAGES
from knowledge_base.website.build import Options, build
from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import serving
from tests.browser.test_pages import ROOTS, opened
from tests.conftest import EXAMPLE_SITE, TODAY
from tests.search.asking import SLOW, answer, ask

CASE = "cases/harbour-yard/"


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto("about-red/")
    yield page
    context.close()


def indexed(built: Path, language: Language) -> dict[str, dict[str, object]]:
    """Return what the index of a language holds, by address: Pagefind's fragments are JSON."""
    fragments = (built / "pagefind" / language / "fragment").iterdir()
    found = [
        json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in fragments
    ]
    return {fragment["url"]: fragment for fragment in found}


def to_search(built: Path, language: Language) -> set[str]:
    """Return the addresses that a search can find; cases without a translation are there for the explorer."""
    found = indexed(built, language).items()
    return {address for address, fragment in found if "kind" in dict(fragment["filters"])}  # type: ignore[call-overload]


def test_a_result_shows_title_kind_place_period_and_the_passage(tab: Page) -> None:
    ask(tab, "firm harbour day")
    result = tab.locator(".result").first
    expect(result.locator("a")).to_have_text("Harbour day (en)")
    expect(result.locator(".result__facts")).to_have_text("Forum · Example · October 2011")
    ask(tab, "jobs yard")
    result = tab.locator(".result", has=tab.locator("a[href='/cases/harbour-yard/']"))
    expect(result.locator(".result__facts")).to_have_text(re.compile("^Case · 2001"))
    expect(result.locator("mark").first).to_have_text("Jobs")


def test_the_number_of_results_is_announced(tab: Page) -> None:
    found = ask(tab, "harbour")
    expect(tab.get_by_role("status")).to_have_text(found.said)
    assert found.said == f"{len(every_result(tab))} results"
    ask(tab, "zzzzzz")
    expect(tab.get_by_role("status")).to_have_text("Nothing found for “zzzzzz”.")


def every_result(tab: Page) -> list[str]:
    """Return every result of the panel, with all that it hides at first."""
    more = tab.get_by_role("button", name="Show more")
    while more.is_visible():
        before = tab.locator(".result").count()
        more.click()
        expect(tab.locator(".result").nth(before)).to_be_visible()
    return [str(link.get_attribute("href")) for link in tab.locator(".result a").all()]


def test_the_engine_is_loaded_when_the_field_gets_the_focus(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address)
    page.wait_for_load_state("networkidle")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    assert not page.evaluate(
        "performance.getEntriesByType('resource').some(r => r.name.includes('pagefind'))"
    )
    with page.expect_request("**/pagefind/en/pagefind.js"):
        page.get_by_role("search").get_by_role("searchbox").focus()
    page.context.close()


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_a_key_opens_it(tab: Page, keys: str) -> None:
    tab.keyboard.press(keys)
    expect(tab.get_by_role("search").get_by_role("searchbox")).to_be_focused()
    expect(tab.get_by_role("search").get_by_role("searchbox")).to_have_value("")


def test_the_single_key_writes_in_fields_and_can_be_switched_off(tab: Page) -> None:
    ask(tab, "harbour/")
    tab.get_by_label("The key / opens the search").uncheck()
    tab.goto("about-red/")
    tab.keyboard.press("/")
    expect(tab.get_by_role("search").get_by_role("searchbox")).not_to_be_focused()
    tab.keyboard.press("Control+k")
    expect(tab.get_by_role("search").get_by_role("searchbox")).to_be_focused()


def test_the_keyboard_goes_through_the_results(tab: Page) -> None:
    tab.keyboard.press("/")
    tab.keyboard.type("harbour")
    found = answer(tab, "harbour")
    links = tab.locator(".result a")
    tab.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    expect(tab.get_by_role("search").get_by_role("searchbox")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(links.nth(0)).to_be_focused()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**{found.links[0]}")


def test_escape_and_leaving_close_it(tab: Page) -> None:
    ask(tab, "harbour")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Escape")
    expect(tab.locator(".search__panel")).to_be_hidden()
    expect(tab.get_by_role("search").get_by_role("searchbox")).to_be_focused()
    assert "q=" not in tab.url
    ask(tab, "harbour yard")
    tab.get_by_role("link", name="Svenska").focus()
    expect(tab.locator(".search__panel")).to_be_hidden()


def test_back_finds_the_results_again(tab: Page) -> None:
    found = ask(tab, "harbour")
    assert tab.url.endswith("about-red/?q=harbour")
    tab.locator(".result a").first.click()
    tab.wait_for_url(f"**{found.links[0]}")
    tab.go_back()
    expect(tab.get_by_role("search").get_by_role("searchbox")).to_have_value("harbour")
    assert answer(tab, "harbour") == found


def test_only_the_chosen_kind_is_shown(tab: Page) -> None:
    ask(tab, "harbour")
    tab.get_by_role("radio", name="Guides").check()
    expect(tab.get_by_role("status")).to_have_text("1 result")
    assert every_result(tab) == ["/guides/harbour-visit/"]
    tab.get_by_role("radio", name="Glossary").check()
    expect(tab.locator(".result a")).to_have_attribute("href", "/glossary/#harbour")


def test_every_kind_of_record_can_be_chosen(tab: Page) -> None:
    values = {radio.get_attribute("value") for radio in tab.locator(".search__kinds input").all()}
    assert values == {"", TERM.name, *(kind.name for kind in RECORD_PAGES)}


def test_a_term_on_the_same_page_is_uncovered(tab: Page) -> None:
    tab.goto("glossary/")
    ask(tab, "harbour")
    tab.locator(".result a[href='/glossary/#harbour']").click()
    expect(tab.locator(".search__panel")).to_be_hidden()
    assert tab.url.endswith("/glossary/#harbour")


def test_other_languages_are_counted_and_lead_there_with_the_query(tab: Page) -> None:
    ask(tab, "harbour")
    others = tab.locator(".search__others a")
    expect(others).to_have_count(2, timeout=SLOW)
    said = others.first.inner_text()
    others.first.click()
    tab.wait_for_url("**/sv/about-red/?q=harbour")
    there = answer(tab, "harbour")
    assert re.findall(r"\d+", said) == re.findall(r"\d+", there.said)


@pytest.mark.parametrize(
    ("query", "language"), [("hamn", "en"), ("порт", "en"), ("harbour", "ru"), ("harbor", "sv")]
)
def test_words_of_another_language_find_the_record(
    browser: Browser, address: str, query: str, language: Language
) -> None:
    page, _ = opened(browser, f"{address}{ROOTS[language]}about-red/")
    assert f"{FACTS[language].root}cases/harbour-yard/" in ask(page, query).links
    page.context.close()


def test_a_slip_of_the_keys_leads_to_the_word(tab: Page) -> None:
    right, wrong = ask(tab, "harbour"), ask(tab, "harbuor")
    assert wrong.links == right.links
    assert wrong.said.startswith("Nothing found for “harbuor”. These are the results for “harbour”.")


def test_a_rare_word_next_to_a_common_one_is_doubted(browser: Browser, tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLE_SITE, tmp_path / "root"))
    text = root / "practices/cases/english-only/en.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("Words.\n", "Words: narbour.\n"), encoding="utf-8"
    )
    assert build(root, root / "site", TODAY, Options(("en",), jobs=1)).release
    with serving(root / "site") as address:
        page, _ = opened(browser, address + "about-red/")
        assert ask(page, "narbour").links == ["/cases/english-only/"]
        page.get_by_role("button", name="Did you mean “harbour”?").click()
        assert "/cases/harbour-yard/" in answer(page, "harbour").links
        page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_panel_is_accessible_and_fits_a_phone(
    browser: Browser, address: str, language: Language, scheme: str
) -> None:
    small = {"width": 320, "height": 640}
    page, wrong = opened(browser, address + ROOTS[language] + CASE, color_scheme=scheme, viewport=small)
    ask(page, "harbour")
    expect(page.locator(".search__others a")).to_have_count(2, timeout=SLOW)
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []
    page.context.close()


def test_without_javascript_it_leads_to_the_cases(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address + "about-red/", java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    page.get_by_role("search").get_by_role("searchbox").fill("harbour")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/cases/?q=harbour")
    page.context.close()


def test_without_an_index_it_says_why(browser: Browser, tmp_path: Path) -> None:
    output = tmp_path / "site"
    assert build(EXAMPLE_SITE, output, TODAY, Options(("en",), jobs=1, search=False)).release
    with serving(output) as address:
        page, _ = opened(browser, address)
        page.get_by_role("search").get_by_role("searchbox").fill("harbour")
        expect(page.locator("[data-part=note]")).to_contain_text("no search index here", timeout=SLOW)
        page.context.close()


def test_the_index_holds_each_text_in_its_own_language_and_each_term(built: Path) -> None:
    texts = [
        "/about-red/",
        "/guides/harbour-visit/",
        "/organisations/example-harbour/",
        "/seminars/harbour-day/",
    ]
    texts += ["/cases/harbour-yard/", "/cases/changed-since/", "/glossary/harbour/", "/glossary/quay/"]
    assert to_search(built, "en") == {*texts, "/cases/english-only/"}
    assert to_search(built, "sv") == {*texts, "/cases/swedish-first/"}
    assert to_search(built, "ru") == set(texts)


def test_navigation_and_numbers_of_sources_are_not_indexed(built: Path) -> None:
    content = str(indexed(built, "en")["/cases/harbour-yard/"]["content"])
    assert "About 12 jobs." in content
    assert "[1]" not in content and "http" not in content
    assert not re.search("Facts|On this page|Organisations|How to cite|Not yet reviewed|Search", content)
