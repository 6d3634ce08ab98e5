"""Find which terms occur in a text, in any of their inflected forms.

Words are compared by their keys: the stem, without marks on its letters. The search index does the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from knowledge_base import inflection
from knowledge_base.catalogue import Catalogue
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.schema.term import Term
from knowledge_base.schema.vocabulary import VocabularyTerm

Phrases = Mapping[Language, tuple[str, ...]]
"""Ways to say one thing, by language; the first is its name."""

FAMILIES = "search-words"
"""The vocabulary of words with forms or synonyms that stemming does not bring together."""

_WORD = re.compile(r"\w+")

WORDS = 2**15
"""So many words are remembered: most stand on many pages, and names and numbers on one."""

SHORTEST = 4
"""A word with fewer letters is its own stem: half a word would be left of it."""


def words_in(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return _WORD.findall(text.lower())


@lru_cache(WORDS)
def stem(word: str, language: Language) -> str:
    """Return what the forms of a word have in common."""
    return word if len(word) < SHORTEST else inflection.stem(word, language)


@lru_cache(WORDS)
def key(word: str, language: Language) -> str:
    """Return the stem of a word without marks on its letters."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    return stem(plain, language)


def keys_in(text: str, language: Language) -> list[str]:
    """Return the key of each word of a text."""
    return [key(word, language) for word in words_in(text)]


class Occurrences:
    """Finds things by what one language calls them."""

    def __init__(self, things: Iterable[Phrases], language: Language) -> None:
        self._by_first: dict[str, list[tuple[str, Phrases]]] = {}
        for thing in things:
            for phrase in thing.get(language, ()):
                keys = keys_in(phrase, language)
                if keys and not phrase.isupper():  # an abbreviation may be the word "ten"
                    self._by_first.setdefault(keys[0], []).append((f" {' '.join(keys)} ", thing))

    def find(self, keys: Sequence[str]) -> Iterator[Phrases]:
        """Yield each thing that is named in a text of these keys, once."""
        text = f" {' '.join(keys)} "
        seen: set[int] = set()
        for first in dict.fromkeys(keys):
            for named, thing in self._by_first.get(first, ()):
                if id(thing) not in seen and named in text:
                    seen.add(id(thing))
                    yield thing


def occurrences_of(catalogue: Catalogue) -> dict[Language, Occurrences]:
    """Return what finds the terms of the glossary and the families of words in each language."""
    things = [names_of_term(term) for term in catalogue.glossary.terms.values()]
    things += [names_of_entry(entry) for entry in catalogue.vocabularies.get(FAMILIES, {}).values()]
    return {language: Occurrences(things, language) for language in LANGUAGES}


def names_of_term(term: Term) -> Phrases:
    """Return what a term of the glossary is called."""
    return {code: (term.name(code), *term.variants.get(code, ())) for code in LANGUAGES}


def names_of_entry(entry: VocabularyTerm) -> Phrases:
    """Return what an entry of a closed list is called."""
    return {code: (name, *entry.synonyms.get(code, ())) for code, name in entry.name.items()}
