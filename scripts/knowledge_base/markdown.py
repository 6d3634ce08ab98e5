"""The one Markdown parser: CommonMark and tables, as events with places or as HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pyromark

_OPTIONS = pyromark.Options.ENABLE_TABLES


@dataclass(frozen=True, slots=True)
class Piece:
    """Something in a text that a rule looks at: its kind, its content, and its place in the text.

    `content` is the HTML as written, or the address of a link or picture; `start` and `end` count
    bytes of UTF-8, as the parser does.
    """

    kind: Literal["html", "link", "picture"]
    content: str
    start: int
    end: int


def pieces(text: str) -> Iterator[Piece]:
    """Yield the HTML, links and pictures of a text, in reading order."""
    # Parsing all texts takes long; without these signs there is neither a link nor HTML.
    if not any(sign in text for sign in ("<", "](", "]:")):
        return
    for event, place in pyromark.events_with_range(text, options=_OPTIONS):
        match event:
            case {"InlineHtml": str(html)} | {"Html": str(html)}:
                yield Piece("html", html, place["start"], place["end"])
            case {"Start": {"Link": {"dest_url": str(address)}}}:
                yield Piece("link", address, place["start"], place["end"])
            case {"Start": {"Image": {"dest_url": str(address)}}}:
                yield Piece("picture", address, place["start"], place["end"])


def to_html(text: str) -> str:
    """Return the HTML of a text, with the HTML that somebody wrote into it shown as text."""
    written = [piece for piece in pieces(text) if piece.kind == "html"]
    if written:
        source = text.encode()
        for piece in reversed(written):
            shown = source[piece.start : piece.end].replace(b"&", b"&amp;").replace(b"<", b"&lt;")
            source = source[: piece.start] + shown + source[piece.end :]
        text = source.decode()
    return pyromark.html(text, options=_OPTIONS)
