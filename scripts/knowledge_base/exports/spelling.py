"""The site's own words in one language, from which the search suggests one for a mistyped word."""

import json
from collections import Counter
from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.languages import Language
from knowledge_base.schema.case import Case
from knowledge_base.schema.organisation import Organisation
from knowledge_base.schema.seminar import Seminar
from knowledge_base.schema.term import Term
from knowledge_base.staging.occurrences import names_of_entry, names_of_term, words_in

MOST = 5000
"""So many words at most: the list must not grow with the catalogue for ever; a browser loads it whole."""

SHORTEST = 4
"""Shorter words are not suggested: each has too many neighbours."""

NOT_SEARCHED = {"units", "qualifiers", "evidence-grades", "budget-bands", "staff-bands", "statuses"}


def spelling_words(catalogue: Catalogue, language: Language) -> str:
    """Return the words as a JSON list: those of more names first, then by the alphabet."""
    counted = Counter(word for name in _names(catalogue, language) for word in dict.fromkeys(words_in(name)))
    kept = [word for word in counted if len(word) >= SHORTEST and word.isalpha()]
    kept.sort(key=lambda word: (-counted[word], word))
    return json.dumps(kept[:MOST], ensure_ascii=False, separators=(",", ":")) + "\n"


def _names(catalogue: Catalogue, language: Language) -> Iterator[str]:
    for name, entries in catalogue.vocabularies.items():
        if name not in NOT_SEARCHED:
            for entry in entries.values():
                yield from names_of_entry(entry).get(language, ())
    for record in catalogue.records:
        if getattr(record.facts, "status", "published") == "published":
            yield from _names_of_record(record, language)


def _names_of_record(record: Record, language: Language) -> Iterator[str]:
    if (text := record.texts.get(language)) and text.words:
        yield str(getattr(text.words, "title", ""))
    match record.facts:
        case Term():
            yield from names_of_term(record.facts)[language]
        case Organisation(names=names, place=place):
            yield from (name.text for code, name in names.items() if code == language)
            yield place.name.get(language, "")
        case Case(places=places) | Seminar(places=places):
            yield from (place.name.get(language, "") for place in places)
