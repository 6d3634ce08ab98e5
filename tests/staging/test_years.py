"""Dated rows of tables become marks on an axis of years."""

from typing import Any

import pytest

from knowledge_base.staging.years import ENOUGH, dated_tables
from knowledge_base.texts import Section


def rows_of(*whens: str) -> dict[str, Any] | None:
    """Return the picture of two sections: one with a row for each date, one with enough rows of 2000."""
    table = "| When | What |\n|---|---|\n" + "".join(f"| {when} | Something in 1066. |\n" for when in whens)
    filler = "".join("| 2000 | x |\n" for _ in range(ENOUGH))
    return dated_tables(
        [Section("one", "One", table.encode(), 1, 2), Section("two", "Two", filler.encode(), 9, 10)]
    )


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("1993", "1993"),
        ("6–7 June 1993", "1993"),
        ("1999–2006", "1999–2006"),
        ("1999–2006, again in 2010", "1999–2010"),
        ("17 февраля 2006", "2006"),
        ("den 1 september 2023", "2023"),
    ],
)
def test_a_date_in_any_language_has_its_years(when: str, said: str) -> None:
    picture = rows_of(when)
    assert picture and picture["rows"][0]["said"] == said
    assert picture["rows"][0]["href"] == "#one"


@pytest.mark.parametrize("when", ["Undated", "20 people", "EUR 20060", "[Talks](/seminars/talks-2004/)"])
def test_what_is_no_date_is_not_drawn(when: str) -> None:
    picture = rows_of(when)
    assert picture and [row["label"] for row in picture["rows"]] == ["Two"]


def test_events_of_one_year_share_a_mark_and_are_counted() -> None:
    picture = rows_of("1993", "June 1993", "1995")
    assert picture
    assert picture["rows"][0]["said"] == "1993 (2), 1995"
    assert [mark["n"] for mark in picture["rows"][0]["marks"]] == [2, 1]


def test_marks_stand_in_the_middle_of_their_years() -> None:
    picture = rows_of("1999", "1999–2000")
    assert picture
    # Two years, 1999 and 2000, have half the axis each.
    assert picture["rows"][0]["marks"] == [{"x": 25.0, "n": 1}, {"x": 0.0, "width": 100.0, "n": 1}]
    assert picture["rows"][1]["marks"] == [{"x": 75.0, "n": ENOUGH}]
    assert picture["ticks"] == [{"year": 1999, "x": 25.0}, {"year": 2000, "x": 75.0}]


def test_a_long_time_has_few_ticks_on_round_years() -> None:
    picture = rows_of("1903", "2022")
    assert picture and [tick["year"] for tick in picture["ticks"]] == [1920, 1940, 1960, 1980, 2000, 2020]


def test_a_few_dates_are_not_drawn() -> None:
    assert dated_tables([Section("one", "One", b"| 1993 | x |\n" * (ENOUGH - 1), 1, 2)]) is None
