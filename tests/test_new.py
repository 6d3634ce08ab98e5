"""A new record is a draft from the first minute: valid, buildable, and what is left to do is said."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from knowledge_base.cli import main
from knowledge_base.field_guide import guide_to
from knowledge_base.findings import Severity
from knowledge_base.generate import MODELINE
from knowledge_base.inspection import findings_of, inspect
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.marks_to_fill_in import MARKS
from knowledge_base.schema.guide import Template
from knowledge_base.schema.kinds import KINDS
from knowledge_base.skeleton import skeleton_words
from knowledge_base.staging.stage import Stage
from tests.conftest import TODAY

NAMES = {**{kind.name: "new-yard" for kind in KINDS}, "template": "harbour-visit/new-yard"}


@pytest.fixture(params=NAMES)
def kind(request: pytest.FixtureRequest) -> Iterator[str]:
    yield request.param


def new(site: Path, kind: str, language: str = "en", name: str = "") -> int:
    return main(["new", kind, name or NAMES[kind], "--root", str(site), "--lang", language])


def files_of(site: Path) -> list[Path]:
    found = [*site.rglob("practices/*/new-yard/*"), *site.rglob("new-yard.yml")]
    assert found
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_skeleton_is_a_draft_with_work_to_do_and_no_error(site: Path, kind: str, language: str) -> None:
    assert new(site, kind, language) == 0
    found = findings_of(site, TODAY)
    assert {f.severity for f in found} == {Severity.WARNING}
    assert {f.rule for f in found} <= {"to-fill-in", "translation-missing"}
    assert "to-fill-in" in {f.rule for f in found}
    assert all(f.line > 1 for f in found if f.rule == "to-fill-in")


def test_each_field_is_explained(site: Path, kind: str) -> None:
    assert new(site, kind, "sv") == 0
    text = "\n".join(file.read_text(encoding="utf-8") for file in files_of(site))
    models = [Template] if kind == "template" else [k.facts for k in KINDS if k.name == kind]
    models += [k.words for k in KINDS if k.name == kind and k.words]
    joined = " ".join(line.lstrip("# ") for line in text.splitlines())
    for model in models:
        for field in guide_to(model):
            if field.name != "translated_from":
                words = field.words("sv")
                need = "obligatoriskt" if field.required else "frivilligt"
                assert f"{words.label} ({need}): {words.meaning}" in joined
    assert text.startswith(MODELINE) or any(f.name == "sv.md" for f in files_of(site))


def test_optional_fields_can_be_switched_on(site: Path, kind: str) -> None:
    """Removing the sign in front of every optional line leaves YAML of known fields."""
    assert new(site, kind) == 0
    for file in files_of(site):
        if file.suffix == ".yml":
            lines = file.read_text(encoding="utf-8").splitlines()
            on = [switched_on(line) for line in lines]
            text = "\n".join(on) + "\n"
            values = yaml.safe_load(text)
            model = Template if kind == "template" else next(k.facts for k in KINDS if k.name == kind)
            assert set(values) == set(model.model_fields)
            file.write_text(text, encoding="utf-8")
    unknown = {f.rule for f in findings_of(site, TODAY)} & {"unknown-field", "yaml-syntax", "missing-field"}
    assert unknown == set()


def switched_on(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    rest = line.removeprefix(indent)
    return indent + rest.removeprefix("# ") if not rest.startswith(MODELINE) else line


def test_the_draft_has_a_page_in_the_preview_and_none_on_the_site(site: Path, tmp_path: Path) -> None:
    for kind in NAMES:
        assert new(site, kind) == 0
    inspected = inspect(site, TODAY)
    assert not inspected.failed
    published = Stage(inspected).write("en", tmp_path / "published")
    preview = Stage(inspected, drafts=True).write("en", tmp_path / "preview")
    folders = [k.folder for k in KINDS if k.name != "term"]
    assert {f"en/{folder}/new-yard.md" for folder in folders} <= preview.keys()
    assert not any("new-yard" in path for path in published)
    for file in (tmp_path / "published").rglob("*.md"):
        if file.parent.name != "rules":  # one of them is about marks
            assert MARKS["en"] not in file.read_text(encoding="utf-8"), file


def test_a_mark_in_a_published_record_is_an_error(site: Path) -> None:
    assert new(site, "case") == 0
    file = site / "practices/cases/new-yard/record.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("status: draft", "status: published"), encoding="utf-8"
    )
    marked = [f for f in findings_of(site, TODAY) if f.rule == "to-fill-in"]
    assert marked and {f.severity for f in marked} == {Severity.ERROR}


def test_filling_in_ends_the_work(site: Path) -> None:
    assert new(site, "term") == 0
    file = site / "practices/glossary/new-yard.yml"
    text = file.read_text(encoding="utf-8")
    for name, word in (("en", "yard"), ("sv", "varv"), ("ru", "верфь")):
        text = text.replace(f"\n{name}: FILL IN", f"\n{name}: {word}")
    text = text.replace(
        "{en: FILL IN}", "{en: A place for building ships., sv: En plats för fartyg., ru: Место для судов.}"
    )
    file.write_text(text, encoding="utf-8")
    assert findings_of(site, TODAY) == []
    assert "new-yard" in inspect(site, TODAY).catalogue.glossary.terms


def test_nothing_is_written_over(site: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(site, kind) == 0
    before = {file: file.read_bytes() for file in files_of(site)}
    assert new(site, kind, "sv") == 2
    assert "finns redan" in capsys.readouterr().err
    assert before == {file: file.read_bytes() for file in files_of(site)}


@pytest.mark.parametrize("name", ["By", "by", "page", "å-å", "a", "../x-y", "x" * 61, "a--b", "case/x"])
def test_a_name_that_can_be_no_address_is_refused(
    site: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(os.walk(site))
    assert new(site, "case", "en", name) == 2
    assert "cannot be an address" in capsys.readouterr().err
    assert sorted(os.walk(site)) == before


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plan", "belongs to a guide"),
        ("harbor-visit/plan", '"harbour-visit"'),
        ("harbour-visit/A", "address"),
    ],
)
def test_a_template_belongs_to_a_guide(
    site: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(site, "template", "en", name) == 2
    assert said in capsys.readouterr().err


def test_a_name_that_another_record_once_had_is_refused(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = site / "practices/cases/harbour-yard/record.yml"
    record.write_text(record.read_text(encoding="utf-8") + "formerly: [old-yard]\n", encoding="utf-8")
    assert new(site, "case", "en", "old-yard") == 2
    assert "once belonged to" in capsys.readouterr().err


def test_every_section_of_a_kind_has_its_hint_in_each_language() -> None:
    sections = skeleton_words()["sections"]
    languages: tuple[Language, ...] = LANGUAGES
    for kind in KINDS:
        if kind.sections:
            required = set(kind.sections) - kind.optional_sections
            assert required <= sections[kind.name].keys() <= set(kind.sections)
            for said in sections[kind.name].values():
                assert all(said[language]["heading"] and said[language]["hint"] for language in languages)
    for words in skeleton_words()["words"].values():
        assert len({words[language] for language in languages}) == 3


def test_a_published_record_may_name_a_draft_and_does_not_show_it(site: Path, tmp_path: Path) -> None:
    assert new(site, "term") == 0 and new(site, "organisation") == 0
    for path, old, added in (
        ("glossary/quay.yml", "en: quay", "related: [new-yard]\nen: quay"),
        ("cases/harbour-yard/record.yml", "lead: example-harbour", "lead: new-yard"),
    ):
        file = site / "practices" / path
        file.write_text(file.read_text(encoding="utf-8").replace(old, added), encoding="utf-8")
    named = [f for f in findings_of(site, TODAY) if f.rule == "dead-reference"]
    assert [(f.saying, f.severity) for f in named] == [("draft", Severity.WARNING)] * 2
    inspected = inspect(site, TODAY)
    for drafts in (False, True):
        Stage(inspected, drafts).write("en", tmp_path / str(drafts))
    shown = {
        d: (tmp_path / d / "en/cases/harbour-yard.md").read_text(encoding="utf-8") for d in ("True", "False")
    }
    assert ("organisations/new-yard" in shown["True"], "organisations/new-yard" in shown["False"]) == (
        True,
        False,
    )


@pytest.mark.parametrize(
    ("kind", "language", "address"),
    [
        ("case", "en", "/cases/new-yard/"),
        ("organisation", "sv", "/sv/organisations/new-yard/"),
        ("term", "ru", "/ru/glossary/#new-yard"),
        ("template", "sv", "/sv/guides/harbour-visit/"),
    ],
)
def test_where_the_draft_is_shown_and_checked_is_said(
    site: Path, kind: str, language: str, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(site, kind, language) == 0
    said = capsys.readouterr().out
    assert f"http://127.0.0.1:8000{address}" in said
    place = said.partition("`kb check ")[2].partition("`")[0]
    assert main(["check", place, "--root", str(site), "--format", "json"]) == 0
    assert "to-fill-in" in capsys.readouterr().out


def test_a_skeleton_says_what_ids_mean_and_where_a_missing_organisation_comes_from(site: Path) -> None:
    assert new(site, "case") == 0
    text = (site / "practices/cases/new-yard/record.yml").read_text(encoding="utf-8")
    joined = " ".join(line.lstrip("# ") for line in text.splitlines())
    for told in (
        "One of: a, b, c, d. What each means stands in practices/vocabularies/work-packages.yml.",
        "When no id of a closed list fits, take the nearest one and say so in your pull request.",
        "`kb new organisation NAME` makes one that is missing there.",
        "Rename source-1 to a short word of your own",
    ):
        assert told in joined


def test_work_left_in_a_section_is_said_by_its_name_and_a_mark_in_code_is_none(site: Path) -> None:
    file = site / "practices/cases/harbour-yard/en.md"
    text = file.read_text(encoding="utf-8")
    shown = "\nThe words `FILL IN`.\n\n```\ntitle: FILL IN\n```\n"
    file.write_text(
        text.replace("{#lessons}", "{#lessons}\n\nFILL IN: " + "word " * 40) + shown, encoding="utf-8"
    )
    marked = [f for f in findings_of(site, TODAY) if f.rule == "to-fill-in"]
    assert [(f.saying, f.value("what"), f.value("mark")) for f in marked] == [
        ("section", "Lessons", "FILL IN")
    ]


def test_what_is_quoted_of_a_long_line_ends_with_a_word(site: Path) -> None:
    file = site / "practices/cases/harbour-yard/record.yml"
    text = file.read_text(encoding="utf-8")
    line = f"reason: {'harbours ' * 20}# FILL IN"
    file.write_text(f"{text}{line}\n", encoding="utf-8")
    quoted = next(f.value("what") for f in findings_of(site, TODAY) if f.rule == "to-fill-in")
    assert len(quoted) <= 80 and quoted.endswith("harbours ...")
