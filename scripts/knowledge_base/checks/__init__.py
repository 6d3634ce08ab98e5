"""Rules that need more than one field or file: one function each, in one visible list."""

from collections.abc import Callable, Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.checks.addresses import reused_addresses
from knowledge_base.checks.dates import contradicting_dates, overdue_reviews
from knowledge_base.checks.guides import misplaced_guide_parts
from knowledge_base.checks.labels import mismatched_labels
from knowledge_base.checks.markup import dead_links, pictures_in_texts, raw_html, unsafe_links
from knowledge_base.checks.parity import differing_translations
from knowledge_base.checks.pictures import misplaced_pictures
from knowledge_base.checks.references import dead_references
from knowledge_base.checks.sections import misplaced_sections
from knowledge_base.checks.signs import unprintable_signs
from knowledge_base.checks.sources import unknown_citations, unused_sources
from knowledge_base.checks.terms import avoided_words
from knowledge_base.checks.translations import (
    changed_translations,
    missing_words,
    repeated_words,
    unreviewed_translations,
)
from knowledge_base.checks.unfinished import unfinished_places
from knowledge_base.checks.vocabulary import unknown_vocabulary_terms
from knowledge_base.findings import Finding

CHECKS: tuple[Callable[[Record, Catalogue], Iterator[Finding]], ...] = (
    dead_references,
    misplaced_sections,
    unknown_citations,
    unused_sources,
    unknown_vocabulary_terms,
    changed_translations,
    unreviewed_translations,
    missing_words,
    repeated_words,
    unfinished_places,
    misplaced_guide_parts,
    differing_translations,
    raw_html,
    pictures_in_texts,
    unsafe_links,
    dead_links,
    contradicting_dates,
    overdue_reviews,
    reused_addresses,
    mismatched_labels,
    misplaced_pictures,
    avoided_words,
    unprintable_signs,
)
