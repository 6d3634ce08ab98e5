"""A guide's page: numbered steps, a list of them, and advice that nobody takes for a source."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.guide import on_a_phone
from tests.browser.test_pages import ROOTS

STEPS = {
    "en": ["Step 1: Look", "Heading step-2"],
    "sv": ["Steg 1: Titta", "Steg 2: Granska bruttoregionproduktsjämförelserna"],
    "ru": ["Шаг 1: Осмотрите", "Шаг 2: Проверьте профессионализированность"],
}
ADVICE = {"en": "Our advice", "sv": "Vårt råd", "ru": "Наш совет"}


@pytest.mark.parametrize("language", ROOTS)
def test_steps_are_numbered_in_the_text_and_in_their_list(
    browser: Browser, address: str, language: str
) -> None:
    number = "node => getComputedStyle(node, '::before').content"
    with on_a_phone(browser, address, language) as page:
        heading = page.get_by_role("heading", name=STEPS[language][0], exact=True)
        expect(heading).to_be_visible()
        assert heading.evaluate(number).startswith('"1"')
        links = page.locator(".contents__group ol a")
        assert [link.text_content() for link in links.all()] == STEPS[language]
        assert [link.evaluate(number)[:3] for link in links.all()] == ['"1"', '"2"']
        links.first.click()
        assert page.url.endswith("#step-1")
        page.locator(".contents a[href='#template-plan']").click()
        expect(page.locator("#template-plan")).to_be_visible()


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("media", ["screen", "print"])
def test_advice_differs_from_sourced_text_by_more_than_colour(
    browser: Browser, address: str, language: str, media: str
) -> None:
    look = "node => [getComputedStyle(node).borderTopStyle, getComputedStyle(node).fontFamily]"
    with on_a_phone(browser, address, language) as page:
        page.emulate_media(media=media)  # type: ignore[arg-type]
        advice = page.get_by_role("note")
        expect(advice).to_contain_text(ADVICE[language])
        beside = page.locator("[aria-labelledby=step-1] > p").first
        frame, face = advice.evaluate(look)
        plain, other_face = beside.evaluate(look)
        assert (frame, plain) == ("dashed", "none")
        assert face != other_face


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_scripts_add_is_accessible(browser: Browser, address: str, language: str, scheme: str) -> None:
    with on_a_phone(browser, address, language, color_scheme=scheme) as page:
        page.locator("#event-day").fill("2026-12-28")
        page.locator(".checklist input").first.check()
        page.locator("details.template summary").click()
        page.locator("#plan__aim").fill("x")
        for part in (".checklist", ".timeline", ".form"):
            page.locator(f"{part} [data-clear]").click()
            page.locator(f"{part} [data-undo]:visible").wait_for()
        page.locator("#event-day").fill("2026-12-28")
        assert_accessible(page)
