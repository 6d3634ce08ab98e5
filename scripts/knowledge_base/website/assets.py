"""Our styles, scripts and the outline of maps under names that carry the digest of their content.

A browser may keep such a file for ever, and a page never meets a style of another release. The small
style files become one, `base.css` first and `print.css` last; scripts stay apart, so that a page loads
only those it needs. The outline is drawn here, once in a process, and every map refers to it.
"""

from functools import cache
from pathlib import Path

from knowledge_base.digests import digest_of
from knowledge_base.drawing import outline

STYLES, SCRIPTS = "assets/css/", "assets/js/"


@cache
def hashed_assets(overrides: Path) -> dict[str, tuple[str, bytes]]:
    """Return plain name -> (path in the site, content): `site.css`, every script, the outline."""
    styles = sorted((overrides / STYLES).glob("*.css"), key=_order)
    found = {"site.css": b"\n".join(file.read_bytes() for file in styles)}
    found |= {file.name: file.read_bytes() for file in sorted((overrides / SCRIPTS).glob("*.js"))}
    found[outline.NAME] = outline.outline_svg().encode()
    return {name: (_path(name, content), content) for name, content in found.items()}


def _order(file: Path) -> tuple[int, str]:
    return {"base.css": 0, "print.css": 2}.get(file.name, 1), file.name


def _path(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}.{digest_of(content)[:8]}.{ending}"
