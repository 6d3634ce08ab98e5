"""What `kb generate` writes is in the repository as it should be, and editors understand it."""

import json
from pathlib import Path

import pytest
import yaml

from knowledge_base.cli import main
from knowledge_base.exports.schema import schemas
from knowledge_base.generate import MODELINE, generate, modeline
from knowledge_base.loading.settings import PROJECT
from knowledge_base.loading.vocabularies import load_vocabularies


def test_the_generated_files_are_as_kb_generate_writes_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", "--check", "--root", str(PROJECT)]) == 0, capsys.readouterr().err


def test_editors_are_offered_the_ids_of_closed_lists_and_their_meanings() -> None:
    schema = json.loads(schemas(load_vocabularies(PROJECT)[0])["case"])
    themes = schema["properties"]["themes"]["items"]
    assert "clusters" in themes["enum"]
    assert themes["enumDescriptions"][themes["enum"].index("clusters")].startswith("Clusters: ")
    assert schema["properties"]["outcome"]["enum"] == ["worked", "mixed", "stopped", "too_early"]
    assert "unknown" in schema["$defs"]["Means"]["properties"]["staff"]["enum"]
    assert schema["properties"]["outcome"]["description"].startswith("What came of it")
    assert schema["properties"]["sources"]["minProperties"] == 1


def test_the_line_for_editors_leads_to_the_schema() -> None:
    path = "practices/guides/x-y/templates/plan.yml"
    link = modeline(path, "template").removeprefix(MODELINE)
    assert (PROJECT / Path(path).parent / link).resolve() == PROJECT / "schemas/template.schema.json"


def test_generating_adds_the_line_once_and_changes_nothing_else(site: Path) -> None:
    records = sorted((site / "practices").rglob("*.yml"))
    before = {file: yaml.safe_load(file.read_text(encoding="utf-8")) for file in records}
    assert main(["generate", "--check", "--root", str(site)]) == 1
    written = generate(site)
    assert len(written) > len(records)
    assert generate(site) == []
    assert all(file.read_text(encoding="utf-8").startswith(MODELINE) for file in records)
    assert before == {file: yaml.safe_load(file.read_text(encoding="utf-8")) for file in records}
    assert main(["generate", "--check", "--root", str(site)]) == 0
