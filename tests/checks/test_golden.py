"""Each way to break a record gives exactly its findings, at their places, in three languages."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from tests.checks.golden import FOLDER, Golden, found, goldens
from tests.conftest import TODAY
from tests.schema.test_field_words import MODELS

from knowledge_base.inspection import findings_of
from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.settings import PROJECT
from knowledge_base.loading.validation import SAYINGS
from knowledge_base.rules import Severity, rule, rule_names

GOLDENS = list(goldens())


def test_the_example_site_is_clean(site: Path) -> None:
    assert findings_of(site, TODAY) == []


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: f"{golden.rule}: {golden.name}")
def test_exactly_this_is_found(golden: Golden, site: Path) -> None:
    assert golden.finds
    assert found(golden, site) == golden.finds


def test_every_rule_has_examples_and_there_are_many() -> None:
    assert {file.stem for file in FOLDER.glob("*.yml")} == set(rule_names())
    assert len(GOLDENS) >= 50
    for name in rule_names():
        own = [g for g in GOLDENS if g.rule == name]
        assert any(f["rule"].startswith(f"{name} (") for g in own for f in g.finds), name


def test_nothing_is_said_twice_in_different_languages_with_the_same_words() -> None:
    for golden in GOLDENS:
        for finding in golden.finds:
            assert len({finding[language] for language in LANGUAGES}) == 3, finding


def raised() -> set[tuple[str, str]]:
    """Return rule and saying of every finding that the code can make, as far as they are written out."""
    calls = set()
    for file in (PROJECT / "scripts/knowledge_base").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "finding":
                calls.add(tuple(arg.value if isinstance(arg, ast.Constant) else "" for arg in node.args[:2]))
    return calls  # type: ignore[return-value]


def test_every_finding_has_its_words_and_no_words_are_left_over() -> None:
    differing = {f"{what}-differ" for what in ("numbers", "citations", "links")}
    assert {name for name, _ in raised() if name} | differing == set(rule_names())
    for name, saying in raised():
        if name and saying:
            assert saying in rule(name).says, (name, saying)
    for name in rule_names():
        for saying in rule(name).says:
            assert rule(name).remedy(saying)


def test_every_saying_of_wrong_values_can_come_from_somewhere() -> None:
    own = {
        "unsafe-address",
        "value-or-range",
        "range-upside-down",
        "reason-for-withdrawal",
        "parts-of-type",
        "id-twice",
    }
    assert set(rule("wrong-value").says) == {*SAYINGS.values(), *own, "empty", "key", "other"}


# What pydantic can find wrong: with a value of each type, and with each limit set on it.
ERRORS = {
    "str": {"": "string_type", "min": "string_too_short", "max": "string_too_long"},
    "int": {"": "int_type", "ge": "greater_than_equal", "le": "less_than_equal"},
    "float": {"": "float_type", "ge": "greater_than_equal", "le": "less_than_equal"},
    "list": {"": "list_type", "min": "too_short", "max": "too_long"},
    "dict": {"": "dict_type", "min": "too_short", "max": "too_long"},
    "bool": {"": "bool_type"},
    "literal": {"": "literal_error"},
    "model": {"": "model_type"},
}
ERRORS["str"]["pattern"] = "string_pattern_mismatch"
WITHOUT_ERRORS = {
    *("nullable", "default", "union", "model-fields", "model-field", "definitions", "definition-ref"),
    *("function-after", "no-info", "uuid"),
}


def errors_of(schema: Any) -> Iterator[str]:
    """Yield what pydantic can find wrong with values of a core schema."""
    if isinstance(schema, list):
        for part in schema:
            yield from errors_of(part)
    if not isinstance(schema, dict):
        return
    kind = schema.get("type")
    if isinstance(kind, str) and kind not in WITHOUT_ERRORS:
        for limit, error in ERRORS[kind].items():
            if not limit or any(key.startswith(limit) for key in schema):
                yield error
    for key, part in schema.items():
        if key not in ("metadata", "serialization", "cls", "default", "expected"):
            yield from errors_of(part)


def test_pydantic_can_find_no_mistake_in_our_models_that_has_no_words() -> None:
    found = {error for model in MODELS for error in errors_of(model.__pydantic_core_schema__)}
    assert {"literal_error", "string_pattern_mismatch", "too_long"} <= found
    assert found <= SAYINGS.keys()


@pytest.mark.parametrize("name", rule_names())
def test_the_words_of_a_rule_have_the_same_gaps_in_each_language(name: str) -> None:
    found = rule(name)
    for words in [*found.says.values(), *found.do.values()]:
        gaps = [{gap for _, gap, _, _ in Formatter().parse(words[language]) if gap} for language in LANGUAGES]
        assert gaps[0] == gaps[1] == gaps[2], words


@pytest.mark.parametrize("name", rule_names())
def test_a_rule_explains_itself(name: str) -> None:
    found = rule(name)
    for language in LANGUAGES:
        assert found.title[language] and not found.title[language].endswith(".")
        assert found.why[language].strip().endswith(".")
    assert found.example.wrong != found.example.right
    assert found.severity in Severity
