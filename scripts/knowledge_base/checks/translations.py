"""A translation follows its original and is read by a native reader; what is not yet so is work to do."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity
from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.marks import InLanguages, KeyPath, marked_values
from knowledge_base.translations import changed_units, original_language


def changed_translations(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find units whose original has changed since they were translated."""
    for language in LANGUAGES:
        for unit in changed_units(record, language):
            source = record.texts[language].source
            line, column = place_of(source.front_matter_text, ("translated_from", unit), first_line=2)
            message = f'The original of "{unit}" has changed since it was translated into "{language}".'
            remedy = (
                f"Bring the text up to date, then run "
                f"`kb translations accept {record.kind.folder}/{record.slug} {language}`."
            )
            yield Finding(source.path, line, column, "translation-changed", Severity.WARNING, message, remedy)


def unreviewed_translations(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find translations that no native reader has reviewed."""
    for language, text in sorted(record.texts.items()):
        if language != original_language(record) and not getattr(text.words, "reviewed_by", "-"):
            line, column = place_of(text.source.front_matter_text, ("reviewed_by",), first_line=2)
            message = f'The text in "{language}" has not been reviewed by a native reader.'
            remedy = "Ask a native reader, then put the name or role in `reviewed_by`."
            yield Finding(text.source.path, line, column, "not-reviewed", Severity.WARNING, message, remedy)


def missing_words(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find short words (names, descriptions, definitions) that lack a language."""
    found: dict[KeyPath, set[str]] = {}
    for _, key_path, _ in marked_values(record.facts, InLanguages) if record.facts else ():
        found.setdefault(key_path[:-1], set()).add(str(key_path[-1]))
    for key_path, languages in found.items():
        for language in LANGUAGES:
            if language not in languages:
                line, column = place_of(record.yaml, key_path)
                message = f'"{".".join(map(str, key_path))}" has no words in "{language}".'
                remedy = f"Add `{language}:` with the words; until then another language is shown."
                yield Finding(
                    record.path, line, column, "translation-missing", Severity.WARNING, message, remedy
                )
