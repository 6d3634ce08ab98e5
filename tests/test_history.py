"""`kb translations diff` finds in git what a translation was made from."""

import subprocess
from pathlib import Path

import pytest

from knowledge_base.cli import main

CASE = "practices/cases/harbour-yard"


def git(site: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=site, check=True, capture_output=True)


@pytest.fixture
def kept(site: Path) -> Path:
    """Put the clean example site into a repository of its own."""
    git(site, "init", "-q")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "As translated")
    return site


def edit(site: Path, old: str, new: str, file: str = f"{CASE}/en.md") -> None:
    text = (site / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (site / file).write_text(text.replace(old, new), encoding="utf-8")


def diff(site: Path, capsys: pytest.CaptureFixture[str], name: str = "cases/harbour-yard") -> str:
    capsys.readouterr()
    assert main(["translations", "diff", name, "sv", "--root", str(site), "--lang", "en"]) == 0
    return capsys.readouterr().out


def test_what_has_not_changed_has_no_diff(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = "cases/harbour-yard sv: the original has not changed since it was translated.\n"
    assert diff(kept, capsys) == said


def test_a_changed_section_is_shown_then_and_now(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(kept, "About 12 jobs.", "About 12 jobs.\nTen of them are on the quay.")
    assert diff(kept, capsys) == (
        "== #evidence: changed ==\n- About 12 jobs.[^report]\n+ About 12 jobs.\n"
        "+ Ten of them are on the quay.[^report]\n\n"
    )


def test_the_version_is_found_behind_later_ones(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for n in range(3):
        edit(kept, "title: Harbour yard" if n == 0 else f"title: Yard {n}", f"title: Yard {n + 1}")
        git(kept, "commit", "-qam", f"Title {n + 1}")
    out = diff(kept, capsys)
    assert "- Harbour yard (en)\n" in out and "+ Yard 3 (en)\n" in out and "Yard 2" not in out


def test_a_renamed_record_keeps_its_history(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(kept, "mv", CASE, "practices/cases/new-yard")
    git(kept, "commit", "-qm", "Renamed")
    edit(kept, "About 12 jobs.", "About 20 jobs.", "practices/cases/new-yard/en.md")
    assert "- About 12 jobs." in diff(kept, capsys, "cases/new-yard")


def test_new_and_vanished_units_are_named(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(kept, "## Challenge {#challenge}", "## Context {#context}\n\nA port.\n\n## Challenge {#challenge}")
    edit(kept, "  jobs: Jobs\n", "  posts: Posts\n")
    out = diff(kept, capsys)
    assert "== #context: new ==\n+ A port.\n" in out
    assert "== evidence.posts: new ==\n+ Posts\n" in out
    assert "== evidence.jobs: gone ==\n- Jobs\n" in out


def test_without_git_the_present_original_is_shown(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, "About 12 jobs.", "About 20 jobs.")
    out = diff(site, capsys)
    assert "not in git" in out and "About 20 jobs." in out


@pytest.mark.parametrize("arguments", [("cases/harbour-yard", "en"), ("cases/nothing", "sv")])
def test_there_must_be_a_translation(site: Path, arguments: tuple[str, str]) -> None:
    assert main(["translations", "diff", *arguments, "--root", str(site)]) == 2
