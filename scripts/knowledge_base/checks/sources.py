"""Every citation has its source, and every source is used."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Place, finding, nearest
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.marks import CitesSource, Prose, marked_values
from knowledge_base.schema.parts import Source
from knowledge_base.texts import CITATION


def unknown_citations(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find citations and figures whose source the record does not list."""
    sources = _sources(record)
    if sources is None or _cited(record) <= sources.keys():
        return
    for key, path, place in _mentions(record):
        if key not in sources:
            meant = nearest(key, sources)
            yield finding("source-unknown", "no-entry", path, place, key=key, meant=meant)


def unused_sources(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find sources that neither a text nor a figure cites."""
    sources = _sources(record)
    cited = _cited(record) if sources else ()
    for key in sources or ():
        if key not in cited:
            place = place_of(record.yaml, ("sources", key))
            yield finding("source-unused", "never-cited", record.path, place, key=key)


def _sources(record: Record) -> dict[str, Source] | None:
    # The sources of a term are words about its form, not a list to cite from.
    sources: dict[str, Source] | None = getattr(record.facts, "sources", None)
    return sources


def _cited(record: Record) -> set[str]:
    assert record.facts is not None  # only records with valid facts have sources
    cited = {key for text in record.texts.values() for key in text.source.cited()}
    cited.update(key for _, _, key in marked_values(record.facts, CitesSource))
    cited.update(key for _, _, words in marked_values(record.facts, Prose) for key in CITATION.findall(words))
    return cited


def _mentions(record: Record) -> Iterator[tuple[str, str, Place]]:
    """Yield key, path and place of each citation; places cost a second reading of the YAML."""
    assert record.facts is not None
    for text in record.texts.values():
        for citation in text.source.citations():
            yield citation.key, text.source.path, (citation.line, citation.column)
    for _, key_path, key in marked_values(record.facts, CitesSource):
        yield key, record.path, place_of(record.yaml, key_path)
    for _, key_path, words in marked_values(record.facts, Prose):
        for key in CITATION.findall(words):
            yield key, record.path, place_of(record.yaml, key_path)
