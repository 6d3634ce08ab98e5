"""A translation follows its original; what it does not follow any more is work to do."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue
from knowledge_base.findings import Finding, Severity
from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.translations import changed_units


def changed_translations(catalogue: Catalogue) -> Iterator[Finding]:
    """Find units whose original has changed since they were translated."""
    for record in catalogue.records:
        for language in LANGUAGES:
            for unit in changed_units(record, language):
                source = record.texts[language].source
                line, column = place_of(source.front_matter_text, ("translated_from", unit), first_line=2)
                message = f'The original of "{unit}" has changed since it was translated into "{language}".'
                remedy = (
                    f"Bring the text up to date, then run "
                    f"`kb translations accept {record.kind.folder}/{record.slug} {language}`."
                )
                yield Finding(
                    source.path, line, column, "translation-changed", Severity.WARNING, message, remedy
                )
