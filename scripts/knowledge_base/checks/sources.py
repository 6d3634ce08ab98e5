"""Every citation has its source, and every source is used."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity, did_you_mean
from knowledge_base.loading.yaml_source import KeyPath, place_of
from knowledge_base.schema.case import Case


def unknown_citations(catalogue: Catalogue) -> Iterator[Finding]:
    """Find citations and figures whose source the record does not list."""
    for record, facts in _cases(catalogue):
        for text in record.texts.values():
            for citation in (c for section in text.source.sections for c in section.citations):
                if citation.key not in facts.sources:
                    yield _unknown(
                        text.source.path, citation.line, citation.column, citation.key, facts.sources
                    )
        for key_path, key in _figure_sources(facts):
            if key not in facts.sources:
                yield _unknown(record.path, *place_of(record.yaml, key_path), key, facts.sources)


def unused_sources(catalogue: Catalogue) -> Iterator[Finding]:
    """Find sources that neither a text nor a figure cites."""
    for record, facts in _cases(catalogue):
        cited = {key for _, key in _figure_sources(facts)}
        for text in record.texts.values():
            cited.update(c.key for section in text.source.sections for c in section.citations)
        for key in facts.sources:
            if key not in cited:
                line, column = place_of(record.yaml, ("sources", key))
                message = f'The source "{key}" is never cited.'
                remedy = f"Cite it as [^{key}] where it belongs, or remove it."
                yield Finding(record.path, line, column, "source-unused", Severity.ERROR, message, remedy)


def _cases(catalogue: Catalogue) -> Iterator[tuple[Record, Case]]:
    for record in catalogue.records:
        if isinstance(record.facts, Case):
            yield record, record.facts


def _figure_sources(facts: Case) -> Iterator[tuple[KeyPath, str]]:
    for key, evidence in facts.evidence.items():
        if evidence.baseline:
            yield ("evidence", key, "baseline", "source"), evidence.baseline.source
        for i, value in enumerate(evidence.values):
            yield ("evidence", key, "values", i, "source"), value.source
    yield from ((("budget", i, "source"), money.source) for i, money in enumerate(facts.budget))
    yield from ((("adaptations", key, "source"), a.source) for key, a in facts.adaptations.items())


def _unknown(path: str, line: int, column: int, key: str, known: object) -> Finding:
    nearest = did_you_mean(key, known if isinstance(known, dict) else ())
    message = f'The source "{key}" is not listed in the record.{nearest}'
    remedy = "Add it to `sources` in record.yml, or correct the key."
    return Finding(path, line, column, "source-unknown", Severity.ERROR, message, remedy)
