"""A translation follows its original and is read by a native reader; what is not yet so is work to do."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.checks.parity import is_prose
from knowledge_base.findings import Finding, finding
from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.marks import InLanguages, KeyPath, marked_values, named
from knowledge_base.translations import changed_units, is_settled, original_language


def changed_translations(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find units whose original has changed since they were translated."""
    name = record.name
    for language in LANGUAGES:
        if language in record.texts and not record.texts[language].source.front_matter:
            continue  # it cannot be read, which has been said
        changed = changed_units(record, language)
        if changed and not is_settled(record.texts[language]):
            path = record.texts[language].source.path
            yield finding("translation-changed", "not-accepted", path, language=language, record=name)
            continue
        for unit in changed:
            source = record.texts[language].source
            place = place_of(source.front_matter_text, ("translated_from", unit), first_line=2)
            said = {"unit": unit, "language": language, "record": name}
            yield finding("translation-changed", "unit", source.path, place, **said)


def unreviewed_translations(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find translations that no native reader has reviewed."""
    for language, text in sorted(record.texts.items()):
        if language != original_language(record) and not getattr(text.words, "reviewed_by", "-"):
            place = place_of(text.source.front_matter_text, ("reviewed_by",), first_line=2)
            yield finding("not-reviewed", "text", text.source.path, place, language=language)


def repeated_words(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find short texts (descriptions, definitions) that are the same in two languages."""
    original = original_language(record)
    words = {way: said for _, way, said in marked_values(record.facts, InLanguages)} if record.facts else {}
    for way, said in words.items():
        if way[-1] != original and words.get((*way[:-1], original)) == said and is_prose(said):
            place = place_of(record.yaml, way)
            unit = {"unit": named(way), "language": way[-1]}
            yield finding("translation-identical", "unit", record.path, place, **unit)


def missing_words(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find short words (names, descriptions, definitions) that lack a language."""
    found: dict[KeyPath, set[str]] = {}
    for _, key_path, _ in marked_values(record.facts, InLanguages) if record.facts else ():
        found.setdefault(key_path[:-1], set()).add(str(key_path[-1]))
    for key_path, languages in found.items():
        for language in LANGUAGES:
            if language not in languages:
                place, name = place_of(record.yaml, key_path), named(key_path)
                said = {"name": name, "language": language}
                yield finding("translation-missing", "words", record.path, place, **said)
