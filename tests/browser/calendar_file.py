"""Read a calendar file as RFC 5545 has it, strictly: what it forbids raises ValueError."""

import re

Event = dict[str, str]
"""Name of a property, without its parameters, and its value with escapes undone."""

NEEDED = {"UID", "DTSTAMP", "DTSTART", "SUMMARY"}
TEXTS = {"SUMMARY", "DESCRIPTION"}


def events_of(content: bytes) -> list[Event]:
    """Return the events of a calendar file."""
    lines = _unfolded(content)
    if lines[0] != "BEGIN:VCALENDAR" or lines[-1] != "END:VCALENDAR":
        raise ValueError("not one calendar")
    if "VERSION:2.0" not in lines or not any(line.startswith("PRODID:") for line in lines):
        raise ValueError("the calendar has no version or no product")
    events: list[Event] = []
    current: Event | None = None
    for line in lines[1:-1]:
        if line == "BEGIN:VEVENT":
            current = {}
        elif line == "END:VEVENT":
            if current is None or NEEDED - current.keys():
                raise ValueError(f"an event lacks something: {current}")
            events.append(current)
            current = None
        elif current is not None:
            name, parameters, value = _property(line)
            if name in current:
                raise ValueError(f"{name} stands twice")
            if name in ("DTSTART", "DTEND") and not (
                parameters == "VALUE=DATE" and re.fullmatch(r"\d{8}", value)
            ):
                raise ValueError(f"not a whole day: {line}")
            if name == "DTSTAMP" and not re.fullmatch(r"\d{8}T\d{6}Z", value):
                raise ValueError(f"not a moment in UTC: {line}")
            current[name] = _unescaped(value) if name in TEXTS else value
    return events


def _unfolded(content: bytes) -> list[str]:
    if not content.endswith(b"\r\n") or re.search(rb"(?<!\r)\n|\r(?!\n)", content):
        raise ValueError("a line does not end with CR LF")
    lines = content.split(b"\r\n")[:-1]
    for line in lines:
        if len(line) > 75:
            raise ValueError(f"longer than 75 octets: {line!r}")
        line.decode()  # a letter cut in two raises UnicodeDecodeError, which is a ValueError
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def _property(line: str) -> tuple[str, str, str]:
    match = re.fullmatch(r"([A-Z-]+)(?:;([A-Z-]+=[^:;]*))?:(.*)", line)
    if not match:
        raise ValueError(f"not a property: {line}")
    return match[1], match[2] or "", match[3]


def _unescaped(value: str) -> str:
    if re.search(r"(?<!\\)(?:\\\\)*[;,]", value):
        raise ValueError(f"a comma or semicolon without a backslash: {value}")
    if re.search(r"(?<!\\)(?:\\\\)*\\[^\\;,nN]", value):
        raise ValueError(f"an unknown escape: {value}")
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)
