"""A Markdown text as values: front matter, sections by id, citations, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

CITATION = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of a source: its key, and the line and column where it stands, from 1."""

    key: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a text; the words before the first heading are a section without id.

    `utf8` are its words; `body_line` is the line of the first, `line` that of the heading, if it has one.
    """

    id: str
    heading: str
    utf8: bytes
    """Half of what text would take in memory, where one typographic quotation mark doubles every sign, and
    nothing is added when a library asks for UTF-8."""
    line: int
    body_line: int

    @property
    def body(self) -> str:
        """The words of the section."""
        return self.utf8.decode()

    def cited(self) -> list[str]:
        """Return the key of every citation, in reading order."""
        return CITATION.findall(self.body)

    def citations(self) -> Iterator[Citation]:
        """Yield every citation with its place; slower than `cited`, and found anew each time."""
        for line, text in enumerate(self.body.splitlines(), start=self.body_line):
            for match in CITATION.finditer(text):
                yield Citation(match[1], line, match.start() + 1)


@dataclass(frozen=True, slots=True)
class TextSource:
    """A language file as written: `front_matter` may be invalid."""

    path: str
    front_matter: dict[str, Any]
    front_matter_text: str
    sections: tuple[Section, ...]

    def cited(self) -> Iterator[str]:
        """Yield the key of every citation of the text, in reading order."""
        for section in self.sections:
            yield from section.cited()

    def citations(self) -> Iterator[Citation]:
        """Yield every citation of the text with its place."""
        for section in self.sections:
            yield from section.citations()
