"""Every sign can be printed: our documents bring their fonts, and these have not all signs there are."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity, finding

# What nearly all texts are made of: Latin, Cyrillic and the signs between words. Typst knows the rest.
_UNUSUAL = re.compile(r"[^\n\t -~\xa0-\u024f\u0400-\u045f\u2010-\u2030«»№€₽]")


def unprintable_signs(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find signs that no font of the documents has, in texts, facts and templates; each once for a file."""
    # A draft has no documents yet: what came in by a form or an issue is mended before it is published.
    severity = Severity.WARNING if record.status == "draft" else None
    for path, first_line, content in _contents(record):
        for match in {match[0]: match for match in reversed([*_UNUSUAL.finditer(content)])}.values():
            sign, before = match[0], content[: match.start()]
            if not _can_print(sign):
                place = first_line + before.count("\n"), match.start() - before.rfind("\n")
                code = f"U+{ord(sign):04X}"
                yield finding("sign-unprintable", "sign", path, place, severity, sign=sign, code=code)


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
        yield f"{folder}/templates/{name}.yml", 1, "".join(_UNUSUAL.findall(template.model_dump_json()))


@cache
def _can_print(sign: str) -> bool:
    from knowledge_base.downloads.pdf import can_print  # loading Typst takes a while, and few need it

    return can_print(sign)
