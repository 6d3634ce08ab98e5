"""What each field of a model is called, means and takes: one reading of the models for all who tell people.

The English words and the example stand beside the field in the model, the Swedish and Russian words in
overrides/locales/fields.yml. Skeletons, forms, the pages about fields and findings read them here.
"""

from dataclasses import dataclass
from functools import cache
from inspect import get_annotations
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from knowledge_base.languages import Language
from knowledge_base.loading.settings import PROJECT
from knowledge_base.schema.guide import Template
from knowledge_base.schema.kinds import KINDS, PAGE
from knowledge_base.schema.marks import FromVocabulary, InLanguages, KeyPath, Mark, Prose, RefersTo
from knowledge_base.schema.record import ReviewedFacts
from knowledge_base.schema.vocabulary import VocabularyTerm

WORDS = PROJECT / "overrides" / "locales" / "fields.yml"


@dataclass(frozen=True)
class FieldWords:
    """What people read about a field in one language."""

    label: str
    meaning: str


@dataclass(frozen=True)
class FieldGuide:
    """One field of a model.

    `shape` tells whether it holds one value, a list, or a mapping whose keys the author chooses;
    `choices` are the words it takes, `vocabulary` the closed list and `refers_to` the kind of record that
    they come from, `model` what one entry consists of, `in_languages` whether its words are keyed by
    language, `prose` whether they cite sources. `owner` is the class that defines the field: with `name` the
    key of its words.
    """

    owner: type[BaseModel]
    name: str
    required: bool
    shape: Literal["one", "list", "mapping"]
    choices: tuple[str, ...] = ()
    vocabulary: str | None = None
    refers_to: str | None = None
    model: type[BaseModel] | None = None
    in_languages: bool = False
    prose: bool = False
    examples: tuple[Any, ...] = ()

    @property
    def full_name(self) -> str:
        """The name that tells the field from all others, for example `Case.outcome`."""
        return f"{self.owner.__name__}.{self.name}"

    def words(self, language: Language) -> FieldWords:
        """Return label and meaning in a language."""
        if language == "en":
            info = self.owner.model_fields[self.name]
            return FieldWords(info.title or self.name, info.description or "")
        words = _written()[self.owner.__name__][self.name][language]
        return FieldWords(words["label"], words["text"])


@cache
def guide_to(model: type[BaseModel]) -> tuple[FieldGuide, ...]:
    """Return the fields of a model in the order of a record: what all kinds share stands last."""
    fields = [_guide(model, name, info) for name, info in model.model_fields.items()]
    return tuple(
        sorted(fields, key=lambda field: field.owner is ReviewedFacts and field.name != "original_language")
    )


def meaning_of(model: type[BaseModel], language: Language) -> str:
    """Return what a model as a whole stands for."""
    if language == "en":
        return (model.__doc__ or "").split("\n\n")[0]
    return str(_written()[model.__name__]["_"][language])


def field_at(model: type[BaseModel], key_path: KeyPath) -> FieldGuide | None:
    """Return the innermost field on the way to a value, or None when the way leads to no field."""
    found: FieldGuide | None = None
    inside: type[BaseModel] | None = model
    steps = iter(key_path)
    for step in steps:
        if inside is None or step not in inside.model_fields:
            break
        found = next(field for field in guide_to(inside) if field.name == step)
        inside = found.model
        if found.shape != "one":
            next(steps, None)  # the position in a list, or a key that the author chose
    return found


def field_named(name: str) -> FieldGuide:
    """Return the field of a name like `Case.outcome`; KeyError when there is none."""
    return _by_name()[name]


def _guide(model: type[BaseModel], name: str, info: FieldInfo) -> FieldGuide:
    owner = next(c for c in model.__mro__ if name in get_annotations(c))
    vocabulary, refers = _mark(info, FromVocabulary), _mark(info, RefersTo)
    kinds = [get_origin(part) for part in _parts(info.annotation)]
    shape: Literal["one", "list", "mapping"] = "one"
    in_languages = _mark(info, InLanguages) is not None or "InLanguages()" in repr(info.annotation)
    if list in kinds:
        shape = "list"
    elif dict in kinds and not in_languages:
        shape = "mapping"
    return FieldGuide(
        owner=owner,
        name=name,
        required=info.is_required(),
        shape=shape,
        choices=tuple(_choices(info.annotation)) if shape == "one" and not in_languages else (),
        vocabulary=vocabulary.name if vocabulary else None,
        refers_to=refers.kind if refers else None,
        model=next((p for p in _parts(info.annotation, deep=True) if _is_model(p)), None),
        in_languages=in_languages,
        prose=_mark(info, Prose) is not None,
        examples=tuple(info.examples or ()),
    )


def _mark(info: FieldInfo, mark_type: type[Mark]) -> Mark | None:
    return next((mark for mark in info.metadata if isinstance(mark, mark_type)), None)


def _parts(annotation: Any, deep: bool = False) -> list[Any]:
    """Return an annotation and what its unions and marks hold; `deep` also what lists and mappings hold."""
    found = [annotation]
    if deep or get_origin(annotation) not in (list, dict, Literal):
        for part in get_args(annotation):
            found.extend(_parts(part, deep))
    return found


def _choices(annotation: Any) -> list[str]:
    return [str(v) for p in _parts(annotation) if get_origin(p) is Literal for v in get_args(p)]


def _is_model(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, BaseModel)


@cache
def _by_name() -> dict[str, FieldGuide]:
    found: dict[str, FieldGuide] = {}
    waiting: list[type[BaseModel]] = [Template, VocabularyTerm]
    waiting += [model for kind in (*KINDS, PAGE) for model in (kind.facts, kind.words) if model]
    while waiting:
        for field in guide_to(waiting.pop()):
            if field.full_name not in found:
                found[field.full_name] = field
                waiting += [field.model] if field.model else []
    return found


@cache
def _written() -> dict[str, Any]:
    written: dict[str, Any] = yaml.load(
        WORDS.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    return written
