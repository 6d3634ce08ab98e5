"""The command's exit codes and formats."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge_base.cli import main
from knowledge_base.loading.settings import PROJECT
from knowledge_base.reporting import explained, language_of_system
from knowledge_base.today import resolve_today


def test_a_clean_site_says_nothing_and_exits_0(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--today", "2026-11-25", "--root", str(site)]) == 0
    assert capsys.readouterr().out == ""


def test_a_clean_site_is_an_empty_json_list(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--today", "2026-11-25", "--root", str(site), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_an_error_exits_1(site: Path) -> None:
    (site / "practices/cases/harbour-yard/record.yml").write_text("a: [", encoding="utf-8")
    assert main(["check", "--today", "2026-11-25", "--root", str(site)]) == 1


def test_a_root_without_practices_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 2
    assert "--root" in capsys.readouterr().err


def test_a_day_that_cannot_be_read_exits_2(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--today", "soon", "--root", str(site)]) == 2
    assert "--today" in capsys.readouterr().err


def test_source_date_epoch_is_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert resolve_today(None).isoformat() == "1970-01-01"
    assert resolve_today("2026-11-25").isoformat() == "2026-11-25"


@pytest.mark.parametrize(
    "name",
    [
        "cases/harbour-yard",
        "practices/cases/harbour-yard/",
        "practices/cases/harbour-yard/sv.md",
        "./docs/index",
    ],
)
def test_a_check_of_one_record_says_nothing_of_others(
    site: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (site / "practices/guides/harbour-visit/record.yml").write_text("a: [", encoding="utf-8")
    for file in (site / "practices/cases/harbour-yard/sv.md", site / "docs/index.sv.md"):
        file.write_text(file.read_text(encoding="utf-8") + "\nFILL IN\n", encoding="utf-8")
    assert main(["check", name, "--root", str(site), "--format", "json", "--lang", "en"]) == 1
    said = capsys.readouterr()
    found = json.loads(said.out)
    own = name.removeprefix("./").removesuffix("/").removesuffix("/sv.md").removeprefix("practices/")
    assert found and {own in finding["path"] for finding in found} == {True}
    assert f"errors: {sum(f['severity'] == 'error' for f in found)}," in said.err


def test_a_record_without_findings_is_clean_beside_broken_ones(site: Path) -> None:
    (site / "practices/guides/harbour-visit/record.yml").write_text("a: [", encoding="utf-8")
    assert main(["check", "organisations/example-harbour", "--root", str(site)]) == 0


def test_the_path_of_a_record_may_be_absolute(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(site / "practices/cases/harbour-yard"), "--root", str(site)]) == 0


def test_an_unknown_record_exits_2_and_names_the_nearest(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "cases/harbor-yard", "--root", str(site), "--lang", "sv"]) == 2
    assert "Menade du ”cases/harbour-yard”?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        # Python itself sets LC_CTYPE where the system lacks the locale that is asked for.
        ({"LANG": "sv_SE.UTF-8", "LC_CTYPE": "C.UTF-8"}, "sv"),
        ({"LANG": "ru_RU.UTF-8", "LC_CTYPE": "C.UTF-8"}, "ru"),
        ({"LANG": "sv_SE.UTF-8", "LC_MESSAGES": "ru_RU"}, "ru"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "sv_SE.UTF-8", "LANGUAGE": "de:ru:en"}, "ru"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_commands_speak_the_language_of_the_system(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language_of_system() == language


@pytest.mark.parametrize(
    "command",
    [["check"], ["check", "--format", "json"], ["translations", "status"], ["check", "--explain", "slug"]],
)
@pytest.mark.parametrize("lines", [0, 1])
def test_a_reader_who_has_seen_enough_gets_no_traceback(site: Path, command: list[str], lines: int) -> None:
    text = "\n".join(f"## Words {n}\n" for n in range(3000))  # more than a pipe holds
    file = site / "practices/cases/harbour-yard/sv.md"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "knowledge_base.cli", *command, "--root", str(site)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "scripts")},
    )
    assert process.stdout and process.stderr
    if lines:
        process.stdout.readline()
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    process.wait()


def test_a_rule_says_that_it_judges_drafts_otherwise() -> None:
    assert "(warning in a draft, error in what is published)" in explained("to-fill-in", "en")
    assert "(fel)" in explained("slug", "sv")
