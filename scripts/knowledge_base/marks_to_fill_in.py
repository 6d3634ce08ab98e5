"""The marks that `kb new` leaves where only a person knows the right value, and where they stand."""

import re
from collections.abc import Iterator

from knowledge_base.findings import Place
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


def marked_places(text: str, first_line: int = 1) -> Iterator[tuple[Place, str]]:
    """Yield the place of each mark, and the rest of its line, which tells what it is about."""
    if not marked(text):
        return
    for number, line in enumerate(text.splitlines(), start=first_line):
        if _MARKED_LINE.match(line) and (match := _MARK.search(line)):
            rest = _MARK.sub("", line).strip(" #-\"':")
            yield (number, match.start() + 1), (rest or line.strip())[:_SHOWN]
