"""What `kb new` marked is filled in before a record is published."""

import re
from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity
from knowledge_base.marks_to_fill_in import findings_of_marks, marked

_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def unfinished_places(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find marks: in a draft they are work to do, elsewhere they would be published."""
    severity = Severity.WARNING if record.status == "draft" or record.facts is None else None
    yield from findings_of_marks(record.path, record.yaml, severity)
    for text in record.texts.values():
        source = text.source
        if not record.yaml.endswith(source.front_matter_text):  # the facts of a page are its front matter
            yield from findings_of_marks(source.path, source.front_matter_text, severity, first_line=2)
        for section in source.sections:
            yield from findings_of_marks(
                source.path, section.heading, severity, section.line, first_column=1 + len("## ")
            )
            # A heading with a mark of its own says nothing about the words below it.
            name = section.id if marked(section.heading) else section.heading
            yield from findings_of_marks(
                source.path, _without_code(section.body), severity, section.body_line, section=name
            )


def _without_code(body: str) -> str:
    """Return a text with spaces in the place of code: a mark there is shown to readers, not left over."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), body) if marked(body) else body
