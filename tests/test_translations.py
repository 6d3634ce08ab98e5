"""An edit of the original puts exactly that unit of each translation on the work list."""

import re
from datetime import date
from pathlib import Path

import pytest

from knowledge_base.cli import main
from knowledge_base.inspection import findings_of
from knowledge_base.languages import LANGUAGES

TODAY = date(2026, 11, 25)
CASE = "practices/cases/harbour-yard"


def work_list(site: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["translations", "status", "--root", str(site)]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("old", "new", "unit"),
    [
        ("title: Harbour yard (en)", "title: Another yard", "title"),
        ("jobs: Jobs", "jobs: Posts", "evidence.jobs"),
        ("Words.[^press]", "Other words.[^press]", "#challenge"),
    ],
)
def test_one_edit_is_one_unit(
    site: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, unit: str
) -> None:
    file = site / CASE / "en.md"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert work_list(site, capsys) == [
        f"cases/harbour-yard sv: changed {unit}",
        f"cases/harbour-yard ru: changed {unit}",
    ]
    assert {(f.rule, f.severity) for f in findings_of(site, TODAY)} == {("translation-changed", "warning")}

    assert main(["translations", "accept", "cases/harbour-yard", "sv", "--root", str(site)]) == 0
    assert work_list(site, capsys) == [f"cases/harbour-yard ru: changed {unit}"]
    assert main(["check", "--root", str(site)]) == 0


def test_white_space_is_no_change(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = site / CASE / "en.md"
    file.write_text(file.read_text(encoding="utf-8").replace("About 12", "About  12"), encoding="utf-8")
    assert work_list(site, capsys) == []


def test_a_missing_text_is_on_the_list(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / CASE / "ru.md").unlink()
    assert work_list(site, capsys) == ["cases/harbour-yard ru: missing"]


def test_accepting_twice_changes_nothing(site: Path) -> None:
    file = site / CASE / "sv.md"
    before = file.read_text(encoding="utf-8")
    assert main(["translations", "accept", "cases/harbour-yard", "sv", "--root", str(site)]) == 0
    assert file.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("arguments", [("cases/harbour-yard", "en"), ("cases/nothing", "sv")])
def test_there_must_be_a_translation_to_accept(site: Path, arguments: tuple[str, str]) -> None:
    assert main(["translations", "accept", *arguments, "--root", str(site)]) == 2


def test_the_list_is_by_language_kind_and_unit(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / CASE / "ru.md").unlink()
    port = site / "practices/organisations/example-harbour.yml"
    port.write_text(port.read_text(encoding="utf-8").replace("  ru: Порт.[^site]\n", ""), encoding="utf-8")

    def listed(*options: str) -> tuple[list[str], str]:
        capsys.readouterr()
        assert main(["translations", "status", "--root", str(site), *options]) == 0
        said = capsys.readouterr()
        return said.out.splitlines(), said.err

    everything, counts = listed()
    assert everything == [
        "cases/harbour-yard ru: missing",
        "organisations/example-harbour ru: missing description",
    ]
    assert re.search(r"^ru +case +0 +0 +0 +1 +0$", counts, re.MULTILINE)
    assert re.search(r"^sv +case +0 +1 +0 +0 +1$", counts, re.MULTILINE)
    assert listed("--kind", "organisation")[0] == everything[1:]
    assert listed("--language", "sv")[0] == []


def test_a_text_that_repeats_the_original_is_on_the_list(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in LANGUAGES:
        file = site / CASE / f"{language}.md"
        text = file.read_text(encoding="utf-8").replace(
            "An invented case.", "A case that nobody has ever seen."
        )
        file.write_text(text, encoding="utf-8")
    for language in ("sv", "ru"):
        assert main(["translations", "accept", "cases/harbour-yard", language, "--root", str(site)]) == 0
    assert work_list(site, capsys) == [
        "cases/harbour-yard sv: current identical summary",
        "cases/harbour-yard ru: current identical summary",
    ]
