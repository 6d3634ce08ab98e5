"""The language versions of a section give the same numbers, citations and links."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.parts import Exemption
from knowledge_base.texts import Section
from knowledge_base.translations import original_text

# One pass, in which citations and addresses are stepped over: thousands, then decimals.
_NUMBER = re.compile(
    r"\[\^[^\]]*\]|\]\([^)]*\)|https?://\S+"
    r"|(?P<whole>\d+(?:[,\u0020\u00a0\u202f]\d{3}(?!\d))*)(?P<rest>[.,]\d+)?"
)
_SEPARATORS = str.maketrans("", "", ",\u0020\u00a0\u202f")
_LINK = re.compile(r"\]\(([^)\s]+)")


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


def differing_sections(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find sections of a translation whose numbers, citations or links are not those of the original.

    A record may exempt a section with a reason; an exemption that nothing needs is found too.
    """
    exempt: list[Exemption] = getattr(record.facts, "exemptions", [])
    granted: dict[tuple[str, str, str], int] = {
        (e.rule, e.language, e.section): i for i, e in enumerate(exempt)
    }
    for language, finding, section in _differences(record):
        if granted.pop((finding.rule, language, section), None) is None:
            yield finding
    for i in granted.values():
        line, column = place_of(record.yaml, ("exemptions", i))
        message = f"Nothing breaks the rule that exemption {i + 1} is about."
        yield Finding(
            record.path,
            line,
            column,
            "exemption-unused",
            Severity.ERROR,
            message,
            "Remove the exemption.",
        )


def _differences(record: Record) -> Iterator[tuple[str, Finding, str]]:
    original = original_text(record)
    if original is None:
        return
    originals = {s.id: {what: read(s) for what, read in PARTS.items()} for s in original.source.sections}
    for language, text in sorted(record.texts.items()):
        for section in text.source.sections:
            if text is original or section.id not in originals:
                continue
            for what, read in PARTS.items():
                here, there = read(section), originals[section.id][what]
                if here != there:
                    finding = _finding(text.source.path, section, what, there - here, here - there)
                    yield language, finding, section.id


def _finding(path: str, section: Section, what: str, lacking: Counter[str], added: Counter[str]) -> Finding:
    said = [f"{word} {', '.join(sorted(c))}" for word, c in (("lacks", lacking), ("adds", added)) if c]
    message = f'The {what} of "{section.id}" differ from the original: it {" and ".join(said)}.'
    remedy = "Make the two say the same, with figures as digits, or exempt the section with a reason."
    return Finding(path, section.line, 1, f"{what}-differ", Severity.ERROR, message, remedy)
