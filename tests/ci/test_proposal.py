"""What a workflow does with a proposal by anybody: its content is checked and built, its code is not run."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from knowledge_base.loading.settings import PROJECT
from tests.conftest import EXAMPLE_SITE

YARD = "practices/cases/harbour-yard"


def git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=x", "-c", "user.email=x@red.example", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Return a checkout of main: its scripts, its environment, and the example site as content."""
    folder = tmp_path / "base"
    shutil.copytree(EXAMPLE_SITE, folder)
    shutil.copytree(PROJECT / ".ci", folder / ".ci")
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy2(PROJECT / name, folder / name)
    # An environment that is ready: what is tested must never make ours again.
    (folder / ".venv").mkdir()
    (folder / ".venv/bin").symlink_to(PROJECT / ".venv/bin")
    (folder / ".venv/.ready").touch()
    return folder


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """Return a repository that holds the same content; a test changes it and calls `merged`."""
    folder = Path(shutil.copytree(EXAMPLE_SITE, tmp_path / "proposal"))
    (folder / "Makefile").write_text("all:\n", encoding="utf-8")
    git(folder, "init")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "main")
    git(folder, "checkout", "-b", "topic")
    return folder


def merged(proposal: Path) -> None:
    """Commit the change and leave the repository at its merge into main, as the host does."""
    git(proposal, "add", "-A")
    git(proposal, "commit", "-m", "topic")
    git(proposal, "checkout", "main")
    git(proposal, "merge", "--no-ff", "-m", "merge", "topic")


def checked(base: Path, proposal: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795608000"}
    command = [base / ".ci/proposal", proposal]
    return subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, check=False)


def test_a_good_change_is_built_and_only_its_own_findings_are_shown(base: Path, proposal: Path) -> None:
    (proposal / YARD / "ru.md").unlink()
    file = proposal / YARD / "record.yml"
    file.write_text(file.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")
    merged(proposal)
    done = checked(base, proposal)
    assert done.returncode == 0, done.stderr
    shown = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert [line.partition(",line=")[0] for line in shown] == [f"::warning file={YARD}/record.yml"]
    assert (base / "proposal-site/ru/cases/harbour-yard/index.html").is_file()
    assert not any(path.is_symlink() for path in (base / "proposal-site").rglob("*"))


def test_an_error_stands_beside_its_line_and_nothing_is_built(base: Path, proposal: Path) -> None:
    file = proposal / YARD / "record.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("mixed", "good"), encoding="utf-8")
    merged(proposal)
    done = checked(base, proposal)
    assert done.returncode == 1
    assert f"::error file={YARD}/record.yml,line=4,col=1,title=wrong-value::" in done.stdout
    assert not (base / "proposal-site").exists()


def test_an_error_that_follows_elsewhere_is_shown_too(base: Path, proposal: Path) -> None:
    shutil.rmtree(proposal / YARD)
    merged(proposal)
    done = checked(base, proposal)
    assert done.returncode == 1
    assert "::error file=practices/guides/harbour-visit/record.yml" in done.stdout


def test_code_and_links_of_a_proposal_are_not_taken(base: Path, proposal: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden", encoding="utf-8")
    for name in (
        "Makefile",
        ".ci/proposal",
        "scripts/knowledge_base/cli.py",
        "mkdocs.yml",
        "overrides/main.html",
    ):
        (proposal / name).parent.mkdir(parents=True, exist_ok=True)
        (proposal / name).write_text("all:\n\ttouch /tmp/evil\n", encoding="utf-8")
    (proposal / YARD / "quay.png").symlink_to(secret)
    before = {name: (base / name).read_bytes() for name in ("Makefile", ".ci/proposal")}
    merged(proposal)
    done = checked(base, proposal)
    assert done.returncode == 1
    assert "::notice::Only practices/ and docs/" in done.stdout
    assert f"::error file={YARD}/quay.png" in done.stdout
    assert {name: (base / name).read_bytes() for name in before} == before
    assert not (base / "scripts").exists() and not (base / "mkdocs.yml").exists()
    assert "hidden" not in done.stdout


def test_a_whole_folder_that_is_a_link_is_not_followed(base: Path, proposal: Path) -> None:
    shutil.rmtree(proposal / "docs")
    (proposal / "docs").symlink_to("/etc")
    merged(proposal)
    done = checked(base, proposal)
    assert list((base / "docs").iterdir()) == []
    assert done.returncode != 0
