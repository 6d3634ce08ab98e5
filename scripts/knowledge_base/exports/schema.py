"""JSON Schema of what people write: from the models, with the ids of the closed lists and what they mean."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from knowledge_base.field_guide import guide_to
from knowledge_base.schema.guide import Template
from knowledge_base.schema.kinds import KINDS
from knowledge_base.schema.vocabulary import UNKNOWN, VocabularyTerm

Vocabularies = Mapping[str, Mapping[str, VocabularyTerm]]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(vocabularies: Vocabularies) -> dict[str, str]:
    """Return the text of each schema by name: one per kind, of templates and of closed lists."""
    found = {kind.name: _of_model(kind.facts, vocabularies) for kind in KINDS}
    found["template"] = _of_model(Template, vocabularies)
    term = _of_model(VocabularyTerm, vocabularies)
    found["vocabulary"] = {
        "title": "Vocabulary",
        "description": "Closed lists: the key of each entry is its id.",
        "type": "object",
        "additionalProperties": term,
    }
    return {
        name: json.dumps({"$schema": _DIALECT, **schema}, ensure_ascii=False, indent=1) + "\n"
        for name, schema in found.items()
    }


def _of_model(model: type[BaseModel], vocabularies: Vocabularies) -> dict[str, Any]:
    schema = model.model_json_schema()
    _name_choices(model, schema, schema.get("$defs", {}), vocabularies)
    return schema


def _name_choices(
    model: type[BaseModel], schema: dict[str, Any], others: dict[str, Any], vocabularies: Vocabularies
) -> None:
    """Give each field that takes ids of a closed list those ids, and what editors say of each."""
    for field in guide_to(model):
        place = schema["properties"][field.name]
        if field.model:
            _name_choices(field.model, others[field.model.__name__], others, vocabularies)
        if field.vocabulary is None or field.vocabulary not in vocabularies:
            continue
        terms = vocabularies[field.vocabulary]
        place = place.get("items", place)
        # A list that the model itself closes has its order there; else "unknown" may be said where it fits.
        ids = list(place.get("enum", [*terms, *([UNKNOWN] if UNKNOWN in field.examples else [])]))
        place["enum"] = ids
        place["enumDescriptions"] = [
            f"{terms[i].name['en']}: {terms[i].meaning['en']}" if i in terms else "No source tells."
            for i in ids
        ]
