"""A guide's templates and steps are those that it names."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity, did_you_mean
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.guide import Guide
from knowledge_base.translations import original_text


def misplaced_guide_parts(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find templates without a file, files without an entry, and cases of steps that do not exist."""
    if not isinstance(record.facts, Guide):
        return
    for i, name in enumerate(record.facts.templates):
        if name not in record.templates:
            line, column = place_of(record.yaml, ("templates", i))
            message = f'There is no valid template "{name}".{did_you_mean(name, record.templates)}'
            remedy = f"Add templates/{name}.yml, or correct the name."
            yield Finding(record.path, line, column, "template-missing", Severity.ERROR, message, remedy)
    for name in sorted(record.templates.keys() - set(record.facts.templates)):
        message = f'The template "{name}" is not listed.'
        remedy = "List it in `templates`, or remove the file."
        yield Finding(record.path, 1, 1, "template-unlisted", Severity.ERROR, message, remedy)
    original = original_text(record)
    steps = {section.id for section in original.source.sections} if original else set()
    for step in record.facts.step_cases:
        if step not in steps:
            line, column = place_of(record.yaml, ("step_cases", step))
            message = f'The guide has no section "{step}".{did_you_mean(step, steps)}'
            remedy = "Name a section of the text, for example step-1."
            yield Finding(record.path, line, column, "step-unknown", Severity.ERROR, message, remedy)
