"""The language versions of a section give the same numbers, citations and links."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from knowledge_base.catalogue import Catalogue
from knowledge_base.findings import Finding, Severity
from knowledge_base.languages import LANGUAGES
from knowledge_base.texts import Section
from knowledge_base.translations import original_text

_CITATION_OR_ADDRESS = re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)|https?://\S+")
_SPACED_THOUSANDS = re.compile(r"(?<=\d)[\u0020\u00a0\u202f](?=\d{3}(?!\d))")
_COMMA_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_LINK = re.compile(r"\]\(([^)\s]+)")


def numbers(section: Section) -> Counter[str]:
    """Return the numbers of a section as digits with a decimal point, whatever the language's signs."""
    text = _SPACED_THOUSANDS.sub("", _CITATION_OR_ADDRESS.sub(" ", section.body))
    return Counter(n.replace(",", ".") for n in _NUMBER.findall(_COMMA_THOUSANDS.sub("", text)))


def citations(section: Section) -> Counter[str]:
    """Return how often each source is cited."""
    return Counter(citation.key for citation in section.citations)


def links(section: Section) -> Counter[str]:
    """Return how often each address is linked to."""
    return Counter(_LINK.findall(section.body))


PARTS: dict[str, Callable[[Section], Counter[str]]] = {
    "numbers": numbers,
    "citations": citations,
    "links": links,
}


def differing_sections(catalogue: Catalogue) -> Iterator[Finding]:
    """Find sections of a translation whose numbers, citations or links are not those of the original."""
    for record in catalogue.records:
        original = original_text(record)
        if original is None:
            continue
        originals = {section.id: section for section in original.source.sections}
        for text in (record.texts[code] for code in LANGUAGES if code in record.texts):
            for section in text.source.sections:
                if text is not original and section.id in originals:
                    yield from _differences(originals[section.id], section, text.source.path)


def _differences(original: Section, section: Section, path: str) -> Iterator[Finding]:
    for what, read in PARTS.items():
        lacking, added = read(original) - read(section), read(section) - read(original)
        if lacking or added:
            said = [
                f"{word} {', '.join(sorted(c))}" for word, c in (("lacks", lacking), ("adds", added)) if c
            ]
            message = f'The {what} of "{section.id}" differ from the original: it {" and ".join(said)}.'
            remedy = "Make the two say the same; write figures as digits in both."
            yield Finding(path, section.line, 1, f"{what}-differ", Severity.ERROR, message, remedy)
