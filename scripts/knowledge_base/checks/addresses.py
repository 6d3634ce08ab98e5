"""An address that was once published belongs to its record for ever."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity
from knowledge_base.loading.yaml_source import place_of


def reused_addresses(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find former slugs that are a record's present slug, or another record's former one."""
    former: list[str] = getattr(record.facts, "formerly", [])
    for i, slug in enumerate(former):
        owner = catalogue.owner_of(record.kind.name, slug)
        if owner is not record or slug == record.slug:
            line, column = place_of(record.yaml, ("formerly", i))
            message = f'The slug "{slug}" belongs to {owner.path}.'
            remedy = "Give the newer of the two another slug: published addresses are never reused."
            yield Finding(record.path, line, column, "slug-reused", Severity.ERROR, message, remedy)
