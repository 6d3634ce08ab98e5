"""What a check says: where, how bad, what is wrong, and what to do.

Findings are values. They are collected from every check before anything fails, sorted by place,
and written as text for people, JSON for tools or workflow annotations for GitHub.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields
from difflib import get_close_matches
from enum import StrEnum
from operator import attrgetter


class Severity(StrEnum):
    """An error would publish something wrong; a warning is work to do."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend. `path` is relative to the root; `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    remedy: str


Row = tuple[str, int, int, str, str, str, str]
"""A finding as JSON keeps it."""

as_row: Callable[[Finding], Row] = attrgetter(*(field.name for field in fields(Finding)))


def from_row(row: Row) -> Finding:
    """Return the finding that `as_row` put into a row."""
    path, line, column, rule, severity, message, remedy = row
    return Finding(path, line, column, rule, Severity(severity), message, remedy)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return each finding once, by path, line, column and rule: the same order in every run."""
    return sorted(set(findings))


def exit_code(findings: Iterable[Finding]) -> int:
    """Return 1 when a finding is an error, else 0."""
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def summary(findings: Iterable[Finding]) -> str:
    """Return one line: how many findings of each rule."""
    counts = Counter(f"{finding.severity} {finding.rule}" for finding in findings)
    return ", ".join(f"{count} x {name}" for name, count in sorted(counts.items()))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ' Did you mean "x"?' for the nearest known word, or an empty string."""
    nearest = get_close_matches(word, sorted(known), n=1)
    return f' Did you mean "{nearest[0]}"?' if nearest else ""


def as_text(findings: Iterable[Finding]) -> str:
    """Return two lines per finding: place and message, then the remedy."""
    return "\n".join(
        f"{f.path}:{f.line}:{f.column}: {f.severity} [{f.rule}] {f.message}\n    {f.remedy}" for f in findings
    )


def as_json(findings: Iterable[Finding]) -> str:
    """Return a JSON list of objects with the fields of `Finding`."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


def as_github(findings: Iterable[Finding]) -> str:
    """Return workflow commands that GitHub shows beside the changed lines."""
    return "\n".join(
        f"::{f.severity} file={_property(f.path)},line={f.line},col={f.column},title={_property(f.rule)}"
        f"::{_data(f.message)}%0A{_data(f.remedy)}"
        for f in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": as_text, "json": as_json, "github": as_github}
