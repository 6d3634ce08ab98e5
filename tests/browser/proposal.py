"""A form to propose something, on a phone: filled in with the keyboard alone, or by a script."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.guide import downloaded, used_on_a_phone
from tests.browser.test_pages import ROOTS

ENOUGH = 400


@contextmanager
def proposing(
    browser: Browser, address: str, form: str, language: str = "ru", **options: object
) -> Iterator[Page]:
    """Open a form at 360 px; fail when using it asks for anything, goes wrong or grows too wide."""
    with used_on_a_phone(browser, f"{address}{ROOTS[language]}propose/{form}/", **options) as page:
        skip(page)
        yield page


def skip(page: Page) -> None:
    """Go past the head of the page, whose search field loads its index when it gets the focus."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def reach(page: Page, name: str) -> None:
    """Press Tab until a control has the focus; it is named by its id, or by the name of its choices."""
    for _ in range(ENOUGH):
        if page.evaluate("document.activeElement.id || document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The keyboard does not reach {name}.")


def press(page: Page, selector: str) -> None:
    """Go to a button with the keyboard and press it."""
    for _ in range(ENOUGH):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"The keyboard does not reach {selector}.")


def type_in(page: Page, answers: list[tuple[str, str]]) -> None:
    """Go through the form with the keyboard and answer, in the order of the questions."""
    for name, answer in answers:
        if name.startswith("+"):
            press(page, f"[data-path='{name[1:]}'] [data-add]")
            continue
        reach(page, name)
        kind = page.evaluate("document.activeElement.type")
        if kind in ("radio", "checkbox"):
            choose(page, kind, answer)
        elif kind == "select-one":
            pick(page, answer)
        else:
            page.keyboard.insert_text(answer)


def pick(page: Page, wanted: str) -> None:
    """Go down a list to the choice whose words begin so."""
    for _ in range(ENOUGH):
        if page.evaluate("document.activeElement.selectedOptions[0].textContent").startswith(wanted):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(wanted)


def choose(page: Page, kind: str, wanted: str) -> None:
    """Choose by value among radio buttons with the arrows, or tick boxes on the way."""
    page.keyboard.press("Space")
    for _ in range(ENOUGH):
        here = page.evaluate("document.activeElement.value")
        if here in (wanted, "on"):
            return
        if kind == "radio":
            page.keyboard.press("ArrowDown")
        else:
            page.keyboard.press("Space")  # take the tick away again
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
    raise AssertionError(wanted)


def answered(page: Page) -> list[str | bool]:
    """Return what stands in the form, in reading order."""
    script = "all => all.map(c => ['radio', 'checkbox'].includes(c.type) ? c.checked : c.value)"
    values: list[str | bool] = page.locator("#proposal :is(input, textarea, select)").evaluate_all(script)
    return values


def unpacked(page: Page, folder: Path, root: Path | None = None) -> list[str]:
    """Download the zip file, unpack it into `root` and return the paths that it holds."""
    file = downloaded(page, page.locator("[data-zip]"), folder)
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        archive.extractall(root or folder)
        return archive.namelist()
