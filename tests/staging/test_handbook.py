"""Pages for contributors say what the code does, in the reader's language."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import EXAMPLE_SITE, TODAY

from knowledge_base.inspection import inspect
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.rules import rule, rule_names
from knowledge_base.staging.desk import SHOWN
from knowledge_base.staging.stage import Stage
from knowledge_base.staging.writer import read_page


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    stage = Stage(inspect(EXAMPLE_SITE, TODAY))
    for language in LANGUAGES:
        stage.write(language, folder)
    return folder


def page(pages: Path, name: str) -> dict[str, Any]:
    return read_page(pages / f"{name}.md")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_has_a_page_and_the_list_leads_to_it(pages: Path, language: str) -> None:
    listed = page(pages, f"{language}/rules")["rules"]
    assert [entry["name"] for entry in listed] == rule_names()
    for name in rule_names():
        shown = page(pages, f"{language}/rules/{name}")
        assert shown["title"] == rule(name).title[language]  # type: ignore[index]
        assert shown["wrong"] and shown["right"] and shown["says"]
        assert not any("{" in s["message"].replace("{#", "") for s in shown["says"]), name


def test_a_field_is_explained_with_the_names_of_its_choices(pages: Path) -> None:
    facts, texts = page(pages, "sv/fields/case")["parts"]
    outcome = next(field for field in facts["fields"] if field["name"] == "outcome")
    assert (outcome["label"], outcome["need"]) == ("Utfall", "obligatoriskt")
    assert [choice["id"] for choice in outcome["choices"]] == ["worked", "mixed", "stopped", "too_early"]
    assert all(choice["name"] for choice in outcome["choices"])
    evidence = next(field for field in facts["fields"] if field["name"] == "evidence")
    assert [field["name"] for field in evidence["fields"]] == ["unit", "baseline", "values"]
    assert [field["name"] for field in texts["fields"]][:2] == ["title", "summary"]


def test_the_desk_counts_and_lists_in_the_readers_words(pages: Path) -> None:
    desks = {desk["code"]: desk for desk in page(pages, "ru/translations")["desks"]}
    cases = next(row for row in desks["sv"]["rows"] if row["name"] == "Практики")
    assert cases["numbers"] == [1, 1, 1, 1, 2]
    work = {entry["id"]: entry["what"] for entry in desks["ru"]["work"]}
    assert work["cases/english-only"] == "нет перевода"
    assert work["cases/changed-since"] == "оригинал изменён: Challenge"
    assert desks["en"]["count"].startswith("Нужно перевести или обновить 1 запись")


@pytest.mark.parametrize(("language", "heading"), [("en", "Challenge"), ("sv", "Utmaning")])
def test_the_desk_names_sections_in_the_language_of_the_page(
    site: Path, tmp_path: Path, language: Language, heading: str
) -> None:
    for code, old, new in (("sv", "## Challenge", "## Utmaning"), ("en", "Words.[^press]", "New.[^press]")):
        file = site / f"practices/cases/harbour-yard/{code}.md"
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    Stage(inspect(site, TODAY)).write(language, tmp_path)
    for desk in page(tmp_path, f"{language}/translations")["desks"][1:]:
        work = {entry["id"]: entry["what"] for entry in desk["work"]}
        assert work["cases/harbour-yard"].endswith(f": {heading}")


def test_the_desk_does_not_grow_with_the_catalogue(site: Path, tmp_path: Path) -> None:
    record = (EXAMPLE_SITE / "practices/cases/english-only/record.yml").read_text(encoding="utf-8")
    text = (EXAMPLE_SITE / "practices/cases/english-only/en.md").read_text(encoding="utf-8")
    for n in range(SHOWN + 2):
        folder = site / f"practices/cases/added-{n}"
        folder.mkdir()
        (folder / "record.yml").write_text(record, encoding="utf-8")
        (folder / "en.md").write_text(text, encoding="utf-8")
    Stage(inspect(site, TODAY)).write("en", tmp_path)
    swedish = page(tmp_path, "en/translations")["desks"][1]
    assert len(swedish["work"]) == SHOWN
    assert swedish["more"] == "2 more stand in the table."


def test_the_desk_changes_with_a_translation_and_only_then(site: Path, tmp_path: Path) -> None:
    def written() -> str:
        Stage(inspect(site, TODAY)).write("en", tmp_path)
        return (tmp_path / "en/translations.md").read_text(encoding="utf-8")

    before = written()
    file = site / "practices/cases/harbour-yard/en.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Words.[^press]", "Other words.[^press]"), encoding="utf-8")
    changed = written()
    assert changed != before and "original changed: Challenge" in changed
    file.write_text(text, encoding="utf-8")
    assert written() == before


def test_the_table_holds_every_language_of_every_record(built: Path) -> None:
    text = (built / "data/translations.csv").read_text(encoding="utf-8-sig")
    rows = {(row["slug"], row["language"]): row for row in csv.DictReader(text.splitlines())}
    assert rows["changed-since", "sv"]["units"] == "#challenge"
    assert rows["swedish-first", "sv"]["state"] == "original"
    records = json.loads((built / "data/catalogue.json").read_text(encoding="utf-8"))["records"]
    assert {record["slug"] for record in records} <= {slug for slug, _ in rows}
