"""A link within the site must lead somewhere."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.checks.markup import link_tokens
from knowledge_base.findings import Finding, Severity, did_you_mean


def dead_links(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find links to addresses of this site that no page has."""
    known = catalogue.addresses
    for path, line, address in link_tokens(record):
        if address.startswith("#") or ":" in address or address in known:
            continue
        message = f'The link "{address[:80]}" leads nowhere.{did_you_mean(address, known)}'
        remedy = "Write the address from the root, without language: /cases/<slug>/."
        yield Finding(path, line, 1, "dead-link", Severity.ERROR, message, remedy)
