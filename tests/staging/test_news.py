"""What is new: which records, in what order, and what their own dates say of them."""

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import TODAY

from knowledge_base.inspection import inspect
from knowledge_base.staging.news import news
from knowledge_base.staging.stage import Stage
from knowledge_base.staging.writer import read_page

CASE = "cases/harbour-yard"
FORUM = "seminars/harbour-day"


def say(site: Path, record: str, *lines: str) -> None:
    """Add lines to a record."""
    file = site / "practices" / record / "record.yml"
    file.write_text("\n".join([file.read_text(encoding="utf-8").rstrip(), *lines, ""]), encoding="utf-8")


def told(site: Path, day: date = TODAY) -> list[tuple[str, str, str]]:
    """Return date, event and slug of each of the news."""
    inspected = inspect(site, day)
    assert not inspected.failed, inspected.findings
    return [(one.date, one.event, one.record.slug) for one in news(inspected.catalogue)]


def test_a_record_without_dates_of_its_own_is_told_as_checked(site: Path) -> None:
    assert told(site) == [
        ("2026-11-25", "checked", "harbour-yard"),
        ("2026-11-25", "checked", "harbour-visit"),
        ("2026-11-25", "checked", "harbour-day"),
    ]


def test_the_newest_comes_first_and_a_record_once_a_day(site: Path) -> None:
    say(site, CASE, 'added: "2026-11-25"', 'changed: {date: "2027-02-01"}')
    say(site, FORUM, 'added: "2026-10-01"')
    assert told(site, date(2027, 2, 1)) == [
        ("2027-02-01", "changed", "harbour-yard"),
        ("2026-11-25", "added", "harbour-yard"),
        ("2026-11-25", "checked", "harbour-visit"),
        ("2026-11-25", "checked", "harbour-day"),
        ("2026-10-01", "added", "harbour-day"),
    ]


def test_nothing_is_told_before_its_day(site: Path) -> None:
    say(site, CASE, 'changed: {date: "2027-02-01"}')
    assert "changed" not in {event for _, event, _ in told(site, date(2027, 1, 31))}


@pytest.mark.parametrize(("status", "events"), [("draft", set()), ("archived", {"changed"})])
def test_of_what_is_not_published_only_its_change_is_told(site: Path, status: str, events: set[str]) -> None:
    say(site, FORUM, 'added: "2026-01-01"', 'changed: {date: "2026-11-01"}')
    file = site / "practices" / FORUM / "record.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("published", status, 1), encoding="utf-8")
    assert {event for _, event, slug in told(site) if slug == "harbour-day"} == events


def test_the_page_tells_what_is_different_in_the_readers_language(site: Path, tmp_path: Path) -> None:
    say(site, CASE, 'changed: {date: "2026-11-01", note: {en: New figures., sv: Nya siffror.}}')
    Stage(inspect(site, TODAY)).write("sv", tmp_path)
    days = read_page(tmp_path / "sv/new.md")["days"]
    assert [day["date"] for day in days] == ["25 november 2026", "1 november 2026"]
    [group] = days[1]["groups"]
    assert (group["event"], group["kind"]) == ("Ändrade", "Exempel")
    [record] = group["records"]
    assert (record["href"], record["note"]) == ("../cases/harbour-yard/", "Nya siffror.")
