"""Words that the glossary tells to avoid are found where they stand, in any form."""

from pathlib import Path

import pytest
from tests.conftest import TODAY

from knowledge_base.findings import Finding, Severity
from knowledge_base.inspection import findings_of

CASE = "practices/cases/harbour-yard"
PORT = "practices/organisations/example-harbour.yml"
QUAY = "practices/glossary/quay.yml"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def found(site: Path) -> list[Finding]:
    return [f for f in findings_of(site, TODAY) if f.rule == "word-to-avoid"]


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "written", "instead"),
    [
        (f"{CASE}/en.md", "Words.[^press]", "A.\nThe Havens.", (12, 5), "Havens", "harbour"),
        (f"{CASE}/en.md", "## Lessons", "## A haven", (25, 6), "haven", "harbour"),
        (f"{CASE}/en.md", "title: Harbour", "title: Haven", (2, 8), "Haven", "harbour"),
        (f"{CASE}/en.md", "summary: An", "summary: >-\n  A\n  haven. An", (5, 3), "haven", "harbour"),
        (f"{CASE}/en.md", "jobs: Jobs", "jobs: Haven jobs", (5, 9), "Haven", "harbour"),
        (f"{CASE}/sv.md", "Words.[^press]", "Ord om ankarplatsen.", (21, 8), "ankarplatsen", "hamn"),
        (f"{CASE}/ru.md", "Words.[^press]", "У морской пристани.", (21, 3), "морской пристани", "порт"),
        (PORT, "A harbour.[^site]", "A haven.[^site]", (16, 9), "haven", "harbour"),
        (QUAY, "En mur", "En ankarplats", (5, 68), "ankarplats", "hamn"),
    ],
)
def test_it_is_found(
    site: Path, file: str, old: str, new: str, place: tuple[int, int], written: str, instead: str
) -> None:
    edit(site / file, old, new)
    [finding] = found(site)
    assert (finding.path, finding.line, finding.column) == (file, *place)
    assert finding.severity is Severity.WARNING
    assert (finding.value("written"), finding.value("term")) == (written, instead)
    assert finding.value("slug") == "harbour"


@pytest.mark.parametrize(
    "words",
    [
        "`haven`",
        "[^haven]",
        "[x](https://example.org/haven)",
        "https://example.org/haven",
        "[Haven Port](/organisations/example-harbour/)",
        "heaven, haven't and safe-haven",
        "The Haven of Example, a body.",
    ],
)
def test_it_is_not_found_in_code_keys_addresses_and_names(site: Path, words: str) -> None:
    edit(site / PORT, "{text: Example Harbour,", "{text: The Haven of Example,")
    edit(site / f"{CASE}/en.md", "Words.[^press]", f"Words {words}")
    assert found(site) == []


def test_a_word_to_avoid_may_be_right_in_another_language(site: Path) -> None:
    edit(site / f"{CASE}/sv.md", "Words.[^press]", "Haven.")
    assert found(site) == []


def test_a_change_of_the_glossary_is_seen_in_texts_that_did_not_change(site: Path) -> None:
    edit(site / f"{CASE}/en.md", "Words.[^press]", "A dock.")
    assert found(site) == []
    edit(site / "practices/glossary/harbour.yml", "en: [haven]", "en: [haven, dock]")
    assert len(found(site)) == 1
    # A body that has it in its name is no reason to change a text that names the body.
    edit(site / PORT, "{text: Example Harbour,", "{text: A dock,")
    assert found(site) == []
