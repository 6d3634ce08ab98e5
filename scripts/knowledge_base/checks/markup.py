"""Texts are plain CommonMark: no HTML, and links that cannot run anything."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity
from knowledge_base.schema.fields import LINK_SCHEMES

_markdown = MarkdownIt("commonmark")
# The library would drop a dangerous link without a word; here it is to be seen and named.
_markdown.validateLink = lambda url: True  # type: ignore[method-assign]


def raw_html(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find HTML in the sections of texts."""
    for path, line, token in _tokens(record):
        if token.type in ("html_block", "html_inline"):
            message = f"The text holds HTML: {token.content.strip()[:60]}"
            remedy = "Say it in Markdown; to show the characters, write &lt; or put them in `code`."
            yield Finding(path, line, 1, "raw-html", Severity.ERROR, message, remedy)


def unsafe_links(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find links and pictures whose address has a scheme other than http, https or mailto."""
    for path, line, address in link_tokens(record):
        scheme, colon, _ = address.partition(":")
        if colon and scheme.lower() not in LINK_SCHEMES and not set("/#?") & set(scheme):
            message = f'The link "{address[:60]}" has the scheme "{scheme}".'
            remedy = "Link to https, http or mailto, or to a record by its path."
            yield Finding(path, line, 1, "link-scheme", Severity.ERROR, message, remedy)


def link_tokens(record: Record) -> Iterator[tuple[str, int, str]]:
    """Yield path, line and address of each link and picture in the texts."""
    for path, line, token in _tokens(record):
        address = token.attrGet("href") or token.attrGet("src")
        if address:
            yield path, line, str(address)


def _tokens(record: Record) -> Iterator[tuple[str, int, Token]]:
    """Yield path, line and token of all Markdown that may hold HTML or a link."""
    for text in record.texts.values():
        for section in text.source.sections:
            # Parsing is most of a check's time; without these signs there is no link and no HTML.
            if not any(sign in section.body for sign in ("<", "](", "]:")):
                continue
            for block in _markdown.parse(section.body):
                line = section.body_line + (block.map[0] if block.map else 0)
                yield text.source.path, line, block
                for token in block.children or ():
                    line += token.type in ("softbreak", "hardbreak")
                    yield text.source.path, line, token
