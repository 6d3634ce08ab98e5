"""The real site as it would be published, held against html-validate, axe and Lighthouse (`make audit`).

Every page goes through html-validate and axe, one page per template and language through Lighthouse.
"""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median_low

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.settings import PROJECT
from knowledge_base.website.build import Options, build
from tests.audit import node
from tests.audit.serving import serving_compressed
from tests.browser.accessibility import AXE_OPTIONS
from tests.browser.chromium import find_chromium
from tests.browser.test_pages import ROOTS

TEMPLATES = (
    "",
    "cases/netport-karlshamn/",
    "guides/cooperation-seminar/",
    "seminars/ubc-executive-board-kaliningrad-1993/",
    "organisations/region-blekinge/",
    "cases/",
    "cases/by/region/se221/",
    "map/",
    "glossary/",
    "glossary/word-list/",
    "about-red/",
    "rules/",
    "rules/label-mismatch/",
    "fields/",
    "fields/case/",
    "translations/",
    "downloads/",
    "propose/",
    "propose/case/",
    "propose/criteria/",
)
"""One address per template, below a language's root."""

CASE = TEMPLATES[1]

HEAVIEST = 90_000
"""Bytes of a cold load of a case, everything included, compressed; other pages may weigh twice that."""

RUNS = 3
LEAST = 98
"""Score of each category of Lighthouse, as the median of the runs."""

OWNER = {
    "KB_SITE_ADDRESS": "https://red.test/",
    "KB_REPOSITORY": "https://git.test/red/knowledge-base",
    "KB_PUBLISHER": "Audit",
    "KB_CONTACT": "contact@red.test",
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of the real site, released for an owner who does not exist."""
    output = node.TOOLS / "site"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in OWNER.items():
            patch.setenv(name, value)
        chosen = Options(LANGUAGES, jobs=os.cpu_count() or 1, release=True)
        result = build(PROJECT, output, date(2026, 11, 25), chosen)
    assert result.release, result.findings
    yield output


@pytest.fixture(scope="module")
def host(published: Path) -> Iterator[str]:
    with serving_compressed(published) as address:
        yield address


def addresses(site: Path) -> list[str]:
    pages = (file.relative_to(site).as_posix() for file in site.rglob("index.html"))
    return sorted(page.removesuffix("index.html") for page in pages)


def test_every_page_is_valid(published: Path) -> None:
    config = node.HERE / "htmlvalidate.json"
    pages = [f"{published.resolve()}/**/*.html"]
    program = "html-validate/bin/html-validate.mjs"
    told = node.run(program, "--config", str(config), "--formatter", "json", *pages)
    assert told.stdout.startswith("["), told.stderr
    files = json.loads(told.stdout)
    faults = [
        f"{file['filePath']}:{fault['line']} {fault['ruleId']}: {fault['message']}"
        for file in files
        for fault in file["messages"]
    ]
    assert not faults, "\n".join(faults)


def test_every_page_is_accessible(browser: Browser, published: Path, host: str) -> None:
    """In both schemes, and with text at 200 %; another scheme changes colours and nothing else."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    axe, faults = Axe(), []
    contrast = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
    for address in addresses(published):
        page.emulate_media(color_scheme="light")
        page.goto(host + address)
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        found = {"light": axe.run(page, options=AXE_OPTIONS)}
        page.emulate_media(color_scheme="dark")
        found["dark"] = axe.run(page, options=contrast)
        page.emulate_media(color_scheme="light")
        # As browsers enlarge text alone: everything that is measured in rem follows.
        page.evaluate("document.documentElement.style.fontSize = '212.5%'")
        found["200 %"] = axe.run(page, options=AXE_OPTIONS)
        faults += [
            f"{address} {how}: {fault['id']} {fault['nodes'][0]['html']}"
            for how, results in found.items()
            for fault in results.response["violations"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{address} 200 %: wider than the window")
    page.context.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", TEMPLATES)
def test_lighthouse_is_content(host: str, language: str, path: str) -> None:
    chromium = find_chromium()
    environment = os.environ | ({"CHROME_PATH": chromium} if chromium else {})
    told = node.run(node.HERE / "lighthouse.mjs", str(RUNS), host + ROOTS[language] + path, env=environment)
    runs = [json.loads(line) for line in told.stdout.splitlines()]
    assert len(runs) == RUNS, told.stderr
    scores = {name: median_low(run["scores"][name] for run in runs) for name in runs[0]["scores"]}
    print(ROOTS[language] + path, scores, [run["bytes"] for run in runs], [run["shift"] for run in runs])
    assert min(scores.values()) >= LEAST, (scores, runs[0]["faults"], runs[0]["error"])
    assert max(run["shift"] for run in runs) == 0
    assert max(run["bytes"] for run in runs) <= (HEAVIEST if path == CASE else 2 * HEAVIEST)
