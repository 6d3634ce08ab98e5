"""Each way to break a record gives one finding, at its place.

An example is the file, what stands in it, what replaces it, and the finding as
(rule, file, line, column, a part of the message).
"""

from datetime import date
from pathlib import Path

import pytest

from knowledge_base.findings import Severity
from knowledge_base.inspection import findings_of

TODAY = date(2026, 11, 25)
RECORD = "practices/cases/harbour-yard/record.yml"
ENGLISH = "practices/cases/harbour-yard/en.md"
SWEDISH = "practices/cases/harbour-yard/sv.md"
VISIT = "practices/guides/harbour-visit/record.yml"
PLAN = "practices/guides/harbour-visit/templates/plan.yml"
PORT = "practices/organisations/example-harbour.yml"
LEVELS = "practices/vocabularies/levels.yml"

EXAMPLES = [
    (RECORD, "outcome: mixed", "outcome: mixed\noutcome: worked", ("duplicate-key", RECORD, 5, 1, "twice")),
    (RECORD, "outcome: mixed\n", "", ("missing-field", RECORD, 2, 1, '"outcome"')),
    (RECORD, "level: local", "levle: x\nlevel: local", ("unknown-field", RECORD, 11, 1, '"levle"')),
    (RECORD, "outcome: mixed", "outcome: good", ("wrong-value", RECORD, 4, 1, "'good'")),
    (RECORD, "value: 12", 'value: "12"', ("wrong-value", RECORD, 18, 10, "'12'")),
    (RECORD, "value: 12, ", "", ("wrong-value", RECORD, 18, 9, "`low` and `high`")),
    (RECORD, ", year: 2010", "", ("missing-field", RECORD, 18, 9, "year")),
    (
        RECORD,
        "lead: example-harbour",
        "lead: example-harbor",
        ("dead-reference", RECORD, 12, 1, "Did you"),
    ),
    (
        RECORD,
        "source: report",
        "source: reports",
        ("source-unknown", RECORD, 18, 51, '"report"?'),
    ),
    (RECORD, "unit: jobs", "unit: job", ("unknown-term", RECORD, 16, 5, 'Did you mean "jobs"')),
    (RECORD, "[ports-logistics]", "[port-logistics]", ("unknown-term", RECORD, 9, 10, "vocabulary themes")),
    (PORT, "region: SE221", "region: SE222", ("unknown-term", PORT, 11, 1, "vocabulary regions")),
    (LEVELS, "local:", "lokal:", ("unknown-term", RECORD, 11, 1, 'Did you mean "lokal"')),
    (LEVELS, "meaning:", "meanings:", ("unknown-field", LEVELS, 3, 3, '"local.meanings"')),
    (ENGLISH, "{#lessons}", "{#lesson}", ("section-order", ENGLISH, 25, 1, 'Did you mean "lessons"')),
    (ENGLISH, "## Lessons {#lessons}", "## Lessons", ("section-id", ENGLISH, 25, 1, "has no id")),
    (ENGLISH, "{#resources}", "{#approach}", ("section-order", ENGLISH, 17, 1, "twice")),
    (ENGLISH, "[^press]", "[^pres]", ("source-unknown", ENGLISH, 11, 7, 'Did you mean "press"')),
    (ENGLISH, "title: Harbour yard (en)", "title: " + "x" * 101, ("wrong-value", ENGLISH, 2, 1, "100")),
    (SWEDISH, "About 12", "About 13", ("numbers-differ", SWEDISH, 31, 1, "lacks 12 and adds 13")),
    (SWEDISH, "[^report]", "", ("citations-differ", SWEDISH, 31, 1, "lacks report")),
    (SWEDISH, "jobs.[", "[jobs](/cases/).[", ("links-differ", SWEDISH, 31, 1, "adds /cases/")),
    (PLAN, "type: choice", "type: line", ("wrong-value", PLAN, 7, 5, "choice has `options`")),
    (PLAN, "type: date", "type: table", ("wrong-value", PLAN, 4, 5, "table has `columns`")),
    (PLAN, "id: aim", "id: day", ("wrong-value", PLAN, 1, 1, '"day" stands twice')),
    (ENGLISH, "About 12", "Line.\n<b onclick=x>12", ("raw-html", ENGLISH, 24, 1, "<b onclick=x>")),
    (ENGLISH, "About 12", "<script>12", ("raw-html", ENGLISH, 23, 1, "<script>")),
    (ENGLISH, "jobs.[", "[j](javascript:alert)[", ("link-scheme", ENGLISH, 23, 1, '"javascript"')),
    (ENGLISH, "jobs.[", "![j](quay.png)[", ("picture-in-text", ENGLISH, 23, 1, '"quay.png"')),
    (
        RECORD,
        "end: ongoing",
        'end: "2000-12"',
        ("date-contradiction", RECORD, 7, 21, "before its start 2001"),
    ),
    (RECORD, '"2028-11-25"', '"2020-11-25"', ("date-contradiction", RECORD, 23, 1, "before checked_on")),
    (RECORD, '"2028-11-25"', '"2028-02-30"', ("date-contradiction", RECORD, 23, 1, "does not exist")),
    (
        RECORD,
        "level:",
        'added: "2026-02-30"\nlevel:',
        ("date-contradiction", RECORD, 11, 1, "does not exist"),
    ),
    (
        RECORD,
        "level:",
        'added: "2026-02-03"\nchanged: {date: "2026-02-02"}\nlevel:',
        ("date-contradiction", RECORD, 12, 11, "before it was added"),
    ),
    (RECORD, "level:", "formerly: [harbour-yard]\nlevel:", ("slug-reused", RECORD, 11, 12, "belongs to")),
    (ENGLISH, "jobs: Jobs", "job: Jobs", ("label-mismatch", ENGLISH, 4, 1, '"jobs" of')),
    (ENGLISH, "jobs: Jobs", "jobs: Jobs\n  x: y", ("label-mismatch", ENGLISH, 6, 3, '"x" is not')),
    (ENGLISH, "## Challenge", "Stray.\n\n## Challenge", ("section-order", ENGLISH, 9, 1, "before the first")),
    (PORT, "hamn.[^site]", "hamn.[^sit]", ("source-unknown", PORT, 17, 3, 'Did you mean "site"')),
    (VISIT, "templates: [plan]", "templates: [plans]", ("template-missing", VISIT, 8, 13, 'mean "plan"')),
    (VISIT, "templates: [plan]", "templates: []", ("template-unlisted", VISIT, 1, 1, '"plan"')),
    (VISIT, "step-1:", "step-1a:", ("step-unknown", VISIT, 7, 14, 'Did you mean "step-1"')),
    (VISIT, "[harbour-yard]", "[harbor-yard]", ("dead-reference", VISIT, 7, 23, "There is no case")),
    (ENGLISH, "jobs.[", "[jobs](/cases/harbor-yard/).[", ("dead-link", ENGLISH, 23, 1, "leads nowhere")),
    (PORT, "A harbour.[^site]", '""', ("wrong-value", PORT, 16, 3, "''")),
]


