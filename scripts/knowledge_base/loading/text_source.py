"""Read a Markdown text: front matter, sections by id, citations, each with its line."""

import re
from dataclasses import dataclass
from typing import Any

from knowledge_base.findings import Finding, Severity
from knowledge_base.loading import yaml_source

_HEADING = re.compile(r"^##\s+(?P<heading>.+?)\s*\{#(?P<id>[a-z0-9-]+)\}\s*$")
_SECOND_LEVEL = re.compile(r"^##\s+\S")
_FENCE = re.compile(r"^\s{0,3}(```|~~~)")
_CITATION = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True)
class Citation:
    """A mention of a source: its key, and the line and column where it stands, from 1."""

    key: str
    line: int
    column: int


@dataclass(frozen=True)
class Section:
    """One part of a text; `line` is the line of its heading, `body_line` that of its first words."""

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


def parse(text: str, path: str) -> tuple[TextSource, list[Finding]]:
    """Return the parts of `text` and what is wrong with its outer form."""
    lines = text.splitlines()
    end = lines.index("---", 1) if lines[:1] == ["---"] and "---" in lines[1:] else None
    if end is None:
        message = "The text has no front matter."
        remedy = "Begin the file with a line `---`, then `title:` and `summary:`, then a line `---`."
        return TextSource(path, {}, "", ()), [
            Finding(path, 1, 1, "front-matter", Severity.ERROR, message, remedy)
        ]
    front_matter_text = "\n".join(lines[1:end]) + "\n"
    front_matter, findings = yaml_source.parse(front_matter_text, path, first_line=2)
    sections, section_findings = _sections(lines, end + 1, path)
    return TextSource(path, front_matter, front_matter_text, sections), findings + section_findings


def _sections(lines: list[str], first: int, path: str) -> tuple[tuple[Section, ...], list[Finding]]:
    findings: list[Finding] = []
    heads: list[tuple[int, str, str]] = []
    fenced = False
    for index in range(first, len(lines)):
        line = lines[index]
        if _FENCE.match(line):
            fenced = not fenced
        elif fenced:
            continue
        elif match := _HEADING.match(line):
            heads.append((index, match["id"], match["heading"]))
        elif _SECOND_LEVEL.match(line):
            message = f'The heading "{line[2:].strip()}" has no id.'
            remedy = "Write it as `## Heading {#id}`; ids are the same in all languages."
            findings.append(Finding(path, index + 1, 1, "section-id", Severity.ERROR, message, remedy))
        elif line.strip() and not heads and not findings:
            message = "There is text before the first section."
            remedy = "Move it into a section, or into the summary."
            findings.append(Finding(path, index + 1, 1, "section-id", Severity.ERROR, message, remedy))
    ends = [*(head[0] for head in heads[1:]), len(lines)]
    return tuple(
        Section(
            id=section_id,
            heading=heading,
            body="\n".join(lines[start + 1 : stop]).strip(),
            line=start + 1,
            body_line=_first_words(lines, start + 1, stop) + 1,
            citations=tuple(_citations(lines, start + 1, stop)),
        )
        for (start, section_id, heading), stop in zip(heads, ends, strict=False)
    ), findings


def _first_words(lines: list[str], start: int, stop: int) -> int:
    return next((index for index in range(start, stop) if lines[index].strip()), start)


def _citations(lines: list[str], start: int, stop: int) -> list[Citation]:
    return [
        Citation(match[1], index + 1, match.start() + 1)
        for index in range(start, stop)
        for match in _CITATION.finditer(lines[index])
    ]
