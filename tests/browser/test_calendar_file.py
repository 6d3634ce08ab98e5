"""The reader of calendar files refuses what RFC 5545 forbids; otherwise it would prove nothing."""

import pytest

from tests.browser.calendar_file import events_of

EVENT = "UID:a@b\r\nDTSTAMP:20261125T120000Z\r\nDTSTART;VALUE=DATE:20261225\r\nSUMMARY:{}\r\n"
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\n"
    + EVENT
    + "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_texts_are_read_with_folds_and_escapes_undone() -> None:
    [event] = events_of(CALENDAR.format(r"a\, b\; c\\ d\n" + "\r\n e").encode())
    assert event["SUMMARY"] == "a, b; c\\ d\ne"
    assert event["DTSTART"] == "20261225"


@pytest.mark.parametrize(
    "content",
    [
        CALENDAR.format("a").replace("\r\n", "\n").encode(),
        CALENDAR.format("a, b").encode(),
        CALENDAR.format(r"a\x").encode(),
        CALENDAR.format("я" * 34).encode(),  # 76 octets with the name of the property
        CALENDAR.format("я").encode().replace("я".encode(), b"\xd1\r\n \x8f"),
        CALENDAR.format("a").replace("UID:a@b\r\n", "").encode(),
        CALENDAR.format("a").replace(";VALUE=DATE", "").encode(),
        CALENDAR.format("a").replace("0Z\r\n", "0\r\n").encode(),
        CALENDAR.format("a").removesuffix("END:VCALENDAR\r\n").encode(),
    ],
)
def test_what_the_standard_forbids_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):
        events_of(content)
