"""Findings come out in a stable order and in three formats."""

import json

from knowledge_base.findings import (
    Finding,
    Severity,
    as_github,
    as_json,
    as_text,
    did_you_mean,
    exit_code,
    in_order,
)

ERROR = Finding("b.yml", 2, 3, "rule", Severity.ERROR, "Wrong: 5 %,\nsee", "Mend it.")
WARNING = Finding("a.yml", 9, 1, "rule", Severity.WARNING, "Work to do.", "Do it.")


def test_findings_are_sorted_by_place_and_said_once() -> None:
    assert in_order([ERROR, WARNING, ERROR]) == [WARNING, ERROR]


def test_only_errors_fail_the_run() -> None:
    assert (exit_code([]), exit_code([WARNING]), exit_code([WARNING, ERROR])) == (0, 0, 1)


def test_text_names_place_and_remedy() -> None:
    assert as_text([WARNING]) == "a.yml:9:1: warning [rule] Work to do.\n    Do it."


def test_json_has_every_field() -> None:
    assert json.loads(as_json([WARNING])) == [
        {
            "path": "a.yml",
            "line": 9,
            "column": 1,
            "severity": "warning",
            "rule": "rule",
            "message": "Work to do.",
            "remedy": "Do it.",
        }
    ]


def test_github_annotations_are_escaped() -> None:
    assert as_github([ERROR]) == (
        "::error file=b.yml,line=2,col=3,title=rule::Wrong: 5 %25,%0Asee%0AMend it."
    )


def test_a_near_word_is_offered() -> None:
    assert did_you_mean("clustres", ["clusters", "skills"]) == ' Did you mean "clusters"?'
    assert did_you_mean("zzz", ["clusters"]) == ""
