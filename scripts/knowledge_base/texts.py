"""A Markdown text as values: front matter, sections by id, citations, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

CITATION = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True)
class Citation:
    """A mention of a source: its key, and the line and column where it stands, from 1."""

    key: str
    line: int
    column: int


@dataclass(frozen=True)
class Section:
    """One part of a text; the words before the first heading are a section without id.

    `body_line` is the line of its first words, `line` that of its heading, if it has one.
    """

    id: str
    heading: str
    body: str
    line: int
    body_line: int
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class TextSource:
    """A language file as written: `front_matter` is not validated yet."""

    path: str
    front_matter: dict[str, Any]
    front_matter_text: str
    sections: tuple[Section, ...]

    def citations(self) -> Iterator[Citation]:
        """Yield every citation of the text, in reading order."""
        for section in self.sections:
            yield from section.citations
