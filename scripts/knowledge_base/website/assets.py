"""Our styles, scripts and the outline of maps under names that carry the digest of their content.

A browser may keep such a file for ever, and a page never meets a style of another release. The small
style files become one, `base.css` first and `print.css` last; scripts stay apart, so that a page loads
only those it needs, and a script that imports another one by `./name.js` gets its published name. The
outline of the maps is drawn here, once in a process, and every map refers to it.
"""

import re
from pathlib import Path

from knowledge_base.digests import digest_of
from knowledge_base.drawing import outline

_IMPORT = re.compile(r'\b(from |import\()"\./([\w-]+\.js)"')

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

STYLES, SCRIPTS = "assets/css/", "assets/js/"


def hashed_assets(overrides: Path) -> dict[str, tuple[str, bytes]]:
    """Return plain name -> (path in the site, content): `site.css`, every script, the outline."""
    styles = sorted((overrides / STYLES).glob("*.css"), key=_order)
    found = {"site.css": "".join(_terse(file.read_text(encoding="utf-8")) for file in styles).encode()}
    scripts = {file.name: file.read_text(encoding="utf-8") for file in (overrides / SCRIPTS).glob("*.js")}
    found |= {name: _with_imports(name, scripts) for name in sorted(scripts)}
    found[outline.NAME] = outline.outline_svg().encode()
    return {name: (_path(name, content), content) for name, content in found.items()}


def _terse(style: str) -> str:
    """Return a style without comments, indents and empty lines, which nobody reads there."""
    lines = (line.strip() for line in _COMMENT.sub("", style).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _with_imports(name: str, scripts: dict[str, str]) -> bytes:
    """Return a script whose imports name others as they are published; no two may import each other."""

    def published(match: re.Match[str]) -> str:
        path = _path(match[2], _with_imports(match[2], scripts))
        return f'{match[1]}"./{path.rpartition("/")[2]}"'

    return _IMPORT.sub(published, scripts[name]).encode()


def _order(file: Path) -> tuple[int, str]:
    return {"base.css": 0, "print.css": 2}.get(file.name, 1), file.name


def _path(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}.{digest_of(content)[:8]}.{ending}"
