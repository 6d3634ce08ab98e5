"""What `kb new` marked is filled in before a record is published."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity, finding
from knowledge_base.marks_to_fill_in import marked_places


def unfinished_places(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find marks: in a draft they are work to do, elsewhere they would be published."""
    severity = Severity.WARNING if record.status == "draft" or record.facts is None else None
    for place, what in marked_places(record.yaml):
        yield finding("to-fill-in", "marked", record.path, place, severity, what=what)
    for text in record.texts.values():
        source = text.source
        if not record.yaml.endswith(source.front_matter_text):  # the facts of a page are its front matter
            for place, what in marked_places(source.front_matter_text, first_line=2):
                yield finding("to-fill-in", "marked", source.path, place, severity, what=what)
        for section in source.sections:
            for place, what in marked_places(section.heading, section.line):
                column = place[1] + len("## ")
                yield finding("to-fill-in", "marked", source.path, (place[0], column), severity, what=what)
            for place, what in marked_places(section.body, section.body_line):
                yield finding("to-fill-in", "marked", source.path, place, severity, what=what)
