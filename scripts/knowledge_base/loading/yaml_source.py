"""Read YAML as version 1.2 core means it, and tell where each value stands.

PyYAML follows version 1.1, in which `no` is false, `012` is ten, `1_000` a number and `12:30` 750.
Authors mean what they see, so only the plain forms of version 1.2 are typed here, dates stay text,
and a key that stands twice is an error instead of a silent loss.
Places cost a second, slower pass, so they are looked up only for a file that has something to say.
"""

import re
import sys
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.findings import Finding, Place, finding
from knowledge_base.schema.marks import KeyPath

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


_NO_KEY = "a key must be a plain word"

# What the parser says, in either of its two versions, and which of our sayings explains it.
_PROBLEMS = (
    (_NO_KEY, "no-key"),
    ("mapping values are not allowed", "colon"),
    ("tab character", "tab"),
    ("found character '\\t'", "tab"),
    ("cannot start any token", "sign"),
    ("unexpected end of stream", "open-quote"),
    ("found unknown escape character", "escape"),
    ("did not find expected ',' or", "bracket"),
    ("expected ',' or", "bracket"),
    ("could not find expected ':'", "no-colon"),
    ("did not find expected key", "indentation"),
    ("expected <block end>", "indentation"),
    ("did not find expected '-' indicator", "indentation"),
    ("undefined alias", "alias"),
    ("could not determine a constructor", "tag"),
)


class DuplicateKey(yaml.MarkedYAMLError):
    """A mapping has the same key twice; `problem` is the key."""


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        # Keys are names: `1` and `true` stay what the author typed.
        if not isinstance(key_node, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(None, None, _NO_KEY, key_node.start_mark)
        key = sys.intern(key_node.value)  # thousands of records have the same keys
        if key in result:
            raise DuplicateKey(None, None, key, key_node.start_mark)
        if value_node.tag == _TEXT:  # most values are; the general way takes three times as long
            result[key] = value_node.value
        else:
            result[key] = loader.construct_object(value_node, deep=True)
    return result


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def parse(text: str, path: str, first_line: int = 1) -> tuple[dict[str, Any], list[Finding]]:
    """Return the mapping in `text`, or an empty one and the finding that says why not.

    `first_line` is the line of the file at which `text` begins, for front matter.
    """
    try:
        document = yaml.load(text, Loader=_Loader)
    except DuplicateKey as error:
        return {}, [finding("duplicate-key", "twice", path, _place(error, first_line), key=error.problem)]
    except yaml.MarkedYAMLError as error:
        problem = error.problem or ""
        saying = next((saying for part, saying in _PROBLEMS if part in problem), "unreadable")
        return {}, [finding("yaml-syntax", saying, path, _place(error, first_line), problem=problem)]
    except (yaml.YAMLError, ValueError):  # signs that no text has
        return {}, [finding("yaml-syntax", "control-sign", path, (first_line, 1))]
    if not isinstance(document, dict):
        return {}, [finding("yaml-syntax", "no-fields", path, (first_line, 1))]
    return document, []


def read(file: Path, path: str) -> tuple[dict[str, Any], list[Finding]]:
    """Return the mapping in `file`; `path` is how findings name it."""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return {}, [finding("encoding", "not-utf-8", path)]
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


def _place(error: yaml.MarkedYAMLError, first_line: int) -> Place:
    mark = error.problem_mark
    return (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)
