"""Write values as YAML 1.2 that means the same to every reader: on one line."""

import json
import re
from typing import Any

# What a reader of YAML 1.1 or 1.2 takes for something else than text, or as a sign of its own.
_NEEDS_QUOTES = re.compile(
    r"^$|^[\s?:#&*!|>'\"%@`+\-.\d]|[\s:]$|: | #|[\[\]{},]|^(?i:null|true|false|yes|no|on|off|y|n|~)$"
)


def inline(value: Any) -> str:
    """Return a value of plain JSON types on one line, lists and mappings in brackets."""
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False) if _NEEDS_QUOTES.search(value) else value
        case list():
            return f"[{', '.join(map(inline, value))}]"
        case dict():
            return "{" + ", ".join(f"{key}: {inline(entry)}" for key, entry in value.items()) + "}"
        case _:
            return json.dumps(value)
