"""Findings come out in a stable order, in three languages and three formats."""

import json

import pytest

from knowledge_base.cli import main
from knowledge_base.findings import as_row, exit_code, finding, from_row, in_order, nearest
from knowledge_base.languages import LANGUAGES
from knowledge_base.reporting import as_github, as_json, as_text, language_of_system, said
from knowledge_base.rules import rule_names

ERROR = finding("raw-html", "html", "b.yml", (2, 3), html="<b a='5 %,\nx:'>")
WARNING = finding("translation-missing", "text", "a.yml", (9, 1), language="sv")


def test_findings_are_sorted_by_place_and_said_once() -> None:
    assert in_order([ERROR, WARNING, ERROR]) == [WARNING, ERROR]


def test_only_errors_fail_the_run() -> None:
    assert (exit_code([]), exit_code([WARNING]), exit_code([WARNING, ERROR])) == (0, 0, 1)


def test_a_row_keeps_a_finding_through_json() -> None:
    assert from_row(json.loads(json.dumps(as_row(ERROR)))) == ERROR


def test_text_names_place_and_remedy() -> None:
    assert as_text([WARNING], "en") == (
        "a.yml:9:1: warning [translation-missing] The text sv.md is missing.\n"
        "    Translate the original into sv.md; until then the page shows the original."
    )
    assert as_text([WARNING], "ru").startswith("a.yml:9:1: предупреждение [translation-missing] Нет текста")


def test_json_has_every_field() -> None:
    assert json.loads(as_json([WARNING], "sv")) == [
        {
            "path": "a.yml",
            "line": 9,
            "column": 1,
            "severity": "warning",
            "rule": "translation-missing",
            "message": "Texten sv.md saknas.",
            "remedy": "Översätt originalet till sv.md; till dess visar sidan originalet.",
        }
    ]


def test_github_annotations_are_escaped() -> None:
    assert as_github([ERROR], "en").startswith(
        "::error file=b.yml,line=2,col=3,title=raw-html::The text holds HTML: <b a='5 %25,%0Ax:'>%0ASay it"
    )


def test_what_was_perhaps_meant_is_asked_in_each_language() -> None:
    asked = finding("dead-reference", "case", "a.yml", slug="netprt", meant="netport")
    shown = {language: said(asked, language).message for language in LANGUAGES}
    assert shown["en"].endswith('Did you mean "netport"?')
    assert shown["sv"].endswith("Menade du ”netport”?")
    assert shown["ru"].endswith("Возможно, имелось в виду «netport»?")


def test_a_value_may_look_like_a_gap() -> None:
    braces = finding("raw-html", "html", "a.md", html="<b x={html}>")
    assert said(braces, "en").message == "The text holds HTML: <b x={html}>"


def test_a_near_word_is_offered() -> None:
    assert nearest("clustres", ["clusters", "skills"]) == "clusters"
    assert nearest("zzz", ["clusters"]) == ""


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "nonsense"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language_of_system() == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_is_explained_at_the_command_line(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in rule_names():
        assert main(["check", "--explain", name, "--lang", language]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0].startswith(f"{name} (") and len(lines) > 6


def test_a_slip_in_the_name_of_a_rule_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "raw-htm", "--lang", "en"]) == 2
    assert 'Did you mean "raw-html"?' in capsys.readouterr().err
