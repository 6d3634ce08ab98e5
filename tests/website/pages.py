"""Read a built site as HTML."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

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


def broken_links(built: Path) -> list[tuple[str, str]]:
    """Return (page, link) for each link within the site that leads to no page, file or anchor."""
    host = "https://site.example"
    anchors: dict[str, set[str]] = {}
    links: list[tuple[str, str]] = []
    for language, address, html in all_pages(built):
        here = f"/{ROOTS[language]}{address}".rstrip("/") + "/"
        anchors[here] = {str(node.attributes["id"]) for node in html.css("[id]")}
        for node in html.css("[href], [src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            links.append((here, urljoin(host + here, link)))
    assert len(links) > 20 * len(anchors)  # each page has a header and a footer full of them
    broken = []
    for here, link in links:
        target = urlsplit(link)
        if target.netloc != "site.example":
            continue
        if target.path.endswith("/"):
            missing = target.path not in anchors or (
                bool(target.fragment) and target.fragment not in anchors[target.path]
            )
            if target.fragment.startswith("/"):  # the page that a form is to be about
                root = target.path.partition("propose/")[0]
                missing = target.path not in anchors or root + target.fragment[1:] not in anchors
        else:
            missing = not (built / target.path.lstrip("/")).is_file()
        if missing:
            broken.append((here, link))
    return broken
