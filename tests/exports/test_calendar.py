"""A meeting to come can be put into a calendar; one that is over cannot."""

from datetime import date
from pathlib import Path

import pytest
from tests.browser.calendar_file import events_of
from tests.conftest import TODAY

from knowledge_base.exports.calendar import calendars
from knowledge_base.inspection import inspect
from knowledge_base.loading.settings import load_settings
from knowledge_base.staging.stage import Stage
from knowledge_base.staging.writer import read_page


def moved(site: Path, start: str, end: str) -> None:
    """Let the example's meeting take place on other days."""
    file = site / "practices/seminars/harbour-day/record.yml"
    kept = [x for x in file.read_text("utf-8").splitlines() if not x.startswith(("start:", "end:"))]
    file.write_text("\n".join([*kept, f'start: "{start}"', f'end: "{end}"', ""]), "utf-8")


def test_a_meeting_to_come_has_a_file_in_each_language(site: Path) -> None:
    moved(site, "2027-03-10", "2027-03-11")
    found = dict(calendars(inspect(site, TODAY).catalogue, load_settings()))
    assert set(found) == {f"downloads/red-seminar-harbour-day-{code}.ics" for code in ("en", "sv", "ru")}
    [event] = events_of(found["downloads/red-seminar-harbour-day-ru.ics"].encode())
    assert (event["DTSTART"], event["DTEND"]) == ("20270310", "20270312")
    assert event["URL"].endswith("/ru/seminars/harbour-day/")
    assert event["URL"] in event["DESCRIPTION"]
    page = read_page(_staged(site, site / "pages"))
    assert page["calendar"] == "../../downloads/red-seminar-harbour-day-en.ics"


@pytest.mark.parametrize(
    ("start", "end"), [("2026-11-23", "2026-11-24"), ("2027", "2027"), ("2027-03", "2027-03")]
)
def test_a_meeting_that_is_over_or_has_no_days_has_none(site: Path, start: str, end: str) -> None:
    moved(site, start, end)
    assert list(calendars(inspect(site, TODAY).catalogue, load_settings())) == []
    assert read_page(_staged(site, site / "pages"))["calendar"] == ""


def test_a_meeting_goes_on_until_its_last_day(site: Path) -> None:
    moved(site, "2026-11-23", "2026-11-25")
    assert list(calendars(inspect(site, TODAY).catalogue, load_settings()))
    assert not list(calendars(inspect(site, date(2026, 11, 26)).catalogue, load_settings()))


def _staged(site: Path, folder: Path) -> Path:
    Stage(inspect(site, TODAY)).write("en", folder)
    return folder / "en/seminars/harbour-day.md"
