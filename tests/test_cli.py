"""The command's exit codes and formats."""

import json
from pathlib import Path

import pytest

from knowledge_base.cli import main


def test_a_clean_site_says_nothing_and_exits_0(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(site)]) == 0
    assert capsys.readouterr().out == ""


def test_a_clean_site_is_an_empty_json_list(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(site), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_an_error_exits_1(site: Path) -> None:
    (site / "practices/cases/harbour-yard/record.yml").write_text("a: [", encoding="utf-8")
    assert main(["check", "--root", str(site)]) == 1


def test_a_root_without_practices_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 2
    assert "--root" in capsys.readouterr().err
