"""Values as YAML text: every text in quotes with the escapes of JSON, so that nothing is taken for a number.

The script yaml.js does the same in the browser.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

# Signs that JSON leaves as they are, and that end a line in YAML or are forbidden there.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def yaml_text(values: Mapping[str, Any], indent: str = "") -> str:
    """Return a mapping as block YAML; its keys are names of ours."""
    return "".join(f"{indent}{key}:{_below(value, indent)}" for key, value in values.items())


def _below(value: Any, indent: str) -> str:
    if isinstance(value, list):
        if not any(isinstance(part, dict) for part in value):
            return f" [{', '.join(map(_scalar, value))}]\n"
        entries = (yaml_text(part, f"{indent}    ")[len(indent) + 4 :] for part in value)
        return "\n" + "".join(f"{indent}  - {entry}" for entry in entries)
    if isinstance(value, dict):
        return f"\n{yaml_text(value, f'{indent}  ')}" if value else " {}\n"
    return f" {_scalar(value)}\n"


def _scalar(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
