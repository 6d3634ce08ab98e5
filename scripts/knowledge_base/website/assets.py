"""Our styles and scripts under names that carry the digest of their content.

A browser may keep such a file for ever, and a page never meets a style of another release. The small
style files become one, `base.css` first and `print.css` last; scripts stay apart, so that a page loads
only those it needs. What a script imports it finds under the imported file's name with the digest.
"""

import re
from functools import cache
from pathlib import Path

from knowledge_base.digests import digest_of

STYLES, SCRIPTS = "assets/css/", "assets/js/"


@cache
def hashed_assets(overrides: Path) -> dict[str, tuple[str, bytes]]:
    """Return plain name -> (path in the site, content): `site.css` and every script."""
    styles = sorted((overrides / STYLES).glob("*.css"), key=_order)
    found = {"site.css": b"\n".join(file.read_bytes() for file in styles)}
    named = {name: (_path(name, content), content) for name, content in found.items()}
    for file in sorted((overrides / SCRIPTS).glob("*.js")):
        _name_script(file, named)
    return named


_IMPORT = re.compile(rb'(?m)^(import [^"]*")\./([^"/]+)(")')


def _name_script(file: Path, named: dict[str, tuple[str, bytes]]) -> str:
    """Add a script to `named`, after those that it imports, and return its path in the site."""

    def hashed(match: re.Match[bytes]) -> bytes:
        imported = _name_script(file.with_name(match[2].decode()), named)
        return match[1] + b"./" + imported.rpartition("/")[2].encode() + match[3]

    if file.name not in named:
        content = _IMPORT.sub(hashed, file.read_bytes())
        named[file.name] = _path(file.name, content), content
    return named[file.name][0]


def _order(file: Path) -> tuple[int, str]:
    return {"base.css": 0, "print.css": 2}.get(file.name, 1), file.name


def _path(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}.{digest_of(content)[:8]}.{ending}"
