"""Texts are plain Markdown: no HTML, no pictures without a credit, no links that can run anything."""

from collections.abc import Iterator
from functools import lru_cache

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, finding, nearest
from knowledge_base.markdown import Piece, pieces
from knowledge_base.schema.fields import LINK_SCHEMES

Place = tuple[str, int]
"""Path and line."""


def raw_html(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find HTML in the sections of texts."""
    for (path, line), piece in pieces_of(record):
        if piece.kind == "html":
            yield finding("raw-html", "html", path, (line, 1), html=piece.content.strip()[:60])


def pictures_in_texts(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find pictures in running text, where they have neither credit nor licence."""
    for (path, line), piece in pieces_of(record):
        if piece.kind == "picture":
            yield finding("picture-in-text", "picture", path, (line, 1), address=piece.content[:60])


def unsafe_links(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find links whose address has a scheme other than http, https or mailto."""
    for (path, line), piece in pieces_of(record):
        scheme, colon, _ = piece.content.partition(":")
        named = colon and not set("/#?") & set(scheme)
        if piece.kind == "link" and named and scheme.lower() not in LINK_SCHEMES:
            said = {"address": piece.content[:60], "scheme": scheme}
            yield finding("link-scheme", "scheme", path, (line, 1), **said)


def dead_links(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find links to addresses of this site that no page has."""
    for (path, line), piece in pieces_of(record):
        address = piece.content
        if piece.kind != "link" or address.startswith("#") or ":" in address:
            continue
        if address in catalogue.drafts and record.status != "draft":
            yield finding("dead-link", "draft", path, (line, 1), address=address[:80])
        elif address not in catalogue.addresses:
            meant = _nearest(address, catalogue.addresses)
            yield finding("dead-link", "nowhere", path, (line, 1), address=address[:80], meant=meant)


# When a page is gone, hundreds of links may lead to it, and to look among thousands takes a while.
_nearest = lru_cache(nearest)


def pieces_of(record: Record) -> Iterator[tuple[Place, Piece]]:
    """Yield the HTML, links and pictures of a record's texts, with path and line."""
    for text in record.texts.values():
        for section in text.source.sections:
            for piece in pieces(section.body):
                line = section.body_line + section.utf8.count(b"\n", 0, piece.start)
                yield (text.source.path, line), piece
