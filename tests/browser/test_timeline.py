"""A guide's timeline: from the day of the event to dates on the page and in a calendar."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.calendar_file import events_of
from tests.browser.guide import downloaded, on_a_phone, printed_alone
from tests.browser.test_pages import ROOTS

# The day, and the two things to do: five weeks before (past on 25 November 2026) and one week after.
DAY = "2026-12-28"
WORDS = {
    "en": (
        "Day of the event",
        ["5 weeks before", "Mon, 23 November 2026", "already past"],
        ["1 week after", "Mon, 4 January 2027"],
        "calendar file",
        "Clear the day",
    ),
    "sv": (
        "Dag för evenemanget",
        ["5 veckor före", "mån 23 november 2026", "har passerat"],
        ["1 vecka efter", "mån 4 januari 2027"],
        "kalenderfil",
        "Ta bort datumet",
    ),
    "ru": (
        "День мероприятия",
        ["за 5 недель", "пн, 23 ноября 2026 г.", "уже прошло"],
        ["через 1 неделю", "пн, 4 января 2027 г."],
        "файл календаря",
        "Убрать дату",
    ),
}


def dates(page: Page) -> list[list[str]]:
    rows = page.locator("[data-weeks] th").all()
    return [row.inner_text().replace("\u202f", " ").replace("\xa0", " ").split("\n") for row in rows]


@pytest.mark.parametrize("language", ROOTS)
def test_each_row_shows_its_date_as_the_language_writes_it(
    browser: Browser, address: str, language: str
) -> None:
    label, before, after, *_ = WORDS[language]
    with on_a_phone(browser, address, language) as page:
        assert dates(page) == [before[:1], after[:1]]
        page.get_by_label(label).fill(DAY)
        assert dates(page) == [before, after]
        page.reload()
        expect(page.get_by_label(label)).to_have_value(DAY)
        assert dates(page) == [before, after]


@pytest.mark.parametrize("language", ROOTS)
def test_clearing_forgets_the_day_and_can_be_undone(browser: Browser, address: str, language: str) -> None:
    label, before, after, file, clear = WORDS[language]
    with on_a_phone(browser, address, language) as page:
        timeline = page.locator(".timeline")
        page.get_by_label(label).fill(DAY)
        timeline.get_by_role("button", name=clear).click()
        assert dates(page) == [before[:1], after[:1]]
        assert page.evaluate("Object.keys(localStorage)") == []
        expect(timeline.get_by_role("button", name=file)).to_be_hidden()
        timeline.locator("[data-undo]").click()
        assert dates(page) == [before, after]


@pytest.mark.parametrize("language", ROOTS)
def test_the_calendar_file_has_a_day_for_each_row(
    browser: Browser, address: str, language: str, tmp_path: Path
) -> None:
    label, before, _, name, _ = WORDS[language]
    with on_a_phone(browser, address, language) as page:
        page.get_by_label(label).fill(DAY)
        what = [cell.inner_text() for cell in page.locator("[data-what]").all()]
        file = downloaded(page, page.get_by_role("button", name=name), tmp_path)
    assert file.name == f"harbour-visit-{DAY}.ics"
    ask, report = events_of(file.read_bytes())
    assert (ask["DTSTART"], ask["DTEND"]) == ("20261123", "20261124")
    assert (report["DTSTART"], report["DTEND"]) == ("20270104", "20270105")
    assert [ask["SUMMARY"], report["SUMMARY"]] == what
    guide, when, url = ask["DESCRIPTION"].split("\n")
    assert guide == f"Harbour visit ({language})" and before[0] in when
    assert url == ask["URL"] == f"https://red.example/{ROOTS[language]}guides/harbour-visit/#timeline"
    assert len({ask["UID"], report["UID"]}) == 2 and ask["UID"].endswith("@red.example")
    assert ask["DTSTAMP"].startswith("20261125T")


def test_the_example_tries_folding_and_escapes(browser: Browser, address: str, tmp_path: Path) -> None:
    with on_a_phone(browser, address, "ru") as page:
        page.get_by_label("День мероприятия").fill(DAY)
        content = downloaded(page, page.locator("[data-calendar]"), tmp_path).read_bytes()
    assert b"\r\n " in content and b"\\," in content and b"\\;" in content and b"\\n" in content


def test_a_moved_day_moves_the_events_and_a_cleared_one_makes_others(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    with on_a_phone(browser, address) as page:

        def first_event(day: str) -> dict[str, str]:
            page.get_by_label("Day of the event").fill(day)
            return events_of(downloaded(page, page.locator("[data-calendar]"), tmp_path).read_bytes())[0]

        first, moved = first_event(DAY), first_event("2027-03-28")
        page.get_by_role("button", name="Clear the day").click()
        other = first_event(DAY)
    assert moved["UID"] == first["UID"] != other["UID"]
    assert int(moved["SEQUENCE"]) > int(first["SEQUENCE"])
    assert moved["DTSTART"] == "20270221"  # five weeks; clocks change on 28 March


def test_today_is_said_and_a_day_being_typed_changes_nothing(browser: Browser, address: str) -> None:
    with on_a_phone(browser, address, timezone_id="Pacific/Kiritimati") as page:
        page.get_by_label("Day of the event").fill("2026-12-31")
        assert dates(page)[0][1:] == ["Thu, 26 November 2026", "today"]  # it is already the 26th there
        page.get_by_label("Day of the event").fill("0002-12-31")
        assert dates(page)[0][1:] == ["Thu, 26 November 2026", "today"]


@pytest.mark.parametrize("language", ROOTS)
def test_the_timeline_is_printed_alone_with_its_dates(
    browser: Browser, address: str, language: str, tmp_path: Path
) -> None:
    label, before, *_ = WORDS[language]
    with on_a_phone(browser, address, language) as page:
        page.get_by_label(label).fill(DAY)
        words, pages = printed_alone(page, page.locator(".timeline [data-print]"), tmp_path)
    assert pages == 1
    assert before[1].split(", ")[-1] in words.replace("\u202f", " ").replace("\xa0", " ")
    assert f"/{ROOTS[language]}guides/harbour-visit/#timeline" in words


def test_without_javascript_the_weeks_are_there_and_no_field(browser: Browser, address: str) -> None:
    with on_a_phone(browser, address, java_script_enabled=False) as page:
        assert dates(page) == [["5 weeks before"], ["1 week after"]]
        expect(page.get_by_label("Day of the event")).to_be_hidden()
