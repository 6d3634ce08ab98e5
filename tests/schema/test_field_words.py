"""Every field says what it is called, means and takes, in three languages, and its example is right."""

from collections.abc import Iterator
from inspect import get_annotations

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from knowledge_base.field_guide import WORDS, FieldGuide, field_at, guide_to, meaning_of
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.schema.case import Case
from knowledge_base.schema.guide import Template
from knowledge_base.schema.kinds import KINDS, PAGE
from knowledge_base.schema.vocabulary import VocabularyTerm

MODELS = [
    *(model for kind in (*KINDS, PAGE) for model in (kind.facts, kind.words) if model),
    Template,
    VocabularyTerm,
]


def every_field() -> Iterator[tuple[type[BaseModel], FieldGuide]]:
    waiting, seen = list(MODELS), set(MODELS)
    while waiting:
        model = waiting.pop()
        for field in guide_to(model):
            yield model, field
            if field.model and field.model not in seen:
                seen.add(field.model)
                waiting.append(field.model)


FIELDS = {f"{field.owner.__name__}.{field.name}": (model, field) for model, field in every_field()}


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_has_its_words_in_three_languages(name: str) -> None:
    _, field = FIELDS[name]
    words = {language: field.words(language) for language in LANGUAGES}
    assert all(w.label and w.meaning.endswith(".") for w in words.values())
    assert len({w.meaning for w in words.values()}) == 3
    assert any("а" <= letter <= "я" for letter in words["ru"].meaning)


@pytest.mark.parametrize("name", [n for n, (_, f) in FIELDS.items() if f.examples])
def test_an_example_is_what_the_field_takes(name: str) -> None:
    _, field = FIELDS[name]
    annotated = TypeAdapter(get_annotations(field.owner)[field.name])
    for example in field.examples:
        annotated.validate_python(example, strict=True)


def test_whoever_must_write_a_value_sees_an_example() -> None:
    without = [
        name
        for name, (_, field) in FIELDS.items()
        if field.required and not field.examples and not field.model and not field.in_languages
    ]
    assert without == []


def test_there_are_words_for_nothing_else() -> None:
    written = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    assert {f"{owner}.{name}" for owner, fields in written.items() for name in fields if name != "_"} == set(
        FIELDS
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_record_consists_of_has_a_meaning(language: Language) -> None:
    held = {field.model for _, field in FIELDS.values() if field.model}
    assert all(meaning_of(model, language).endswith(".") for model in held)


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (("outcome",), "Case.outcome"),
        (("evidence", "values", "unit"), "Evidence.unit"),
        (("evidence", "jobs", "values", 0, "year"), "Value.year"),
        (("periods", 0, "end", "literal['unknown']"), "Period.end"),
        (("places", 0, "name", "de"), "Place.name"),
    ],
)
def test_the_field_of_a_value_is_found(way: tuple[str | int, ...], expected: str) -> None:
    field = field_at(Case, way)
    assert field and f"{field.owner.__name__}.{field.name}" == expected
