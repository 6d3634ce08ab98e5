"""A value from a closed list must stand in that list."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue
from knowledge_base.findings import Finding, Severity, did_you_mean
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.vocabulary import vocabulary_values


def unknown_vocabulary_terms(catalogue: Catalogue) -> Iterator[Finding]:
    """Find ids that the vocabulary of their field does not have."""
    for record in catalogue.records:
        if record.facts is None:
            continue
        for name, key_path, term in vocabulary_values(record.facts):
            known = catalogue.vocabularies.get(name, {})
            if term not in known:
                line, column = place_of(record.yaml, key_path)
                message = f'"{term}" is not in the vocabulary {name}.{did_you_mean(term, known)}'
                remedy = f"Take an id from practices/vocabularies/{name}.yml, or propose a new term there."
                yield Finding(record.path, line, column, "unknown-term", Severity.ERROR, message, remedy)
