"""`kb serve` as the person who writes sees it: an open tab follows the files."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import EXAMPLE_SITE

CASE = "practices/cases/harbour-yard"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE_SITE, tmp_path / "root"))


@pytest.fixture
def preview(root: Path) -> Iterator[str]:
    """Serve a preview of `root` and give its address once the first one is up."""
    command = [sys.executable, "-u", "-m", "knowledge_base.cli", "serve", "--root", str(root)]
    command += ["--port", "0", "--no-search", "--today", "2026-11-25"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        found = re.search(r"http://\S+/", process.stdout.readline())
        assert found
        assert "shown after" in process.stdout.readline()
        yield found[0]
        process.kill()


@pytest.fixture
def tab(browser: Browser, preview: str) -> Iterator[Page]:
    page = browser.new_page(base_url=preview)
    yield page
    page.close()


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edit_appears_in_the_open_tab(root: Path, tab: Page) -> None:
    tab.goto("cases/harbour-yard/")
    _replace(root / CASE / "en.md", "title: Harbour yard (en)", "title: Edited yard")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Edited yard")
    # What the edit means for others is said at once.
    expect(tab.get_by_role("status", name="Findings")).to_contain_text("translation")


def test_a_broken_record_stays_as_it_was_and_says_why_while_others_follow(root: Path, tab: Page) -> None:
    tab.goto("sv/cases/harbour-yard/")
    record = root / CASE / "record.yml"
    whole = record.read_text(encoding="utf-8")
    record.write_text(whole + "no_such_field: 1\n", encoding="utf-8")
    expect(tab.get_by_role("status", name="Anmärkningar")).to_contain_text("Fältet ”no_such_field” är okänt.")
    panel = tab.locator(".preview")
    expect(panel).to_contain_text(f"{CASE}/record.yml")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Harbour yard (sv)")

    tab.goto("cases/english-only/")
    expect(panel).to_contain_text("Errors elsewhere: 1")
    text = root / "practices/cases/english-only/en.md"
    title = text.read_text(encoding="utf-8").splitlines()[1]
    _replace(text, title, "title: Followed")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Followed")

    record.write_text(whole, encoding="utf-8")
    expect(panel).not_to_contain_text("elsewhere")


def test_a_draft_has_a_marked_page_and_a_marked_card(root: Path, tab: Page) -> None:
    tab.goto("cases/")
    _replace(root / CASE / "record.yml", "status: published", "status: draft")
    expect(tab.locator(".card", has_text="Harbour yard")).to_contain_text("Draft")
    tab.goto("cases/harbour-yard/")
    expect(tab.locator(".notice").first).to_contain_text("Draft")


def test_a_new_broken_record_says_so_on_its_own_address(root: Path, tab: Page) -> None:
    shutil.copytree(root / CASE, root / "practices/cases/new-yard")
    _replace(root / "practices/cases/new-yard/record.yml", "outcome: ", "outcome: x")
    tab.goto("cases/new-yard/")
    expect(tab.get_by_role("status", name="Findings")).to_contain_text("outcome")
