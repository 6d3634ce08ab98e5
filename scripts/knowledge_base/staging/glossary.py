"""The glossary: every term on one page by letter, and a word list in three columns for paper."""

import re
from itertools import groupby
from typing import Any

from knowledge_base.addresses import WORD_LIST, from_root
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.schema.term import Term
from knowledge_base.staging import wording
from knowledge_base.staging.page import FrontMatter, View, base
from knowledge_base.staging.search import term_words

_BETWEEN_SOURCES = re.compile(r"(?<=\)); ")
_LINKED_SOURCE = re.compile(r"(?P<title>.+) \((?P<url>https?://[^\s;)]+)\)")


def glossary_page(view: View) -> FrontMatter:
    """Return all terms in the order of the reader's alphabet, under their first letters."""
    page = base(view, "glossary", view.words("list_glossary"), view.words("list_glossary_summary"))
    terms = _in_order(view)
    sources = _Sources()
    groups = groupby(terms, key=lambda item: wording.initial(item[1].name(view.language), view.language))
    page["groups"] = [
        {"letter": letter, "terms": [_entry(view, slug, term, sources) for slug, term in group]}
        for letter, group in groups
    ]
    page["sources"] = sources.listed()
    page["count"] = view.words("count_glossary", n=len(terms))
    page["found"] = view.words.entries["terms_found"]
    page["word_list"] = view.link(WORD_LIST)
    page["files"] = [
        {
            "text": view.words(f"glossary_{kind}"),
            "href": from_root(view.address, view.language, f"data/glossary.{kind}"),
        }
        for kind in ("csv", "tbx")
    ]
    page["scripts"] = ["glossary.js"]
    page["term_label"] = view.words("kind_term")
    return page


def word_list_page(view: View) -> FrontMatter:
    """Return all terms in three columns, the reader's language first: for interpreters, and for paper."""
    page = base(view, "word-list", view.words("word_list"), view.words("word_list_summary"))
    columns = [view.language, *(language for language in LANGUAGES if language != view.language)]
    page["columns"] = [{"language": code, "name": view.words(f"language_{code}")} for code in columns]
    page["rows"] = [
        {"id": slug, "names": [term.name(language) for language in columns]} for slug, term in _in_order(view)
    ]
    page["glossary"] = view.link("/glossary/")
    return page


def _in_order(view: View) -> list[tuple[str, Term]]:
    terms = view.site.catalogue.glossary.terms.items()
    named = ((term.name(view.language), (slug, term)) for slug, term in terms)
    return wording.alphabetical(named, view.language)


class _Sources:
    """Where forms were found, each listed once: a few sources serve many terms."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def numbers(self, written: str) -> list[int]:
        parts = _BETWEEN_SOURCES.split(written)
        return [self._numbers.setdefault(part, len(self._numbers) + 1) for part in parts]

    def listed(self) -> list[dict[str, Any]]:
        found = ((part, _LINKED_SOURCE.fullmatch(part)) for part in self._numbers)
        return [link.groupdict() if link else {"title": part} for part, link in found]


def _entry(view: View, slug: str, term: Term, sources: _Sources) -> dict[str, Any]:
    def form(language: Language) -> dict[str, Any]:
        origin = term.origin(language)
        return {
            "language": language,
            "names": [term.name(language), *term.variants.get(language, [])],
            "origin": origin,
            "sources": sources.numbers(term.source[language]) if origin == "source" else [],
        }

    own = form(view.language)
    return {
        "id": slug,
        "name": own["names"][0],
        "origin": own["origin"],
        "sources": own["sources"],
        "definition": view.in_words(term.definition),
        "variants": own["names"][1:],
        "others": [form(language) for language in LANGUAGES if language != view.language],
        "avoid": term.forbidden.get(view.language, []),
        "related": [
            {"id": other, "name": view.site.catalogue.glossary.terms[other].name(view.language)}
            for other in term.related
            if other in view.site.catalogue.glossary.terms
        ],
        "search_words": term_words(view, term),
    }
