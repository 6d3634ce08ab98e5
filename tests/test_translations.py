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


def listed(site: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[list[str], str]:
    """Return the lines of the work list, and the table of counts."""
    capsys.readouterr()
    assert main(["translations", "status", "--root", str(site), "--lang", "en", *options]) == 0
    work, _, counts = capsys.readouterr().out.rpartition("language ")
    return work.split("\n\n")[0].splitlines(), counts


def work_list(site: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    return listed(site, capsys)[0]


def said(capsys: pytest.CaptureFixture[str], *command: str) -> tuple[int, str, str]:
    """Run a command in English; return its exit code, output and complaints."""
    capsys.readouterr()
    code = main([*command, "--lang", "en"])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


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
        f"cases/harbour-yard sv: original changed: {unit}",
        f"cases/harbour-yard ru: original changed: {unit}",
    ]
    assert {(f.rule, f.severity) for f in findings_of(site, TODAY)} == {("translation-changed", "warning")}

    assert main(["translations", "accept", "cases/harbour-yard", "sv", "--root", str(site)]) == 0
    assert work_list(site, capsys) == [f"cases/harbour-yard ru: original changed: {unit}"]
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

    everything, counts = listed(site, capsys)
    assert everything == [
        "cases/harbour-yard ru: missing",
        "organisations/example-harbour ru: missing: description",
    ]
    assert re.search(r"^ru +case +0 +0 +0 +1 +0$", counts, re.MULTILINE)
    assert re.search(r"^sv +case +0 +1 +0 +0 +1$", counts, re.MULTILINE)
    assert listed(site, capsys, "--kind", "organisation")[0] == everything[1:]
    assert listed(site, capsys, "--language", "sv")[0] == []


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
        "cases/harbour-yard sv: identical to the original: summary",
        "cases/harbour-yard ru: identical to the original: summary",
    ]


def test_drafts_are_on_the_list_and_say_so(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "case", "new-yard", "--root", str(site), "--lang", "sv"]) == 0
    work, counts = listed(site, capsys)
    assert work == ["cases/new-yard en: missing (draft)", "cases/new-yard ru: missing (draft)"]
    assert re.search(r"^en +case +1 +0 +0 +1 +0$", counts, re.MULTILINE)


@pytest.mark.parametrize(
    ("language", "line"),
    [("sv", "cases/harbour-yard ru: saknas"), ("ru", "cases/harbour-yard ru: перевода нет")],
)
def test_the_list_speaks_the_readers_language(
    site: Path, capsys: pytest.CaptureFixture[str], language: str, line: str
) -> None:
    (site / CASE / "ru.md").unlink()
    assert main(["translations", "status", "--root", str(site), "--lang", language]) == 0
    assert line in capsys.readouterr().out.splitlines()


def test_a_translation_that_was_never_settled_is_said_to_be_so(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = site / CASE / "sv.md"
    text = re.sub(r"^translated_from:\n(  .*\n)+", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")
    assert work_list(site, capsys) == ["cases/harbour-yard sv: not settled yet"]
    code, out, _ = said(capsys, "translations", "diff", f"{CASE}/sv.md", "sv", "--root", str(site))
    assert code == 0 and "not settled yet" in out and "==" not in out


@pytest.mark.parametrize(
    ("name", "language", "reason"),
    [
        ("harbour-yard", "sv", 'Did you mean "cases/harbour-yard"? Write KIND/SLUG'),
        ("cases/harbour-yard", "en", '"en" is the original of cases/harbour-yard'),
        ("organisations/example-harbour", "sv", "three languages in one file"),
        ("cases/new-yard", "ru", "has no translation into"),
    ],
)
@pytest.mark.parametrize("action", ["diff", "accept"])
def test_a_name_that_leads_nowhere_gets_the_right_reason(
    site: Path, capsys: pytest.CaptureFixture[str], action: str, name: str, language: str, reason: str
) -> None:
    assert main(["new", "case", "new-yard", "--root", str(site), "--lang", "en"]) == 0
    code, _, err = said(capsys, "translations", action, name, language, "--root", str(site))
    assert code == 2 and reason in err


def test_a_new_translation_has_the_headings_of_its_language_and_the_words_of_the_original(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "case", "new-yard", "--root", str(site), "--lang", "en"]) == 0
    code, out, _ = said(capsys, "new", "translation", "cases/new-yard", "sv", "--root", str(site))
    assert code == 0 and "http://127.0.0.1:8000/sv/cases/new-yard/" in out
    text = (site / "practices/cases/new-yard/sv.md").read_text(encoding="utf-8")
    assert "## Bakgrund {#context}" in text and "What a reader from elsewhere must know" in text
    assert "## Titel (obligatoriskt): Vad sidan heter" in text and "translated_from" not in text
    assert {f.severity for f in findings_of(site, TODAY)} == {"warning"}
    assert main(["translations", "accept", "cases/new-yard", "sv", "--root", str(site)]) == 0
    assert main(["new", "translation", "cases/new-yard", "sv", "--root", str(site)]) == 2  # not written over


def test_a_new_translation_of_a_page_needs_no_review_and_no_sources(site: Path) -> None:
    (site / "docs/index.sv.md").unlink()
    page = site / "docs/index.en.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace('reviewed_by: ""', 'reviewed_by: "A reader"'),
        encoding="utf-8",
    )
    assert main(["new", "translation", "docs/index", "sv", "--root", str(site)]) == 0
    text = (site / "docs/index.sv.md").read_text(encoding="utf-8")
    assert 'reviewed_by: ""' in text and "sources:" not in text
    assert {f.severity for f in findings_of(site, TODAY)} == {"warning"}


def test_a_translation_is_made_into_a_named_language(site: Path) -> None:
    for arguments in (["translation", "cases/harbour-yard"], ["case", "new-yard", "sv"]):
        with pytest.raises(SystemExit):
            main(["new", *arguments, "--root", str(site)])
