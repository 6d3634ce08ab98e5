"""The questions of a form, made from the fields of its models: control, rules and choices of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import annotated_types
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from knowledge_base.languages import Language
from knowledge_base.proposals.forms import SECTION, SLUG, Form
from knowledge_base.schema import fields
from knowledge_base.schema.marks import CitesSource, FromVocabulary, InLanguages, Prose, RefersTo
from knowledge_base.schema.vocabulary import UNKNOWN

Meaning = Literal[
    "text",  # words on one line
    "words",  # the same, as the words of one language among others
    "prose",  # lines of text with citations
    "term",  # one of some choices, or several
    "flag",
    "number",
    "whole",  # a whole number
    "date",  # a year, a month or a day
    "day",
    "address",
    "slug",
    "record",  # a slug of another record, or several
    "source",  # the number of a source in the form's list
]

Shape = Literal[
    "one",
    "list",
    "first",  # asked once, kept as a list: what is told again of the same thing adds to it
    "keyed",  # by keys that are made from the answers
    "languages",  # once for each language
]


@dataclass(frozen=True)
class Question:
    """One thing to answer. `path` is its way from the top of the form, without positions in lists."""

    path: tuple[str, ...]
    meaning: Meaning
    required: bool
    many: bool = False
    """Several choices, or several records."""
    least: float | None = None
    most: float | None = None
    """Bounds of a number, or of how many are chosen; for texts the most characters."""
    kind: str = ""
    """The kind of record that is meant."""
    vocabulary: str = ""
    values: tuple[str, ...] = ()
    """The choices, unless they are all of the vocabulary."""
    empty: str | None = None
    """What no answer means."""
    pattern: str = ""
    """What a text looks like, for the few with a form of their own."""
    instead: str | None = None
    """A word that can be chosen instead of a date."""
    in_languages: bool = False

    @property
    def name(self) -> str:
        """The last step of the path."""
        return self.path[-1]

    @property
    def several_lines(self) -> bool:
        """Whether an answer needs room for more than one line."""
        long = self.meaning == "text" and (self.most or 0) > ONE_LINE
        return long or self.meaning == "prose" or (self.meaning == "record" and self.many)


@dataclass(frozen=True)
class Group:
    """Questions that belong together, once or several times."""

    path: tuple[str, ...]
    shape: Shape
    required: bool
    questions: tuple["Question | Group", ...]

    @property
    def name(self) -> str:
        """The last step of the path."""
        return self.path[-1]


Asked = Question | Group

ONE_LINE = 120
"""So many characters at most are asked for on one line."""

# Closed choices of the models whose names stand in a vocabulary; the others have interface words.
_VOCABULARIES = {
    "outcome": "outcomes",
    "evidence_grade": "evidence-grades",
    "work_packages": "work-packages",
    "qualifier": "qualifiers",
}


@cache
def questions_of(form: Form) -> Mapping[str, tuple[Asked, ...]]:
    """Return the questions of each part of a form."""
    return {part: tuple(_asked(form, name) for name in names) for part, names in form.parts.items()}


def every_question(asked: Iterator[Asked] | tuple[Asked, ...]) -> Iterator[Question]:
    """Yield all questions, those of groups too."""
    for one in asked:
        if isinstance(one, Question):
            yield one
        else:
            yield from every_question(one.questions)


def _asked(form: Form, name: str) -> Asked:
    if name == SLUG:
        return Question((SLUG,), "slug", True, most=60)
    if name.startswith(SECTION):
        section = name.removeprefix(SECTION)
        assert form.kind is not None  # only records have sections
        return Question(("section", section), "prose", section not in form.kind.optional_sections)
    model = form.facts if name in form.facts.model_fields else form.words
    assert model is not None, f"no model of the form {form.name} has the field {name}"
    asked = _field(model, name, (name,), form.left_out)
    if isinstance(asked, Group) and form.words and name in form.words.model_fields:
        # The words for each key stand in the text.
        label = Question((name, "label"), "text", True)
        return Group(asked.path, asked.shape, asked.required, (label, *asked.questions))
    return asked


def _field(model: type[BaseModel], name: str, path: tuple[str, ...], left_out: Mapping[str, str]) -> Asked:
    info = model.model_fields[name]
    hint, marks = _bare(get_type_hints(model, include_extras=True)[name])
    required = info.is_required()
    hint, empty, instead = _alternatives(hint, marks)
    least, most = _bounds(marks)
    held = get_args(hint)
    match get_origin(hint):
        case origin if origin is dict and held[0] == Language and _is_model(held[1]):
            return _group(held[1], path, "languages", True, left_out)
        case origin if origin is dict and _mark(marks, InLanguages):
            meaning: Meaning = "prose" if _mark(marks, Prose) else "words"
            return Question(path, meaning, required, in_languages=True)
        case origin if origin in (dict, list) and _is_model(held[-1]):
            shape: Shape = "keyed" if origin is dict else "list" if len(path) == 1 else "first"
            return _group(held[-1], path, shape, required or bool(least), left_out)
        case origin if origin is list:
            of, marks_of = _bare(held[0])
            return _one(of, [*marks, *marks_of], path, required, many=True, least=least, most=most)
    if _is_model(hint):
        return _group(hint, path, "one", required, left_out)
    return _one(hint, marks, path, required, least=least, most=most, empty=empty, instead=instead)


def _group(
    model: type[BaseModel], path: tuple[str, ...], shape: Shape, required: bool, left_out: Mapping[str, str]
) -> Group:
    ways = [(*path, name) for name in model.model_fields if ".".join((*path, name)) not in left_out]
    return Group(path, shape, required, tuple(_field(model, way[-1], way, left_out) for way in ways))


def _one(hint: Any, marks: list[Any], path: tuple[str, ...], required: bool, **rest: Any) -> Question:
    name = path[-1]
    if mark := _mark(marks, FromVocabulary):
        if path[0] == "means":  # what it took is often not known; what it is about always is
            rest["empty"] = UNKNOWN
        return Question(path, "term", required, vocabulary=mark.name, **rest)
    if mark := _mark(marks, RefersTo):
        return Question(path, "record", required, kind=mark.kind, **rest)
    if _mark(marks, CitesSource):
        return Question(path, "source", required, **rest)
    if get_origin(hint) is Literal:
        values = get_args(hint)
        return Question(path, "term", required, vocabulary=_VOCABULARIES.get(name, ""), values=values, **rest)
    if hint is bool:
        return Question(path, "flag", False)
    if hint in (int, float):
        return Question(path, "whole" if hint is int else "number", required, **rest)
    return Question(path, _text_meaning(marks), required, pattern=_pattern(marks), **rest)


def _text_meaning(marks: list[Any]) -> Meaning:
    if _mark(marks, Prose):
        return "prose"
    return next((meaning for alias, meaning in _ALIASES if get_args(alias)[1] in marks), "text")


def _pattern(marks: list[Any]) -> str:
    held = [mark for info in marks if isinstance(info, FieldInfo) for mark in info.metadata]
    return next((mark.pattern for mark in held if getattr(mark, "pattern", None)), "")


_ALIASES: tuple[tuple[Any, Meaning], ...] = (
    (fields.PartialDate, "date"),
    (fields.Day, "day"),
    (fields.Address, "address"),
    (fields.Slug, "slug"),
)


def _alternatives(hint: Any, marks: list[Any]) -> tuple[Any, str | None, str | None]:
    """Take the words apart that may stand instead of a value: the one for "not known", and another."""
    if get_origin(hint) not in (Union, UnionType):
        return hint, None, None
    parts = [_bare(part) for part in get_args(hint) if part is not type(None)]
    words = [word for part, _ in parts if get_origin(part) is Literal for word in get_args(part)]
    values = [(part, found) for part, found in parts if get_origin(part) is not Literal]
    if not values:  # a choice that may be left out
        return parts[0][0], None, None
    marks.extend(values[0][1])
    others = [word for word in words if word != UNKNOWN]
    return values[0][0], UNKNOWN if UNKNOWN in words else None, others[0] if others else None


def _bare(hint: Any) -> tuple[Any, list[Any]]:
    if get_origin(hint) is not Annotated:
        return hint, []
    hint, *marks = get_args(hint)
    return hint, marks


def _bounds(marks: list[Any]) -> tuple[float | None, float | None]:
    least = most = None
    for mark in [m for outer in marks for m in (outer.metadata if isinstance(outer, FieldInfo) else [outer])]:
        match mark:
            case annotated_types.Ge(ge=bound) | annotated_types.MinLen(min_length=bound):
                least = bound
            case annotated_types.Le(le=bound) | annotated_types.MaxLen(max_length=bound):
                most = bound
            case StringConstraints(max_length=int() as bound):
                most = bound
    return least, most  # type: ignore[return-value]  # bounds of our models are numbers


def _mark(marks: list[Any], mark_type: Any) -> Any:
    return next((mark for mark in marks if isinstance(mark, mark_type)), None)


def _is_model(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, BaseModel)
