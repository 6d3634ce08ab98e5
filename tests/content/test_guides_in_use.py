"""The real guides on a phone: each point ticked, each form filled in, saved and printed; nothing is sent."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from knowledge_base.loading.settings import PROJECT
from tests.browser.guide import downloaded, on_a_phone, printed_alone
from tests.browser.test_pages import ROOTS

GUIDES = sorted(folder.name for folder in (PROJECT / "practices/guides").iterdir())
TRIED = int(os.environ.get("KB_GUIDES", "1"))
"""How many guides are tried: `make audit` asks for all of them."""

WRITTEN = "Två hamnar, два порта, <b>two</b> & more"


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("guide", GUIDES[:TRIED])
def test_a_guide_is_used_whole(
    browser: Browser, records: str, guide: str, language: str, tmp_path: Path
) -> None:
    with on_a_phone(browser, records, language, guide) as page:
        tick_all(page, tmp_path)
        forms = page.locator("details.template")
        assert forms.count() > 0
        for form in forms.all():
            fill(form)
            assert_saved_and_printed(page, form, tmp_path)


def tick_all(page: Page, folder: Path) -> None:
    """Tick every point of the checklist, and print it."""
    points = page.locator(".checklist [data-point]")
    assert points.count() > 0
    for point in points.all():
        point.check()
    all_done = re.compile(rf" {points.count()}\b.* {points.count()}$")
    expect(page.locator(".tools__count")).to_contain_text(all_done)
    words, pages = printed_alone(page, page.locator(".checklist [data-print]"), folder)
    assert page.locator(".checklist h2").inner_text() in words and pages >= 1


def fill(form: Locator) -> None:
    """Open a form and write something into each of its fields."""
    form.locator("summary").click()
    for control in form.locator("input, textarea").all():
        match control.get_attribute("type"):
            case "checkbox" | "radio":
                control.check()
            case "date":
                control.fill("2027-01-20")
            case _:
                control.fill(WRITTEN)


def assert_saved_and_printed(page: Page, form: Locator, folder: Path) -> None:
    """Save a form as text and as a page, and print it: each holds what was written, unchanged."""
    text = downloaded(page, form.locator("[data-save=txt]"), folder).read_text(encoding="utf-8")
    html = downloaded(page, form.locator("[data-save=html]"), folder).read_text(encoding="utf-8")
    title = form.locator("h3").inner_text()
    assert title in text and WRITTEN in text
    assert title in html and WRITTEN.replace("&", "&amp;").replace("<", "&lt;") in html.replace("&gt;", ">")
    words, pages = printed_alone(page, form.locator("[data-print]"), folder)
    assert title in words and pages >= 1
