"""The example site, whole and in copies that a test may break; the real records; a real browser."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from scripts.benchmarks.corpus import write_corpus

from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.settings import PROJECT
from knowledge_base.website.build import Options, build
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.conftest import serving

EXAMPLE_SITE = Path(__file__).parent / "example_site"
TODAY = date(2026, 11, 25)
WITH_WARNINGS = ("english-only", "swedish-first", "changed-since")

SYNTHETIC = int(os.environ.get("KB_SYNTHETIC_RECORDS", "0"))
"""How many synthetic cases stand among the real records: `make audit` asks for a thousand."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a copy of the example site without the cases that have something to say."""
    return clean_copy(tmp_path / "site")


def clean_copy(target: Path) -> Path:
    """Copy the example site, without the cases that have something to say."""
    copy = Path(shutil.copytree(EXAMPLE_SITE, target))
    for slug in WITH_WARNINGS:
        shutil.rmtree(copy / "practices" / "cases" / slug)
    return copy


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built example site; made once, read by many."""
    output = tmp_path_factory.mktemp("built") / "site"
    assert build(EXAMPLE_SITE, output, TODAY, Options(LANGUAGES, jobs=2)).release
    return output


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Serve the built example site and return its address."""
    with serving(built) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a real Chromium, the same for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site of this project's own records and return its address."""
    root = tmp_path_factory.mktemp("records")
    write_corpus(root, SYNTHETIC)
    for folder in ("practices", "docs"):
        shutil.copytree(PROJECT / folder, root / folder, dirs_exist_ok=True)
    assert build(root, root / "site", TODAY, Options(LANGUAGES, jobs=2)).release
    with serving(root / "site") as address:
        yield address
