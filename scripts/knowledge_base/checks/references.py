"""A record that is named must exist."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity, finding, nearest
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.marks import RefersTo, marked_values


def dead_references(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find slugs that no record has."""
    for mark, key_path, slug in marked_values(record.facts, RefersTo) if record.facts else ():
        known = catalogue.of_kind(mark.kind)
        if slug in known and known[slug].status == "draft" != record.status:
            place = place_of(record.yaml, key_path)
            yield finding("dead-reference", "draft", record.path, place, Severity.WARNING, slug=slug)
        if slug not in known:
            place, meant = place_of(record.yaml, key_path), nearest(slug, known)
            yield finding("dead-reference", mark.kind, record.path, place, slug=slug, meant=meant)
