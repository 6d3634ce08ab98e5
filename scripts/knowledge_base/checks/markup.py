"""Texts are plain Markdown: no HTML, no pictures without a credit, no links that can run anything."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity, did_you_mean
from knowledge_base.markdown import Piece, pieces
from knowledge_base.schema.fields import LINK_SCHEMES

Place = tuple[str, int]
"""Path and line."""


def raw_html(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find HTML in the sections of texts."""
    for (path, line), piece in pieces_of(record):
        if piece.kind == "html":
            message = f"The text holds HTML: {piece.content.strip()[:60]}"
            remedy = "Say it in Markdown; to show the characters, write &lt; or put them in `code`."
            yield Finding(path, line, 1, "raw-html", Severity.ERROR, message, remedy)


def pictures_in_texts(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find pictures in running text, where they have neither credit nor licence."""
    for (path, line), piece in pieces_of(record):
        if piece.kind == "picture":
            message = f'The text holds the picture "{piece.content[:60]}".'
            remedy = "List it in `pictures` of the record, with credit and licence."
            yield Finding(path, line, 1, "picture-in-text", Severity.ERROR, message, remedy)


def unsafe_links(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find links whose address has a scheme other than http, https or mailto."""
    for (path, line), piece in pieces_of(record):
        scheme, colon, _ = piece.content.partition(":")
        named = colon and not set("/#?") & set(scheme)
        if piece.kind == "link" and named and scheme.lower() not in LINK_SCHEMES:
            message = f'The link "{piece.content[:60]}" has the scheme "{scheme}".'
            remedy = "Link to https, http or mailto, or to a record by its path."
            yield Finding(path, line, 1, "link-scheme", Severity.ERROR, message, remedy)


def dead_links(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find links to addresses of this site that no page has."""
    for (path, line), piece in pieces_of(record):
        address = piece.content
        if piece.kind != "link" or address.startswith("#") or ":" in address:
            continue
        if address not in catalogue.addresses:
            message = f'The link "{address[:80]}" leads nowhere.{did_you_mean(address, catalogue.addresses)}'
            remedy = "Write the address from the root, without language: /cases/<slug>/."
            yield Finding(path, line, 1, "dead-link", Severity.ERROR, message, remedy)


def pieces_of(record: Record) -> Iterator[tuple[Place, Piece]]:
    """Yield the HTML, links and pictures of a record's texts, with path and line."""
    for text in record.texts.values():
        for section in text.source.sections:
            source = section.body.encode()
            for piece in pieces(section.body):
                line = section.body_line + source.count(b"\n", 0, piece.start)
                yield (text.source.path, line), piece
