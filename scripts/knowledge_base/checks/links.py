"""A link within the site must lead somewhere."""

from collections.abc import Iterator

from knowledge_base.addresses import known_addresses
from knowledge_base.catalogue import Catalogue
from knowledge_base.checks.markup import link_tokens
from knowledge_base.findings import Finding, Severity, did_you_mean


def dead_links(catalogue: Catalogue) -> Iterator[Finding]:
    """Find links to addresses of this site that no page has."""
    known = known_addresses(catalogue)
    for path, line, address in link_tokens(catalogue):
        if address.startswith("#") or ":" in address or address in known:
            continue
        message = f'The link "{address[:80]}" leads nowhere.{did_you_mean(address, known)}'
        remedy = "Write the address from the root, without language: /cases/<slug>/."
        yield Finding(path, line, 1, "dead-link", Severity.ERROR, message, remedy)
