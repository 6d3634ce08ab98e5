"""A guide's templates and steps are those that it names."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, finding, nearest
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.guide import Guide
from knowledge_base.translations import original_text


def misplaced_guide_parts(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find templates without a file, files without an entry, and cases of steps that do not exist."""
    if not isinstance(record.facts, Guide):
        return
    for i, name in enumerate(record.facts.templates):
        if name not in record.templates:
            place, meant = place_of(record.yaml, ("templates", i)), nearest(name, record.templates)
            yield finding("template-missing", "no-file", record.path, place, name=name, meant=meant)
    for name in sorted(record.templates.keys() - set(record.facts.templates)):
        yield finding("template-unlisted", "no-entry", record.path, name=name)
    original = original_text(record)
    steps = {section.id for section in original.source.sections} if original else set()
    for step in record.facts.step_cases:
        if step not in steps:
            place, meant = place_of(record.yaml, ("step_cases", step)), nearest(step, steps)
            yield finding("step-unknown", "no-section", record.path, place, step=step, meant=meant)
