"""The language versions of a text have the same sections, numbers, citations and links, in other words."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from knowledge_base.catalogue import Catalogue, Record, Text
from knowledge_base.findings import Finding, finding
from knowledge_base.languages import Language
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.kinds import Kind
from knowledge_base.schema.parts import Exemption
from knowledge_base.texts import CITATION, Section
from knowledge_base.translations import changed_units, is_settled, original_text, section_unit, unit_texts

# One pass, in which citations and addresses are stepped over: thousands, then decimals.
_NUMBER = re.compile(
    r"\[\^[^\]]*\]|\]\([^)]*\)|https?://\S+"
    r"|(?P<whole>\d+(?:[,\u0020\u00a0\u202f]\d{3}(?!\d))*)(?P<rest>[.,]\d+)?"
)
_SEPARATORS = str.maketrans("", "", ",\u0020\u00a0\u202f")
_LINK = re.compile(r"\]\(([^)\s]+)")
_WORD = re.compile(r"[^\W\d_]+")

FEW_WORDS = 5
"""Texts of fewer words may be the same in two languages: many are names."""


def numbers(section: Section) -> Counter[str]:
    """Return the numbers of a section as digits with a decimal point, whatever the language's signs."""
    found = _NUMBER.findall(section.body)
    return Counter(whole.translate(_SEPARATORS) + rest.replace(",", ".") for whole, rest in found if whole)


def citations(section: Section) -> Counter[str]:
    """Return how often each source is cited."""
    return Counter(section.cited())


def links(section: Section) -> Counter[str]:
    """Return how often each address is linked to."""
    return Counter(_LINK.findall(section.body))


PARTS: dict[str, Callable[[Section], Counter[str]]] = {
    "numbers": numbers,
    "citations": citations,
    "links": links,
}

_Difference = tuple[Finding, str]
"""A finding, and the id of the section or the name of the unit by which a record can exempt it."""


def differing_translations(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find parts of a translation that lack, add, or only repeat something of the original.

    A part whose original has changed since is work to do already, and said as such. A record may exempt a
    part with a reason; an exemption that nothing needs is found too.
    """
    exempt: list[Exemption] = getattr(record.facts, "exemptions", [])
    granted: dict[tuple[str, str, str], int] = {
        (e.rule, e.language, e.section): i for i, e in enumerate(exempt)
    }
    original = original_text(record)
    for language, text in sorted(record.texts.items()) if original else ():
        if original is None or text is original or not text.source.front_matter_text:
            continue
        changed = set(changed_units(record, language)) if is_settled(text) else set()
        for found, part in _differences(record.kind, language, original, text, changed):
            if granted.pop((found.rule, language, part), None) is None:
                yield found
    for i in granted.values():
        place = place_of(record.yaml, ("exemptions", i))
        yield finding("exemption-unused", "unused", record.path, place, n=i + 1)


def _differences(
    kind: Kind, language: Language, original: Text, text: Text, changed: set[str]
) -> Iterator[_Difference]:
    there = {s.id: s for s in original.source.sections if section_unit(s) not in changed}
    here = {s.id: s for s in text.source.sections if section_unit(s) not in changed}
    yield from _sections(kind, text.source.path, there, here)
    for section in here.values():
        if section.id in there:
            yield from _parts(text.source.path, section, there[section.id])
    yield from _repetitions(language, original, text, changed)


def _sections(
    kind: Kind, path: str, there: dict[str, Section], here: dict[str, Section]
) -> Iterator[_Difference]:
    """Find differing sections, but for those that the rules of the kind find in each text alone."""
    for id_ in there:
        required = kind.sections is not None and id_ not in kind.optional_sections
        if id_ not in here and not required:
            yield finding("sections-differ", "lacks", path, section=id_ or "opening"), id_
    for section in here.values():
        known = kind.sections is None or section.id in kind.sections
        if section.id not in there and known:
            place = (section.line, 1)
            yield finding("sections-differ", "adds", path, place, section=section.id or "opening"), section.id
    if kind.sections is None:
        order = iter([id_ for id_ in there if id_ in here])
        for section in (s for s in here.values() if s.id in there):
            if section.id != next(order):
                yield (
                    finding("sections-differ", "order", path, (section.line, 1), section=section.id),
                    section.id,
                )
                return


def _parts(path: str, section: Section, original: Section) -> Iterator[_Difference]:
    for what, read in PARTS.items():
        here, there = read(section), read(original)
        if here != there:
            lacking, added = there - here, here - there
            saying = "both" if lacking and added else "lacks" if lacking else "adds"
            said = {
                "section": section.id,
                "lacking": ", ".join(sorted(lacking)),
                "added": ", ".join(sorted(added)),
            }
            yield finding(f"{what}-differ", saying, path, (section.line, 1), **said), section.id


def _repetitions(language: Language, original: Text, text: Text, changed: set[str]) -> Iterator[_Difference]:
    here, source = unit_texts(text), text.source
    for unit, words in unit_texts(original).items():
        if unit in changed or here.get(unit) != words or not is_prose(words):
            continue
        if unit.startswith("#") or unit == "opening":
            place = next((s.line, 1) for s in source.sections if section_unit(s) == unit)
        else:
            place = place_of(source.front_matter_text, tuple(unit.split(".", 1)), first_line=2)
        said = {"unit": unit, "language": language}
        yield finding("translation-identical", "unit", source.path, place, **said), unit.lstrip("#")


def is_prose(words: str) -> bool:
    """Tell whether a text is long enough that two languages cannot share it by chance."""
    return len(_WORD.findall(CITATION.sub("", words))) >= FEW_WORDS
