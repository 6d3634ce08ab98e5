"""A guide's templates: filled in, kept, copied, downloaded and printed, and nothing leaves the browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.guide import downloaded, on_a_phone, printed_alone
from tests.browser.test_pages import ROOTS

WORDS = {
    "en": {"form": "Plan", "aim": "Aim", "notes": "Notes", "day": "Day", "boat": "Boat", "done": "Done",
           "time": "Time, row", "place": "Place, row", "add": "Add a row", "print": "Print this form",
           "copy": "Copy as text", "copied": "Copied", "clear": "Clear the form", "undo": "Undo",
           "date": "28 December 2026"},
    "sv": {"form": "Plan", "aim": "Mål", "notes": "Anteckningar", "day": "Dag", "boat": "Båt",
           "done": "Klart", "time": "Tid, rad", "place": "Plats, rad", "add": "Lägg till en rad",
           "print": "Skriv ut formuläret",
           "copy": "Kopiera som text", "copied": "Kopierat", "clear": "Rensa formuläret", "undo": "Ångra",
           "date": "28 december 2026"},
    "ru": {"form": "План", "aim": "Цель", "notes": "Заметки", "day": "День", "boat": "Катер",
           "done": "Готово", "time": "Время, строка", "place": "Место, строка", "add": "Добавить строку",
           "print": "Распечатать форму", "copy": "Скопировать как текст", "copied": "Скопировано",
           "clear": "Очистить форму", "undo": "Отменить", "date": "28 декабря 2026 г."},
}  # fmt: skip
LONG = "Learn how a harbour works, and see whether <b>we</b> & others could do the same at home."
LINES = "one\ntwo\nthree\nfour\nfive\nlast line"


def fill(page: Page, words: dict[str, str]) -> None:
    """Open the form and fill in each kind of field, and a third row of the table, which has two."""
    page.locator("details.template summary").click()
    form = page.get_by_role("group", name=words["form"], exact=True)
    form.get_by_label(words["day"], exact=True).fill("2026-12-28")
    form.get_by_label(words["aim"], exact=True).fill(LONG)
    form.get_by_label(words["notes"], exact=True).fill(LINES)
    form.get_by_label(words["boat"]).check()
    form.get_by_label(words["done"], exact=True).check()
    form.get_by_label(f"{words['time']} 1").fill("9.30")
    form.get_by_role("button", name=words["add"]).first.click()
    third = form.get_by_label(f"{words['time']} 3")
    expect(third).to_be_focused()
    third.fill("11")
    form.get_by_label(f"{words['place']} 3").fill("Quay 3")


def filled(page: Page) -> list[str | bool]:
    """Return what stands in the form, in reading order."""
    script = "all => all.map(c => ['radio', 'checkbox'].includes(c.type) ? c.checked : c.value)"
    values: list[str | bool] = page.locator(".form :is(input, textarea)").evaluate_all(script)
    return values


FILLED = ["2026-12-28", LONG, LINES, False, True, True, "9.30", "", "", "", "11", "Quay 3", *[""] * 20]
EMPTY = ["", "", "", False, False, False, *[""] * 4, *[""] * 20]


@pytest.mark.parametrize("language", ROOTS)
def test_what_is_written_stays_in_every_language(browser: Browser, address: str, language: str) -> None:
    with on_a_phone(browser, address, language) as page:
        fill(page, WORDS[language])
        assert filled(page) == FILLED
        for other in ROOTS:
            page.goto(f"{address}{ROOTS[other]}guides/harbour-visit/")
            assert filled(page) == FILLED
            label = f"{WORDS[other]['place']} 3"
            last = page.locator("[data-field=stops] textarea").last
            expect(last).to_have_attribute("aria-label", label)
            expect(page.locator("[data-begun]")).to_be_visible()


@pytest.mark.parametrize("language", ROOTS)
def test_clearing_can_be_undone_and_forgets(browser: Browser, address: str, language: str) -> None:
    words = WORDS[language]
    with on_a_phone(browser, address, language) as page:
        fill(page, words)
        form = page.get_by_role("group", name=words["form"], exact=True)
        form.get_by_role("button", name=words["clear"]).click()
        assert filled(page) == EMPTY
        assert page.evaluate("Object.keys(localStorage)") == []
        form.get_by_role("button", name=words["undo"]).click()
        assert filled(page) == FILLED
        page.reload()
        assert filled(page) == FILLED
        page.locator("details.template summary").click()
        form.get_by_role("button", name=words["clear"]).click()
        page.reload()
        assert filled(page) == EMPTY
        expect(page.locator("[data-begun]")).to_be_hidden()


@pytest.mark.parametrize("language", ROOTS)
def test_the_form_is_copied_and_saved_as_text(
    browser: Browser, address: str, language: str, tmp_path: Path
) -> None:
    words = WORDS[language]
    permissions = ["clipboard-read", "clipboard-write"]
    with on_a_phone(browser, address, language, permissions=permissions) as page:
        fill(page, words)
        page.get_by_role("button", name=words["copy"]).click()
        expect(page.locator(".form [role=status]")).to_have_text(words["copied"])
        copied = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
        file = downloaded(page, page.locator("[data-save=txt]"), tmp_path)
    assert file.name == f"harbour-visit-plan-{language}.txt"
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\n") == content.count(b"\r\n")
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    assert text == copied
    assert text.startswith(f"{words['form']}\n\n")
    lines = text.replace("\u202f", " ").replace("\xa0", " ").split("\n")
    time, place = words["time"].split(",")[0], words["place"].split(",")[0]
    for line in [
        f"{words['day']}: {words['date']}",
        f"{words['aim']}: {LONG}",
        f"{words['notes']}:",
        *LINES.split("\n"),
        f"[x] {words['done']}",
        f"1. {time}: 9.30",
        f"2. {time}: 11; {place}: Quay 3",
        f"https://red.example/{ROOTS[language]}guides/harbour-visit/#template-plan",
    ]:
        assert line in lines
    assert any(line.endswith(f": {words['boat']}") for line in lines)


def test_a_refusal_to_copy_is_said(browser: Browser, address: str) -> None:
    with on_a_phone(browser, address) as page:
        page.locator("details.template summary").click()
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
        page.get_by_role("button", name="Copy as text").click()
        expect(page.locator(".form [role=status]")).to_contain_text("Download the form")


@pytest.mark.parametrize("language", ROOTS)
def test_the_saved_page_stands_alone_and_prints(
    browser: Browser, address: str, language: str, tmp_path: Path
) -> None:
    words = WORDS[language]
    with on_a_phone(browser, address, language) as page:
        fill(page, words)
        file = downloaded(page, page.locator("[data-save=html]"), tmp_path)
    assert file.name == f"harbour-visit-plan-{language}.html"
    alone = browser.new_page(viewport={"width": 360, "height": 740})
    asked: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert alone.locator("html").get_attribute("lang") == language
    shown = alone.locator("body").inner_text().replace("\u202f", " ").replace("\xa0", " ")
    for part in [LONG, LINES, words["date"], f"☒ {words['boat']}", f"☒ {words['done']}", "Quay 3"]:
        assert part in shown
    assert alone.locator("b, script, link, img").count() == 0
    assert alone.locator("footer").inner_text().endswith("#template-plan")
    assert alone.evaluate("document.documentElement.scrollWidth") <= 360
    assert alone.pdf().startswith(b"%PDF-")
    alone.close()


@pytest.mark.parametrize("language", ROOTS)
def test_only_the_form_is_printed_with_all_that_is_written(
    browser: Browser, address: str, language: str, tmp_path: Path
) -> None:
    words = WORDS[language]
    with on_a_phone(browser, address, language) as page:
        fill(page, words)
        button = page.get_by_role("button", name=words["print"])
        paper, pages = printed_alone(page, button, tmp_path)
        assert pages in (1, 2)
        for part in [words["form"], LONG, *LINES.split("\n"), "9.30", "Quay 3"]:
            assert part in paper
        assert words["date"] in paper.replace("\u202f", " ").replace("\xa0", " ")
        # The foot: where it comes from; and nothing else of the page.
        assert f"Harbour visit ({language})" in paper
        assert f"https://red.example/{ROOTS[language]}guides/harbour-visit/#template-plan" in paper
        assert "Example Press" not in paper and "Heading" not in paper
        expect(page.locator("h1")).to_be_visible()


def test_an_empty_form_prints_lines_to_write_on(browser: Browser, address: str, tmp_path: Path) -> None:
    with on_a_phone(browser, address) as page:
        page.locator("details.template summary").click()
        page.emulate_media(media="print")
        assert page.locator(".ruled__lines i").count() == 4
        for line in page.locator(".ruled__lines i").all():
            box = line.bounding_box()
            assert box and box["height"] > 25
        line_below = "node => getComputedStyle(node).borderBottomStyle"
        assert page.locator("#plan__aim").evaluate(line_below) == "solid"
        # The browser's pattern for a date is not to be seen under what is written by hand.
        ink = "node => getComputedStyle(node).color"
        assert page.locator("#plan__day").evaluate(ink) == "rgba(0, 0, 0, 0)"
        page.emulate_media(media="screen")
        page.locator("#plan__notes").fill("Written")
        page.emulate_media(media="print")
        expect(page.locator(".ruled__lines")).to_be_hidden()


@pytest.mark.parametrize("language", ROOTS)
def test_the_address_of_a_form_opens_it(browser: Browser, address: str, language: str) -> None:
    for options in ({}, {"java_script_enabled": False}):
        with on_a_phone(browser, address, language, **options) as page:
            expect(page.locator("#template-plan")).to_be_hidden()
            page.goto(f"{page.url}#template-plan")
            expect(page.locator("#template-plan")).to_be_visible()
            link = page.locator(".form .tools__link a")
            assert link.get_attribute("href") == "#template-plan"


def test_without_javascript_the_form_can_be_filled_in_and_printed(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    with on_a_phone(browser, address, java_script_enabled=False) as page:
        page.locator("details.template summary").click()
        assert page.get_by_role("main").get_by_role("button").count() == 0
        page.get_by_label("Aim", exact=True).fill("By hand")
        page.get_by_label("Day", exact=True).fill("28 December")  # a plain line without a script
        page.get_by_label("Aim", exact=True).press("Enter")  # there is nothing to send it to
        page.emulate_media(media="print")
        expect(page.get_by_label("Aim", exact=True)).to_be_visible()
        expect(page.get_by_label("Aim", exact=True)).to_have_value("By hand")
        expect(page.locator(".template .print-foot")).to_contain_text("#template-plan")
        assert page.pdf().startswith(b"%PDF-")
        page.emulate_media(media="screen")


def test_a_phone_shows_two_empty_rows_and_paper_all(browser: Browser, address: str) -> None:
    with on_a_phone(browser, address) as page:
        page.locator("details.template summary").click()
        guests = page.locator("[data-field=guests]")
        rows, in_sight = guests.locator("tbody tr"), guests.locator("tbody tr:visible")
        expect(in_sight).to_have_count(2)
        page.get_by_label("Name, row 1").fill("A")
        expect(in_sight).to_have_count(3)
        guests.get_by_role("button", name="Add a row").click()
        expect(in_sight).to_have_count(4)
        expect(page.get_by_label("Name, row 4")).to_be_focused()
        expect(rows).to_have_count(4)
        page.get_by_label("Name, row 1").fill("")
        expect(in_sight).to_have_count(4)  # what was asked for stays
        page.reload()
        page.locator("details.template summary").click()
        expect(in_sight).to_have_count(2)
        page.emulate_media(media="print")
        expect(in_sight).to_have_count(4)


def test_another_tab_shows_the_same_form(browser: Browser, address: str) -> None:
    with on_a_phone(browser, address) as page:
        other = page.context.new_page()
        other.goto(page.url)
        fill(page, WORDS["en"])
        expect(other.locator("#plan__aim")).to_have_value(LONG)
        assert filled(other) == FILLED


def test_what_does_not_fit_counts_as_nothing(browser: Browser, address: str) -> None:
    strange = '{"day": 7, "aim": ["x"], "stops": "y", "form": "none", "done": "no", "gone": "z"}'
    with on_a_phone(browser, address) as page:
        for value in (strange, "no JSON", "[]", "3"):
            page.evaluate(f"localStorage.setItem('/guides/harbour-visit/#template-plan', {value!r})")
            page.reload()
            assert filled(page) == EMPTY