def found(site: Path) -> list[tuple[str, str, int, int, str]]:
    """Return the errors; an edit of the original also warns, which tests/test_translations.py holds."""
    return [
        (f.rule, f.path, f.line, f.column, f.message)
        for f in findings_of(site, TODAY)
        if f.severity is Severity.ERROR
    ]


def test_the_example_site_is_clean(site: Path) -> None:
    assert findings_of(site, TODAY) == []


@pytest.mark.parametrize(("file", "old", "new", "expected"), EXAMPLES)
def test_a_broken_record_is_found(
    site: Path, file: str, old: str, new: str, expected: tuple[str, str, int, int, str]
) -> None:
    text = (site / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (site / file).write_text(text.replace(old, new), encoding="utf-8")
    *place, part = expected
    findings = found(site)
    assert any(list(finding[:4]) == place and part in finding[4] for finding in findings), findings


def test_a_source_that_nothing_cites_is_found(site: Path) -> None:
    for language in ("en", "sv", "ru"):
        file = site / f"practices/cases/harbour-yard/{language}.md"
        file.write_text(file.read_text(encoding="utf-8").replace("[^press]", ""), encoding="utf-8")
    assert [finding[:4] for finding in found(site)] == [("source-unused", RECORD, 21, 3)]


def test_a_missing_translation_is_only_a_warning(site: Path) -> None:
    (site / "practices/cases/harbour-yard/ru.md").unlink()
    [finding] = findings_of(site, TODAY)
    assert (finding.rule, finding.severity) == ("translation-missing", "warning")


@pytest.mark.parametrize("name", ["cases/notes.txt", "cases/harbour-yard/script.js", "organisations/a.json"])
def test_a_file_that_does_not_belong_is_found(site: Path, name: str) -> None:
    (site / "practices" / name).write_text("x", encoding="utf-8")
    assert [finding[:2] for finding in found(site)] == [("foreign-file", f"practices/{name}")]


@pytest.mark.parametrize(
    "name",
    [
        "practices/cases/linked",
        "practices/cases/harbour-yard/photo.png",
        "practices/organisations/linked.yml",
        "practices/guides/harbour-visit/templates/linked.yml",
        "docs/linked.en.md",
    ],
)
def test_no_path_leaves_its_folder(site: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (site / name).symlink_to(outside)
    assert ("link", name) in [finding[:2] for finding in found(site)]


def test_a_short_text_without_a_language_is_a_warning(site: Path) -> None:
    file = site / PORT
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  ru: Порт.[^site]\n", ""), encoding="utf-8")
    [finding] = findings_of(site, TODAY)
    assert (finding.rule, finding.severity, finding.line) == ("translation-missing", "warning", 15)


def test_a_text_without_a_native_reader_is_a_warning(site: Path) -> None:
    file = site / SWEDISH
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("reviewed_by: Example reader", 'reviewed_by: ""'), encoding="utf-8")
    [finding] = findings_of(site, TODAY)
    assert (finding.rule, finding.severity, finding.line) == ("not-reviewed", "warning", 6)


@pytest.mark.parametrize(
    ("file", "entry", "rule", "message"),
    [
        ("a.png", "quay: {file: b.png, credit: X, licence: Y}", "picture-missing", 'Did you mean "a.png"'),
        ("a.png", "quay: {file: a.png, credit: X, licence: Y}", "label-mismatch", '"quay" of `pictures`'),
        ("a.png", "quay: {file: a.png, licence: Y}", "missing-field", "pictures.quay.credit"),
        ("a.png", "quay: {file: a.png, credit: X}", "missing-field", "pictures.quay.licence"),
        ("a.png", "", "picture-unlisted", '"a.png" is not listed'),
        ("a.svg", "", "foreign-file", '"a.svg" does not belong here'),
        ("a.png", "quay: {file: ../a.png, credit: X, licence: Y}", "wrong-value", "../a.png"),
    ],
)
def test_pictures_are_listed_credited_and_described(
    site: Path, file: str, entry: str, rule: str, message: str
) -> None:
    (site / "practices/cases/harbour-yard" / file).write_bytes(b"x")
    if entry:
        record = site / RECORD
        record.write_text(record.read_text(encoding="utf-8") + f"pictures:\n  {entry}\n", encoding="utf-8")
    assert any(finding[0] == rule and message in finding[4] for finding in found(site)), found(site)


def test_an_exemption_with_a_reason_lets_a_difference_pass(site: Path) -> None:
    swedish, record = site / SWEDISH, site / RECORD
    swedish.write_text(swedish.read_text(encoding="utf-8").replace("About 12", "About 13"), encoding="utf-8")
    exemption = "{rule: numbers-differ, language: sv, section: evidence, reason: Another count.}"
    record.write_text(record.read_text(encoding="utf-8") + f"exemptions: [{exemption}]\n", encoding="utf-8")
    assert findings_of(site, TODAY) == []
    swedish.write_text(swedish.read_text(encoding="utf-8").replace("About 13", "About 12"), encoding="utf-8")
    assert [finding[0] for finding in found(site)] == ["exemption-unused"]


def test_a_review_that_is_due_is_a_warning(site: Path) -> None:
    found = {(f.rule, f.severity, f.path, f.line) for f in findings_of(site, date(2028, 11, 26))}
    assert ("review-overdue", "warning", RECORD, 23) in found
    assert {rule for rule, *_ in found} == {"review-overdue"}
    assert findings_of(site, date(2028, 11, 25)) == []


def test_all_mistakes_are_said_in_one_run(site: Path) -> None:
    for file, old, new in [
        (RECORD, "lead: example-harbour", "lead: nobody"),
        (ENGLISH, "{#lessons}", "{#lesson}"),
    ]:
        path = site / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert [finding[0] for finding in found(site)] == ["section-missing", "section-order", "dead-reference"]
