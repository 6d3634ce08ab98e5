"""Signs that the fonts of our PDF files have not, so that an author knows what is left out there."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.downloads.signs import unprintable
from knowledge_base.findings import Finding, finding


def unprintable_signs(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find signs that no font has, in facts, texts and templates; each once in a section or file."""
    for path, first_line, content in _contents(record):
        seen: set[str] = set()
        for match in unprintable(content):
            sign, before = match[0], content[: match.start()]
            if sign not in seen:
                seen.add(sign)
                place = first_line + before.count("\n"), match.start() - before.rfind("\n")
                code = f"U+{ord(sign):04X}"
                yield finding("sign-unprintable", "sign", path, place, sign=sign, code=code)


def _contents(record: Record) -> Iterator[tuple[str, int, str]]:
    """Yield path, line and words of each part of the record's files."""
    if record.kind.name != "page":
        yield record.path, 1, record.yaml
    for text in record.texts.values():
        yield text.source.path, 2, text.source.front_matter_text
        for section in text.source.sections:
            yield text.source.path, section.line, f"## {section.heading}"
            yield text.source.path, section.body_line, section.body
    for name, template in record.templates.items():
        folder = record.path.rpartition("/")[0]
        words = "".join(match[0] for match in unprintable(template.model_dump_json()))
        yield f"{folder}/templates/{name}.yml", 1, words
