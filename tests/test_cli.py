"""The command's exit codes and formats."""

import json
from pathlib import Path

import pytest

from knowledge_base.cli import main
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
