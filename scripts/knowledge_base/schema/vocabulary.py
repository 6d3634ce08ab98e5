"""Closed lists of terms: what an entry holds, and how a field says which list it draws from."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from knowledge_base.languages import Language
from knowledge_base.schema.fields import ByLanguage, Strict, Text

UNKNOWN = "unknown"
"""What a field says where the sources say nothing; it stands in no list."""


@dataclass(frozen=True)
class FromVocabulary:
    """Marks a field whose value, or each of whose values, is an id in the file `<name>.yml`."""

    name: str


class VocabularyTerm(Strict):
    """One entry of a closed list; its key in the file is its id."""

    name: ByLanguage
    meaning: ByLanguage
    synonyms: dict[Language, list[Text]] = {}


def vocabulary_values(
    model: BaseModel, way: tuple[str | int, ...] = ()
) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Yield (vocabulary, key path, id) for each marked value in `model` and what it holds."""
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        marker = next((m for m in info.metadata if isinstance(m, FromVocabulary)), None)
        for step, part in _parts(value):
            if isinstance(part, BaseModel):
                yield from vocabulary_values(part, (*way, name, *step))
            elif marker and part is not None and part != UNKNOWN:
                yield marker.name, (*way, name, *step), str(part)


def _parts(value: object) -> Iterator[tuple[tuple[str | int, ...], object]]:
    match value:
        case list():
            yield from (((i,), part) for i, part in enumerate(value))
        case dict():
            yield from (((key,), part) for key, part in value.items())
        case _:
            yield (), value
