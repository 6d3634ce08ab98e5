"""Hold a mapping against its model, and say each mistake at its line and column."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from knowledge_base.findings import Finding, Severity, did_you_mean
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.marks import KeyPath

Model = TypeVar("Model", bound=BaseModel)


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
            _finding(details, model, path, text, first_line, below)
            for details in error.errors(include_url=False)
        ]


def _finding(
    details: ErrorDetails, model: type[BaseModel], path: str, text: str, first_line: int, below: KeyPath
) -> Finding:
    key_path: KeyPath = (*below, *details["loc"])
    line, column = place_of(text, key_path, first_line)
    name = ".".join(str(step) for step in key_path) or "record"
    match details["type"]:
        case "extra_forbidden":
            rule, message = "unknown-field", f'The field "{name}" is unknown.'
            nearest = did_you_mean(str(key_path[-1]), model.model_fields) if len(details["loc"]) == 1 else ""
            remedy = "Remove it, or correct its name." + nearest
        case "missing":
            rule, message = "missing-field", f'The field "{name}" is missing.'
            remedy = f'Add "{key_path[-1]}:" with its value.'
        case _:
            rule = "wrong-value"
            message = f'"{name}" cannot be {_shown(details["input"])}: {details["msg"]}.'
            remedy = "Correct the value."
    return Finding(path, line, column, rule, Severity.ERROR, message, remedy)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
