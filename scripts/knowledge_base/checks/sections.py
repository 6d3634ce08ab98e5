"""The sections of a text are those of its kind, each once, in the fixed order."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity, did_you_mean


def misplaced_sections(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find unknown, repeated, missing and mis-ordered sections."""
    kind = record.kind
    for text in record.texts.values():
        if kind.sections is None:
            continue
        path = text.source.path
        expected = iter(kind.sections)
        seen: set[str] = set()
        for section in text.source.sections:
            if not section.id:
                message = "There is text before the first section."
            elif section.id not in kind.sections:
                message = f'"{section.id}" is no section of a {kind.name}.'
                message += did_you_mean(section.id, kind.sections)
            elif section.id in seen:
                message = f'The section "{section.id}" stands twice.'
            elif section.id not in expected:
                # An iterator is used up by `in`: what is not ahead of us has been passed.
                message = f'The section "{section.id}" stands in the wrong place.'
                expected = iter(kind.sections[kind.sections.index(section.id) + 1 :])
            else:
                seen.add(section.id)
                continue
            seen.add(section.id)
            remedy = f"The order is: {', '.join(kind.sections)}."
            yield Finding(path, section.line, 1, "section-order", Severity.ERROR, message, remedy)
        for missing in kind.sections:
            if missing not in seen | kind.optional_sections:
                message = f'The section "{missing}" is missing.'
                remedy = f"Add a heading `## ... {{#{missing}}}` with its text."
                yield Finding(path, 1, 1, "section-missing", Severity.ERROR, message, remedy)
