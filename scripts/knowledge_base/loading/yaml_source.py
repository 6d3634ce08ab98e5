"""Read YAML as version 1.2 core means it, and tell where each value stands.

PyYAML follows version 1.1, in which `no` is false, `012` is ten, `1_000` a number and `12:30` 750.
Authors mean what they see, so only the plain forms of version 1.2 are typed here, dates stay text,
and a key that stands twice is an error instead of a silent loss.
Places cost a second, slower pass, so they are looked up only for a file that has something to say.
"""

import re
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.findings import Finding, Severity
from knowledge_base.schema.marks import KeyPath

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Place = tuple[int, int]
"""Line and column, both counted from 1."""


class _Loader(_Base):  # type: ignore[misc]  # the C loader has no types
    """A safe loader with the scalar forms of YAML 1.2 core and unique keys."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:null", r"^(?:null|Null|NULL|~|)$", ["n", "N", "~", ""]),
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("tag:yaml.org,2002:int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    (
        "tag:yaml.org,2002:float",
        r"^[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$",
        list("-+0123456789"),
    ),
):
    _Loader.add_implicit_resolver(_tag, re.compile(_pattern), _first)


_TEXT = "tag:yaml.org,2002:str"


class DuplicateKey(yaml.MarkedYAMLError):
    """A mapping has the same key twice."""


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        # Keys are names: `1` and `true` stay what the author typed.
        if not isinstance(key_node, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(None, None, "a key must be a plain word", key_node.start_mark)
        if key_node.value in result:
            raise DuplicateKey(None, None, f'the key "{key_node.value}" stands twice', key_node.start_mark)
        if value_node.tag == _TEXT:  # most values are; the general way takes three times as long
            result[key_node.value] = value_node.value
        else:
            result[key_node.value] = loader.construct_object(value_node, deep=True)
    return result


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def parse(text: str, path: str, first_line: int = 1) -> tuple[dict[str, Any], list[Finding]]:
    """Return the mapping in `text`, or an empty one and the finding that says why not.

    `first_line` is the line of the file at which `text` begins, for front matter.
    """
    try:
        document = yaml.load(text, Loader=_Loader)
    except DuplicateKey as error:
        return {}, [_finding(error, path, first_line, "duplicate-key", "Keep one of the two lines.")]
    except yaml.MarkedYAMLError as error:
        remedy = "Mend the YAML at this place: check indentation, quotes and colons."
        return {}, [_finding(error, path, first_line, "yaml-syntax", remedy)]
    except (yaml.YAMLError, ValueError) as error:
        message = " ".join(str(error).split())
        return {}, [
            Finding(
                path, first_line, 1, "yaml-syntax", Severity.ERROR, message, "Save the file as UTF-8 text."
            )
        ]
    if not isinstance(document, dict):
        remedy = "Begin the file with `key: value` lines."
        message = "The document is not a mapping of fields."
        return {}, [Finding(path, first_line, 1, "yaml-syntax", Severity.ERROR, message, remedy)]
    return document, []


def read(file: Path, path: str) -> tuple[dict[str, Any], list[Finding]]:
    """Return the mapping in `file`; `path` is how findings name it."""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        message = "The file is not UTF-8 text."
        return {}, [Finding(path, 1, 1, "encoding", Severity.ERROR, message, "Save it as UTF-8.")]
    return parse(text, path)


def place_of(text: str, key_path: KeyPath, first_line: int = 1) -> Place:
    """Return where the value at `key_path` stands, or the nearest parent that exists.

    A mapping entry is placed at its key, so that an editor opens on the name of the field.
    """
    node = yaml.compose(text, Loader=_Loader)
    mark = node.start_mark if node else None
    for step in key_path:
        if isinstance(node, yaml.MappingNode):
            entry = next((pair for pair in node.value if pair[0].value == str(step)), None)
            if entry is None:
                break
            mark, node = entry[0].start_mark, entry[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            mark = node.start_mark
        else:
            break
    return (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)


def _finding(error: yaml.MarkedYAMLError, path: str, first_line: int, rule: str, remedy: str) -> Finding:
    mark = error.problem_mark
    line, column = (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)
    problem = error.problem or "The YAML cannot be read"
    return Finding(
        path, line, column, rule, Severity.ERROR, problem[0].upper() + problem[1:].rstrip(".") + ".", remedy
    )
