"""A contribution that tries to run a script shows its attempt as text, everywhere."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from knowledge_base.languages import LANGUAGES
from knowledge_base.loading import yaml_source
from knowledge_base.website.build import Options, build
from tests.browser.conftest import serving
from tests.browser.test_pages import PAGES, ROOTS, opened
from tests.conftest import EXAMPLE_SITE, TODAY
from tests.search.asking import ask

HOSTILE = '"><script>alert(1)</script>{{ 7*7 }}'
WORD_KEYS = {"title", "summary", "publisher", "text", "en", "sv", "ru"}
LABEL_KEYS = {"evidence", "outcomes", "pictures", "adaptations", "timeline"}


def poisoned(value: Any, key: str = "", in_words: bool = False) -> Any:
    """Return a record with the hostile string at the end of every field that holds words."""
    if isinstance(value, dict):
        words = in_words or key in LABEL_KEYS
        return {k: poisoned(v, k, words and not isinstance(v, dict)) for k, v in value.items()}
    if isinstance(value, list):
        return [poisoned(v, key, in_words) for v in value]
    return value + HOSTILE if isinstance(value, str) and (key in WORD_KEYS or in_words) else value


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(shutil.copytree(EXAMPLE_SITE, tmp_path_factory.mktemp("hostile") / "root"))
    for file in root.rglob("*.yml"):
        values, findings = yaml_source.read(file, file.name)
        assert not findings
        file.write_text(json.dumps(poisoned(values), ensure_ascii=False), encoding="utf-8")
    for file in root.rglob("*.md"):
        _, front_matter, body = file.read_text(encoding="utf-8").split("---\n", 2)
        values, findings = yaml_source.parse(front_matter, file.name)
        assert not findings
        values = {k: v if k == "sources" else poisoned({k: v})[k] for k, v in values.items()}
        body = re.sub(r"(?m)^(## .*?) \{#", lambda m: f"{m[1]} {HOSTILE} {{#", body)
        body = re.sub(r"(?m)^(?:Other w|W)ords\.", lambda m: f"Words `{HOSTILE}`.", body)
        text = f"---\n{json.dumps(values, ensure_ascii=False)}\n---\n{body}"
        file.write_text(text, encoding="utf-8")
    output = root.parent / "site"
    result = build(root, output, TODAY, Options(LANGUAGES, jobs=2))
    assert result.release, [f for f in result.findings if f.severity == "error"]
    return output


@pytest.fixture(scope="module")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    with serving(hostile_site) as address:
        yield address


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("path", [path for path in PAGES if path != "shortlist/"])  # which is empty at first
def test_it_shows_as_text_on_every_kind_of_page(
    browser: Browser, hostile_address: str, language: str, path: str
) -> None:
    page, wrong = opened(browser, hostile_address + ROOTS[language] + path)
    shown = page.locator("body").text_content() or ""
    assert HOSTILE in shown
    assert HOSTILE.replace("{{ 7*7 }}", "49") not in shown  # sizes and checksums may have these digits
    ours = page.locator("script[src*='assets/'], script[type='application/ld+json']")
    assert page.locator("script").count() == ours.count()
    assert page.locator("[onerror], [onclick], [onload]").count() == 0
    assert wrong == []
    page.context.close()


@pytest.mark.parametrize("language", ROOTS)
def test_it_shows_as_text_among_search_results(browser: Browser, hostile_address: str, language: str) -> None:
    page, wrong = opened(browser, hostile_address + ROOTS[language] + "about-red/")
    ask(page, "harbour")
    titles = page.locator(".result a").all_inner_texts()
    assert titles and all(HOSTILE in title for title in titles)
    assert page.locator(".search script").count() == 0
    assert wrong == []
    page.context.close()


@pytest.mark.parametrize("language", ROOTS)
def test_it_shows_as_text_in_the_explorer_and_a_comparison(
    browser: Browser, hostile_address: str, language: str
) -> None:
    page, wrong = opened(browser, f"{hostile_address}{ROOTS[language]}cases/?theme=ports-logistics")
    title = page.locator("[data-results] h2").first
    expect(title).to_contain_text(HOSTILE)
    page.locator("[data-results] .marker").first.click()
    two = "harbour-yard,changed-since"
    page.goto(f"{hostile_address}{ROOTS[language]}shortlist/?cases={two}&compare={two}")
    expect(page.locator(".compared thead")).to_contain_text(HOSTILE)
    expect(page.locator(".compared tbody").first).to_contain_text(HOSTILE)
    assert page.locator("article script, .compared [onclick]").count() == 0
    assert wrong == []
    page.context.close()


def test_it_is_data_in_the_exports(hostile_site: Path) -> None:
    records = json.loads((hostile_site / "data/catalogue.json").read_text(encoding="utf-8"))["records"]
    titles = [r["languages"]["en"]["title"] for r in records if r["languages"]["en"]["title"]]
    assert len(titles) >= 6 and all(title.endswith(HOSTILE) for title in titles)
    assert json.loads((hostile_site / "data/cases.geojson").read_text(encoding="utf-8"))["features"]
    table = (hostile_site / "data/cases.csv").read_text(encoding="utf-8-sig")
    assert '""><script>alert(1)</script>' in table
