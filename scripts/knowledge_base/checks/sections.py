"""The sections of a text are those of its kind, each once, in the fixed order."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, finding, nearest
from knowledge_base.schema.kinds import Kind


def misplaced_sections(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find unknown, repeated, missing and mis-ordered sections."""
    kind = record.kind
    for text in record.texts.values():
        if kind.sections is None or not text.source.front_matter_text:  # a file that cannot be read
            continue
        path = text.source.path
        expected = iter(kind.sections)
        seen: set[str] = set()
        for section in text.source.sections:
            meant = ""
            if not section.id:
                saying = "before-the-first"
            elif section.id not in kind.sections:
                saying, meant = "unknown", nearest(section.id, kind.sections)
            elif section.id in seen:
                saying = "twice"
            elif section.id not in expected:
                # An iterator is used up by `in`: what is not ahead of us has been passed.
                saying = "wrong-place"
                expected = iter(kind.sections[kind.sections.index(section.id) + 1 :])
            else:
                seen.add(section.id)
                continue
            seen.add(section.id)
            said = {"section": section.id, "order": _order(kind), "meant": meant}
            yield finding("section-order", saying, path, (section.line, 1), **said)
        for missing in kind.sections:
            if missing not in seen | kind.optional_sections:
                yield finding("section-missing", "missing", path, section=missing, order=_order(kind))


def _order(kind: Kind) -> str:
    """Return the sections of a kind; the many steps of a guide as what they have in common."""
    steps = [s for s in kind.sections or () if s.startswith("step-")]
    return ", ".join(s for s in kind.sections or () if s not in steps[1:-1])
