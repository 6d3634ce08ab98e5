"""Read a built site as HTML."""

from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

LANGUAGES = ("en", "sv", "ru")
ROOTS = {"en": "", "sv": "sv/", "ru": "ru/"}


def page(built: Path, address: str) -> LexborHTMLParser:
    """Return the page at an address, as a server would serve it."""
    return LexborHTMLParser((built / address.lstrip("/") / "index.html").read_text(encoding="utf-8"))


def all_pages(built: Path) -> Iterator[tuple[str, str, LexborHTMLParser]]:
    """Yield language, address without language, and page."""
    for file in sorted(built.rglob("index.html")):
        path = file.relative_to(built).parent.as_posix()
        language = path.split("/")[0] if path.split("/")[0] in ("sv", "ru") else "en"
        address = path.removeprefix(language).strip("/") if language != "en" else path
        yield language, "" if address == "." else address, LexborHTMLParser(file.read_text(encoding="utf-8"))
