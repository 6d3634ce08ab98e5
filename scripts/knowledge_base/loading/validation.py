"""Hold a mapping against its model, and say each mistake at its line and column, in our own words."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from knowledge_base.field_guide import FieldGuide, field_at
from knowledge_base.findings import Finding, finding, nearest
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.rules import rule
from knowledge_base.schema.marks import KeyPath, named

Model = TypeVar("Model", bound=BaseModel)

SAYINGS = {
    "literal_error": "choice",
    "string_type": "text",
    "float_type": "number",
    "int_type": "whole-number",
    "int_from_float": "whole-number",
    "bool_type": "true-or-false",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "string_too_short": "too-short",
    "string_too_long": "too-long",
    "string_pattern_mismatch": "form",
    "too_short": "too-few",
    "too_long": "too-many",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-large",
    "finite_number": "number",
}
"""Which saying of the rule wrong-value explains each error that pydantic finds in our models."""

OWN_VALUES = ("part", "owner", "id")
"""What the errors of our own models tell about themselves: see `schema.fields.refused`."""


def validate(
    values: object,
    model: type[Model],
    path: str,
    text: str,
    first_line: int = 1,
    below: KeyPath = (),
) -> tuple[Model | None, list[Finding]]:
    """Return the model made of `values`, or None and one finding for each mistake.

    `below` is where in `text` the values stand, when they are not the whole of it.
    """
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        return None, [
            _finding(errors, way, model, path, place_of(text, (*below, *way), first_line), below)
            for way, errors in _by_place(error.errors(include_url=False), values)
        ]


def _by_place(errors: list[ErrorDetails], values: object) -> Iterator[tuple[KeyPath, list[ErrorDetails]]]:
    """Yield the errors of each value together: a value of several forms has an error for each of them."""
    for way, group in groupby(errors, lambda details: _way(details, values)):
        yield way, list(group)


def _way(details: ErrorDetails, values: Any) -> KeyPath:
    """Return the way to a value that exists, or to the missing one: pydantic adds names of forms to it."""
    way: KeyPath = details["loc"]
    for n, step in enumerate(way):
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return way[: n + (details["type"] == "missing")]
    return way


def _finding(
    errors: list[ErrorDetails], way: KeyPath, model: type[BaseModel], path: str, place: Any, below: KeyPath
) -> Finding:
    details = errors[0]
    field = field_at(model, way)
    said: dict[str, object] = {"name": named((*below, *way)) or "record"}
    if field and details["type"] != "extra_forbidden":
        said["field"] = field.full_name
    match details["type"]:
        case "extra_forbidden":
            inside = field.model if field else model
            meant = nearest(str(way[-1]), inside.model_fields) if inside else ""
            return finding("unknown-field", "unknown", path, place, meant=meant, **said)
        case "missing":
            return finding("missing-field", "missing", path, place, key=way[-1], **said)
    saying = _saying(errors)
    if saying == "key":
        said["name"] = named((*below, *way[:-1]))
    said |= {"value": _shown(details["input"]), **_limits(details, field)}
    if saying == "choice" or (saying == "form" and field and field.choices):
        said["meant"] = nearest(str(details["input"]), field.choices if field else ())
    return finding("wrong-value", saying, path, place, **said)


def _saying(errors: list[ErrorDetails]) -> str:
    details = errors[0]
    if details["loc"][-1:] == ("[key]",):
        return "key"
    if details["input"] is None or details["input"] == "":
        return "empty"
    if len(errors) > 1:
        return "form"
    if details["type"] in rule("wrong-value").says:
        return details["type"]  # a rule of ours: see schema.fields.refused
    return SAYINGS.get(details["type"], "other")


def _limits(details: ErrorDetails, field: FieldGuide | None) -> dict[str, object]:
    limits: dict[str, object] = dict(details.get("ctx", {}))
    limits |= {"problem": details["msg"], "choices": ", ".join(field.choices) if field else ""}
    wanted = ("min_length", "max_length", "ge", "le", "problem", "choices", *OWN_VALUES)
    return {name: _number(limits[name]) for name in wanted if name in limits}


def _number(limit: object) -> object:
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "..."
