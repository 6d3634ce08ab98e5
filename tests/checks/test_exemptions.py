"""What a record may be exempted from, and when a rule begins to hold."""

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import TODAY

from knowledge_base.cli import main
from knowledge_base.inspection import findings_of

CASE = "practices/cases/harbour-yard"
LONG = "The yard gave its quay to the town in spring."


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("numbers-differ", "About 12 jobs.", "About 13 jobs."),
        ("citations-differ", "[^report]", "[^press]"),
        ("links-differ", "About 12 jobs.", "About 12 [jobs](/cases/)."),
    ],
)
def test_an_exemption_with_a_reason_lets_a_difference_pass(site: Path, rule: str, old: str, new: str) -> None:
    edit(site / CASE / "sv.md", old, new)
    assert [f.rule for f in findings_of(site, TODAY)] == [rule]
    exemption = f"{{rule: {rule}, language: sv, section: evidence, reason: Another count.}}"
    record = site / CASE / "record.yml"
    record.write_text(record.read_text(encoding="utf-8") + f"exemptions: [{exemption}]\n", encoding="utf-8")
    assert findings_of(site, TODAY) == []


@pytest.mark.parametrize(
    ("unit", "old", "new"),
    [
        ("summary", "An invented case.", LONG),
        ("lessons", "Lessons {#lessons}\n\nWords.", f"Lessons {{#lessons}}\n\n{LONG}"),
    ],
)
def test_a_text_that_only_repeats_the_original_is_a_warning(
    site: Path, unit: str, old: str, new: str
) -> None:
    for language in ("en", "sv"):
        edit(site / CASE / f"{language}.md", old, new)
    found = {(f.rule, f.value("unit"), f.value("language")) for f in findings_of(site, TODAY)}
    assert ("translation-changed", f"#{unit}" if unit == "lessons" else unit, "sv") in found
    assert main(["translations", "accept", "cases/harbour-yard", "sv", "--root", str(site)]) == 0
    found = {(f.rule, f.value("unit"), f.value("language")) for f in findings_of(site, TODAY)}
    assert ("translation-identical", f"#{unit}" if unit == "lessons" else unit, "sv") in found
    record = site / CASE / "record.yml"
    exemption = f"{{rule: translation-identical, language: sv, section: {unit}, reason: A motto.}}"
    record.write_text(record.read_text(encoding="utf-8") + f"exemptions: [{exemption}]\n", encoding="utf-8")
    assert {(f.rule, f.value("language")) for f in findings_of(site, TODAY)} == {
        ("translation-changed", "ru")
    }


def test_a_part_whose_original_has_changed_is_work_to_do_and_no_error(site: Path) -> None:
    edit(site / CASE / "en.md", "About 12 jobs.", "About 15 [jobs](/cases/).")
    assert {(f.rule, f.severity) for f in findings_of(site, TODAY)} == {("translation-changed", "warning")}


def test_a_fresh_translation_is_compared_before_it_is_accepted(site: Path) -> None:
    file = site / CASE / "sv.md"
    head, _, rest = file.read_text(encoding="utf-8").partition("translated_from:")
    file.write_text(head + rest[rest.index("---") :].replace("About 12", "About 13"), encoding="utf-8")
    assert [f.rule for f in findings_of(site, TODAY)] == ["translation-changed", "numbers-differ"]


def test_a_review_is_due_the_day_after(site: Path) -> None:
    assert findings_of(site, date(2028, 11, 25)) == []
    assert {f.rule for f in findings_of(site, date(2028, 11, 26))} == {"review-overdue"}


@pytest.mark.parametrize(
    "name",
    ["practices/cases/linked", "practices/guides/harbour-visit/templates/linked.yml", "docs/linked.en.md"],
)
def test_no_path_leaves_its_folder(site: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (site / name).symlink_to(outside)
    assert ("link", name) in [(f.rule, f.path) for f in findings_of(site, TODAY)]
