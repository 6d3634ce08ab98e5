"""Marks that a field carries beside its type, and the walk that finds marked values.

A mark says what a value means beyond its form, so that one check serves every kind and field.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

KeyPath = tuple[str | int, ...]
"""The way from the top of a record to a value: keys and list positions."""


def named(way: KeyPath) -> str:
    """Return a way as people read it, positions counted from 1: `evidence.jobs.values (1).year`."""
    steps = (f" ({step + 1})" if isinstance(step, int) else f".{step}" for step in way)
    return "".join(steps).lstrip(". ")


def way_named(name: str) -> KeyPath:
    """Return the way that has been named; keys have neither dots nor parentheses."""
    steps = name.replace(" (", ".(").split(".")
    return tuple(int(step[1:-1]) - 1 if step.startswith("(") else step for step in steps)


@dataclass(frozen=True)
class FromVocabulary:
    """The value is an id in `practices/vocabularies/<name>.yml`, or "unknown"."""

    name: str


@dataclass(frozen=True)
class RefersTo:
    """The value is the slug of a record of this kind."""

    kind: str


@dataclass(frozen=True)
class CitesSource:
    """The value is a key of the record's `sources`."""


@dataclass(frozen=True)
class Prose:
    """The value is running text, with citations."""


@dataclass(frozen=True)
class InLanguages:
    """The value holds words keyed by language."""


Mark = TypeVar("Mark", FromVocabulary, RefersTo, CitesSource, Prose, InLanguages)


def marked_values(
    model: BaseModel, mark_type: type[Mark], way: KeyPath = ()
) -> Iterator[tuple[Mark, KeyPath, str]]:
    """Yield (mark, key path, value) for each text below a field that carries such a mark."""
    for name, mark in _fields_to_look_at(type(model), mark_type):
        for below, value in _leaves(getattr(model, name), (*way, name)):
            if isinstance(value, BaseModel):
                yield from marked_values(value, mark_type, below)
            elif mark and isinstance(value, str):
                yield mark, below, value


_looked_at: dict[tuple[type, type], list[tuple[str, Any]]] = {}


def _fields_to_look_at(model: type[BaseModel], mark_type: type) -> list[tuple[str, Any]]:
    """Return the fields that carry the mark, or hold models that do: most carry and hold none."""
    if (model, mark_type) not in _looked_at:
        found = []
        for name, info in model.model_fields.items():
            mark = next((m for m in info.metadata if isinstance(m, mark_type)), None)
            if mark or any(_fields_to_look_at(held, mark_type) for held in _models_in(info.annotation)):
                found.append((name, mark))
        _looked_at[model, mark_type] = found
    return _looked_at[model, mark_type]


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _leaves(value: object, way: KeyPath) -> Iterator[tuple[KeyPath, object]]:
    if isinstance(value, list):
        for position, part in enumerate(value):
            yield from _leaves(part, (*way, position))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(part, (*way, key))
    else:
        yield way, value
