"""A value from a closed list must stand in that list."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, finding, nearest
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.marks import FromVocabulary, marked_values
from knowledge_base.schema.vocabulary import UNKNOWN


def unknown_vocabulary_terms(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find ids that the vocabulary of their field does not have."""
    for mark, key_path, term in marked_values(record.facts, FromVocabulary) if record.facts else ():
        known = catalogue.vocabularies.get(mark.name, {})
        if term != UNKNOWN and term not in known:
            place, meant = place_of(record.yaml, key_path), nearest(term, known)
            said = {"term": term, "vocabulary": mark.name, "meant": meant}
            yield finding("unknown-term", "not-in-list", record.path, place, **said)
