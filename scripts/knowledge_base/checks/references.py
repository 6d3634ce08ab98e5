"""A record that is named must exist."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue
from knowledge_base.findings import Finding, Severity, did_you_mean
from knowledge_base.loading.yaml_source import KeyPath, place_of
from knowledge_base.schema.case import Case
from knowledge_base.schema.term import Term


def dead_references(catalogue: Catalogue) -> Iterator[Finding]:
    """Find slugs of organisations, cases and terms that no record has."""
    for record in catalogue.records:
        for kind, key_path, slug in _references(record.facts):
            known = catalogue.slugs(kind)
            if slug not in known:
                line, column = place_of(record.yaml, key_path)
                message = f'There is no {kind} "{slug}".{did_you_mean(slug, known)}'
                remedy = f"Correct the slug, or add the {kind}."
                yield Finding(record.path, line, column, "dead-reference", Severity.ERROR, message, remedy)


def _references(facts: object) -> Iterator[tuple[str, KeyPath, str]]:
    match facts:
        case Case():
            yield "organisation", ("lead",), facts.lead
            yield from (("organisation", ("partners", i), slug) for i, slug in enumerate(facts.partners))
            yield from (("case", ("related", i), slug) for i, slug in enumerate(facts.related))
        case Term():
            yield from (("term", ("related", i), slug) for i, slug in enumerate(facts.related))
