"""The marks that `kb new` leaves where only a person knows the right value, and where they stand."""

import re
from collections.abc import Iterator
from textwrap import shorten

from knowledge_base.findings import Finding, Severity, finding
from knowledge_base.languages import Language

MARKS: dict[Language, str] = {"en": "FILL IN", "sv": "FYLL I", "ru": "ЗАПОЛНИТЬ"}
"""The mark in each language of a skeleton; all are found in every file."""

_WORDS = rf"(?<!\w)(?:{'|'.join(MARKS.values())})(?!\w)"
_MARK = re.compile(_WORDS)
# A line that is a comment is switched off: whoever does not use the field has nothing to fill in.
_MARKED_LINE = re.compile(rf"^(?![ \t]*#).*?{_WORDS}", re.MULTILINE)
_SHOWN = 80


def marked(text: str) -> bool:
    """Tell whether something is still to be filled in."""
    return any(mark in text for mark in MARKS.values()) and _MARKED_LINE.search(text) is not None


def findings_of_marks(
    path: str,
    text: str,
    severity: Severity | None,
    first_line: int = 1,
    first_column: int = 1,
    section: str = "",
) -> Iterator[Finding]:
    """Yield a finding for each line with a mark; it names the `section`, else the rest of the line."""
    if not marked(text):
        return
    for number, line in enumerate(text.splitlines(), start=first_line):
        if _MARKED_LINE.match(line) and (match := _MARK.search(line)):
            rest = _MARK.sub("", line).strip(" #-\"':") or line.strip()
            what = section or shorten(rest, _SHOWN, placeholder=" ...")
            place, saying = (number, first_column + match.start()), "section" if section else "marked"
            yield finding("to-fill-in", saying, path, place, severity, what=what, mark=match[0])
