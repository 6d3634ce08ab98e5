"""A record that is named must exist."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity, did_you_mean
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.marks import RefersTo, marked_values


def dead_references(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find slugs that no record has."""
    for mark, key_path, slug in marked_values(record.facts, RefersTo) if record.facts else ():
        known = catalogue.of_kind(mark.kind)
        if slug not in known:
            line, column = place_of(record.yaml, key_path)
            message = f'There is no {mark.kind} "{slug}".{did_you_mean(slug, known)}'
            remedy = f"Correct the slug, or add the {mark.kind}."
            yield Finding(record.path, line, column, "dead-reference", Severity.ERROR, message, remedy)
