"""An address that was once published belongs to its record for ever."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, finding
from knowledge_base.loading.yaml_source import place_of


def reused_addresses(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find former slugs that are a record's present slug, or another record's former one."""
    former: list[str] = getattr(record.facts, "formerly", [])
    for i, slug in enumerate(former):
        owner = catalogue.owner_of(record.kind.name, slug)
        if owner is not record or slug == record.slug:
            place = place_of(record.yaml, ("formerly", i))
            yield finding("slug-reused", "taken", record.path, place, slug=slug, owner=owner.path)
