"""Read a Markdown text into front matter and sections."""

import re
import sys
from pathlib import Path

from knowledge_base.findings import Finding, finding
from knowledge_base.loading import yaml_source
from knowledge_base.texts import Section, TextSource

_HEADING = re.compile(r"^##\s+(?P<heading>.+?)\s*\{#(?P<id>[a-z0-9-]+)\}\s*$")
_SECOND_LEVEL = re.compile(r"^##\s+\S")
_FIRST_SIGNS = ("#", "`", "~", " ", "\t")  # most lines begin with none of these and need no pattern
_FENCE = re.compile(r"^\s{0,3}(```|~~~)")


def read(file: Path, path: str) -> tuple[TextSource, list[Finding]]:
    """Return the parts of `file`; `path` is how findings name it."""
    try:
        return parse(file.read_text(encoding="utf-8"), path)
    except UnicodeDecodeError:
        return TextSource(path, {}, "", ()), [finding("encoding", "not-utf-8", path)]


def parse(text: str, path: str) -> tuple[TextSource, list[Finding]]:
    """Return the parts of `text` and what is wrong with its outer form."""
    lines = text.splitlines()
    end = lines.index("---", 1) if lines[:1] == ["---"] and "---" in lines[1:] else None
    if end is None:
        return TextSource(path, {}, "", ()), [finding("front-matter", "none", path)]
    front_matter_text = "\n".join(lines[1:end]) + "\n"
    front_matter, findings = yaml_source.parse(front_matter_text, path, first_line=2)
    heads, head_findings = _heads(lines, end + 1, path)
    sections = tuple(_sections(lines, end, heads))
    return TextSource(path, front_matter, front_matter_text, sections), findings + head_findings


_Head = tuple[int, str, str]
"""Index of the line, id, heading."""


def _heads(lines: list[str], first: int, path: str) -> tuple[list[_Head], list[Finding]]:
    heads: list[_Head] = []
    findings: list[Finding] = []
    fenced = False
    for index in range(first, len(lines)):
        line = lines[index]
        if not line.startswith(_FIRST_SIGNS):
            continue
        if _FENCE.match(line):
            fenced = not fenced
        elif fenced:
            continue
        elif match := _HEADING.match(line):
            heads.append((index, match["id"], match["heading"]))
        elif _SECOND_LEVEL.match(line):
            heading = line[2:].strip()
            findings.append(finding("section-id", "none", path, (index + 1, 1), heading=heading))
    return heads, findings


def _sections(lines: list[str], front_matter_end: int, heads: list[_Head]) -> list[Section]:
    stops = [*(head[0] for head in heads), len(lines)]
    opening = _section(lines, (front_matter_end, "", ""), stops[0])
    rest = [_section(lines, head, stop) for head, stop in zip(heads, stops[1:], strict=True)]
    return [opening, *rest] if opening.utf8 else rest


def _section(lines: list[str], head: _Head, stop: int) -> Section:
    start = head[0] + 1
    first_words = next((index for index in range(start, stop) if lines[index].strip()), start)
    return Section(
        id=sys.intern(head[1]),  # thousands of texts have the same sections
        heading=sys.intern(head[2]),
        utf8="\n".join(lines[first_words:stop]).rstrip().encode(),
        line=start if head[1] else first_words + 1,
        body_line=first_words + 1,
    )
