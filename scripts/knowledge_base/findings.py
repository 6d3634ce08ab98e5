"""What a check says: where, how bad, which rule, and what it found.

Findings are values without words: rule and saying name the words (`rules`), `values` are what is put into
them, and `reporting` says it all in a language. They are collected from every check before anything fails,
and sorted by place.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from difflib import get_close_matches
from operator import attrgetter
from typing import Any

from knowledge_base.rules import Severity as Severity  # a part of findings, too
from knowledge_base.rules import rule

Place = tuple[int, int]
"""Line and column, both counted from 1."""


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend. `path` is relative to the root; `line` and `column` count from 1.

    `saying` is the id of one of the rule's sayings; `values` are the names and contents of its gaps.
    """

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    saying: str
    values: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """Return what stands in a gap, or nothing."""
        return dict(self.values).get(name, "")


def finding(
    name: str,
    saying: str,
    path: str,
    place: Place = (1, 1),
    severity: Severity | None = None,
    /,  # the names of values are free
    **values: object,
) -> Finding:
    """Return the finding of a rule; its severity is the rule's, unless the case is an exception.

    The value `meant` offers a word that was perhaps meant, `field` explains the field `Model.name`.
    """
    said = tuple((key, str(value)) for key, value in values.items())
    return Finding(path, *place, name, severity or rule(name).severity, saying, said)


Row = tuple[Any, ...]
"""A finding as JSON keeps it."""

as_row: Callable[[Finding], Row] = attrgetter(*(field.name for field in fields(Finding)))


def from_row(row: Row) -> Finding:
    """Return the finding that `as_row` put into a row."""
    path, line, column, name, severity, saying, values = row
    said = tuple((key, value) for key, value in values)
    return Finding(path, line, column, name, Severity(severity), saying, said)


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


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is nearest to another, or nothing when none is near."""
    return next(iter(get_close_matches(word, sorted(known), n=1)), "")
