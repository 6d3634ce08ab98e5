"""A guide's checklist: ticks stay in the browser, in whatever language the guide is read."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.guide import on_a_phone, printed_alone
from tests.browser.test_pages import ROOTS

WORDS = {
    "en": (
        "The boat is booked; or the bus is.",
        "Done: 1 of 3",
        "Clear the ticks",
        "Undo",
        "Print this list",
    ),
    "sv": (
        "Båten är bokad; eller bussen.",
        "Klart: 1 av 3",
        "Ta bort alla bockar",
        "Ångra",
        "Skriv ut listan",
    ),
    "ru": (
        "Катер забронирован; или автобус.",
        "Готово: 1 из 3",
        "Снять все отметки",
        "Отменить",
        "Распечатать список",
    ),
}


@pytest.mark.parametrize("language", ROOTS)
def test_a_tick_stays_and_shows_in_every_language(browser: Browser, address: str, language: str) -> None:
    point, progress, *_ = WORDS[language]
    with on_a_phone(browser, address, language) as page:
        page.get_by_text(point).click()
        expect(page.get_by_text(progress)).to_be_visible()
        for other in ROOTS:
            page.goto(f"{address}{ROOTS[other]}guides/harbour-visit/")
            boxes = page.locator(".checklist input")
            assert [box.is_checked() for box in boxes.all()] == [False, True, False]
            expect(page.get_by_label(WORDS[other][0])).to_be_checked()
            expect(page.get_by_text(WORDS[other][1])).to_be_visible()


@pytest.mark.parametrize("language", ROOTS)
def test_clearing_can_be_undone_and_forgets(browser: Browser, address: str, language: str) -> None:
    point, _, clear, undo, _ = WORDS[language]
    with on_a_phone(browser, address, language) as page:
        checklist = page.locator(".checklist")
        box = page.get_by_label(point)
        box.check()
        checklist.get_by_role("button", name=clear).click()
        expect(box).not_to_be_checked()
        assert page.evaluate("Object.keys(localStorage)") == []
        checklist.get_by_role("button", name=undo).click()
        expect(box).to_be_checked()
        expect(checklist.get_by_role("button", name=undo)).to_be_hidden()
        page.reload()
        expect(box).to_be_checked()


def test_a_source_in_a_point_is_a_link_and_no_tick(browser: Browser, address: str) -> None:
    with on_a_phone(browser, address) as page:
        page.locator(".checklist label .citation a").click()
        assert page.url.endswith("#source-book")
        assert page.locator(".checklist input:checked").count() == 0


def test_another_tab_shows_the_same_ticks(browser: Browser, address: str) -> None:
    with on_a_phone(browser, address) as page:
        other = page.context.new_page()
        other.goto(page.url)
        page.get_by_label("Everybody can swim.").check()
        expect(other.get_by_label("Everybody can swim.")).to_be_checked()
        other.get_by_label("The boat is booked").check()
        expect(page.get_by_label("The boat is booked")).to_be_checked()


@pytest.mark.parametrize("language", ROOTS)
def test_the_list_is_printed_alone_with_its_ticks(
    browser: Browser, address: str, language: str, tmp_path: Path
) -> None:
    point, *_, button = WORDS[language]
    with on_a_phone(browser, address, language) as page:
        page.get_by_label(point).check()
        words, pages = printed_alone(page, page.get_by_role("button", name=button), tmp_path)
        assert pages == 1
        assert point in words and f"/{ROOTS[language]}guides/harbour-visit/#checklist" in words
        assert f"Harbour visit ({language})" in words
        assert page.locator("h1").inner_text() not in words.splitlines()
        # What was hidden for printing is back.
        expect(page.locator("h1")).to_be_visible()
        assert page.locator("[data-unprinted], [data-printed]").count() == 0


def test_a_printed_tick_is_a_sign_and_an_empty_box_has_none(browser: Browser, address: str) -> None:
    sign = "box => getComputedStyle(box, '::before').content"
    frame = "box => getComputedStyle(box).borderTopStyle + getComputedStyle(box).appearance"
    with on_a_phone(browser, address) as page:
        page.get_by_label("Everybody can swim.").check()
        page.emulate_media(media="print")
        boxes = page.locator(".checklist input").all()
        assert [box.evaluate(sign) for box in boxes] == ["none", "none", '"✓"']
        assert {box.evaluate(frame) for box in boxes} == {"solidnone"}


def test_without_javascript_boxes_can_be_ticked_and_print_empty(browser: Browser, address: str) -> None:
    with on_a_phone(browser, address, java_script_enabled=False) as page:
        assert page.get_by_role("main").get_by_role("button").count() == 0
        assert page.get_by_text("kept in this browser").count() == 0 or not any(
            hint.is_visible() for hint in page.get_by_text("kept in this browser").all()
        )
        page.emulate_media(media="print")
        boxes = page.locator(".checklist input")
        assert boxes.count() == 3
        for box in boxes.all():
            size = box.bounding_box()
            assert size and size["width"] > 10 and not box.is_checked()
        page.emulate_media(media="screen")
        page.get_by_text("Everybody can swim.").click()
        expect(boxes.nth(2)).to_be_checked()


def test_a_browser_that_keeps_nothing_still_ticks_and_does_not_promise(
    browser: Browser, address: str
) -> None:
    with on_a_phone(browser, address) as page:
        page.add_init_script("Storage.prototype.setItem = () => { throw new Error('refused'); };")
        page.reload()
        page.get_by_label("Everybody can swim.").check()
        expect(page.get_by_text("Done: 1 of 3")).to_be_visible()
        for hint in page.locator("[data-kept]").all():
            expect(hint).to_be_hidden()
