"""Add an entry to a mapping in a YAML text and leave every other line as it is."""

import re

from knowledge_base.loading import yaml_source

_TOP = re.compile(r"[^\s#-]")


def with_entry(text: str, field: str, key: str, entry: str) -> str:
    """Return `text` with `key` added to its mapping `field`; `entry` is the value's YAML, indented by four.

    Raises ValueError when the mapping is written in a way that a line cannot be added to.
    """
    rows = text.splitlines()
    new = [f"  {key}:{entry}".rstrip("\n")]
    at = next((n for n, row in enumerate(rows) if re.match(rf"{field}\s*:", row)), None)
    if at is None:
        rows += [f"{field}:", *new]
    elif re.fullmatch(rf"{field}\s*:\s*\{{\s*\}}\s*(#.*)?", rows[at]):
        rows[at : at + 1] = [f"{field}:", *new]
    elif re.fullmatch(rf"{field}\s*:\s*(#.*)?", rows[at]):
        end = next((n for n in range(at + 1, len(rows)) if _TOP.match(rows[n])), len(rows))
        while not rows[end - 1].strip() or rows[end - 1].startswith("#"):
            end -= 1  # empty lines and comments belong to what follows
        rows[end:end] = new
    else:
        raise ValueError(f"`{field}` is written on one line; put each of its entries on a line of its own")
    made = "\n".join(rows) + "\n"
    before, found = yaml_source.parse(text, "")
    after, more = yaml_source.parse(made, "")
    expected = {**before, field: {**(before.get(field) or {}), key: (after.get(field) or {}).get(key)}}
    if found or more or after != expected:
        raise ValueError(f"`{field}` cannot be added to by a line")
    return made
