"""The terms for people who translate: a table, and TBX for translation tools."""

from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from knowledge_base.addresses import absolute
from knowledge_base.exports.tables import csv_text
from knowledge_base.glossary import Glossary
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.settings import Settings
from knowledge_base.loading.words import Words
from knowledge_base.schema.term import Term

BETWEEN = "; "
"""Stands between several words in one cell."""

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
RULES = "https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/DCA/"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def glossary_csv(glossary: Glossary) -> str:
    """Return one line per term: for each language the term, its definition, variants, words to avoid, source.

    `state_<language>` is source, usage or check (usage that a native reader must check); it is empty
    where nothing is said, as of the language in which the glossary was first written.
    """
    return csv_text(_rows(glossary))


def _rows(glossary: Glossary) -> Iterator[list[str]]:
    fields = ("term", "definition", "variants", "avoid", "source", "state")
    columns = (f"{field}_{language}" for field in fields for language in LANGUAGES)
    yield ["slug", *columns, "related", "reviewed_by"]
    for slug, term in glossary.terms.items():
        yield [
            slug,
            *(term.name(language) for language in LANGUAGES),
            *(term.definition.get(language, "") for language in LANGUAGES),
            *(BETWEEN.join(term.variants.get(language, ())) for language in LANGUAGES),
            *(BETWEEN.join(term.forbidden.get(language, ())) for language in LANGUAGES),
            *(term.source.get(language, "") for language in LANGUAGES),
            *(term.origin(language) for language in LANGUAGES),
            " ".join(term.related),
            term.reviewed_by,
        ]


def glossary_tbx(glossary: Glossary, settings: Settings, words: Words) -> str:
    """Return the terms as TBX-Basic in the DCA style (ISO 30042:2019); `words` are those of its header.

    Terms are preferred, variants admitted, words to avoid deprecated. Related terms are left out: the
    published schema and the published rules of TBX-Basic name such references differently.
    """
    tbx = Element("tbx", {"style": "dca", "type": "TBX-Basic", "xmlns": NAMESPACE})
    tbx.set(XML_LANGUAGE, words.language)
    description = SubElement(SubElement(tbx, "tbxHeader"), "fileDesc")
    _add(SubElement(description, "titleStmt"), "title", f"{words('site_name')}: {words('list_glossary')}")
    published = SubElement(description, "publicationStmt")
    _add(published, "p", f"{settings.publisher}. {words('licence')}: {settings.licence}.")
    _add(SubElement(description, "sourceDesc"), "p", words("glossary_header"))
    body = SubElement(SubElement(tbx, "text"), "body")
    for slug, term in glossary.terms.items():
        _concept(body, slug, term, settings, words)
    ElementTree.indent(tbx, " ")
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            _rules("TBXcoreStructV03_TBX-Basic_integrated.rng", "http://relaxng.org/ns/structure/1.0"),
            _rules("TBX-Basic_DCA.sch", "http://purl.oclc.org/dsdl/schematron"),
            ElementTree.tostring(tbx, encoding="unicode"),
            "",
        ]
    )


def _concept(body: Element, slug: str, term: Term, settings: Settings, words: Words) -> None:
    # An XML id must not begin with a digit, which a slug may.
    concept = SubElement(body, "conceptEntry", {"id": f"term-{slug}"})
    _add(concept, "descrip", words("glossary_field"), type="subjectField")
    address = absolute(settings.site_address, f"/glossary/#{slug}", words.language)
    _add(concept, "xref", words("list_glossary"), type="externalCrossReference", target=address)
    for language in LANGUAGES:
        section = SubElement(concept, "langSec", {XML_LANGUAGE: language})
        if language in term.definition:
            _add(section, "descrip", term.definition[language], type="definition")
        _term(section, term.name(language), "preferredTerm", _source(term, language))
        for variant in term.variants.get(language, ()):
            _term(section, variant, "admittedTerm")
        for avoided in term.forbidden.get(language, ()):
            _term(section, avoided, "deprecatedTerm")


def _term(section: Element, words: str, status: str, source: str = "") -> None:
    term = SubElement(section, "termSec")
    _add(term, "term", words)
    _add(term, "termNote", "noun", type="partOfSpeech")  # every entry is a noun or a noun phrase
    _add(term, "termNote", f"{status}-admn-sts", type="administrativeStatus")
    if source:
        _add(term, "admin", source, type="source")


def _source(term: Term, language: Language) -> str:
    said = {"source": term.source.get(language, ""), "usage": "usage", "check": "usage, check", "": ""}
    return said[term.origin(language)]


def _add(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = text


def _rules(file: str, kind: str) -> str:
    return f'<?xml-model href="{RULES}{file}" type="application/xml" schematypens="{kind}"?>'
