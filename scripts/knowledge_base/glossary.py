"""The terms of a catalogue as other parts use them: what to point at in texts, and what texts avoid."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from knowledge_base.digests import digest_of
from knowledge_base.languages import Language
from knowledge_base.phrases import Phrases
from knowledge_base.schema.term import Term

SHORTEST = 5
"""A single word of fewer letters is not pointed at: most are abbreviations, which mean other things too."""


class Pointer(NamedTuple):
    """What a phrase in a text points at; `is_name` when its form has capitals of its own: South Sweden."""

    slug: str
    is_name: bool


class Glossary:
    """Terms by slug, in stable order; what is made of them is made when it is asked for, and kept."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self.terms = terms
        self._linked: dict[Language, Phrases[Pointer]] = {}
        self._avoided: dict[Language, Phrases[str]] = {}

    def linked(self, language: Language) -> Phrases[Pointer]:
        """Return what to point at in texts of a language: terms and their variants."""
        if language not in self._linked:
            self._linked[language] = Phrases(self._to_link(language), language)
        return self._linked[language]

    def avoided(self, language: Language) -> Phrases[str]:
        """Return what texts of a language avoid, as slugs of the terms to use instead."""
        if language not in self._avoided:
            words = ((w, slug) for slug, term in self.terms.items() for w in term.forbidden.get(language, ()))
            self._avoided[language] = Phrases(words, language)
        return self._avoided[language]

    @cached_property
    def shown_digest(self) -> str:
        """A digest that changes when a page that points at terms may change."""
        return digest_of(
            *(
                f"{slug} {term.everyday} {term.en} {term.sv} {term.ru} {term.variants} {term.definition}"
                for slug, term in self.terms.items()
            )
        )

    @cached_property
    def avoided_digest(self) -> str:
        """A digest that changes when what texts avoid, or the advice about it, may change."""
        return digest_of(
            *(
                f"{slug} {term.en} {term.sv} {term.ru} {term.forbidden}"
                for slug, term in self.terms.items()
                if any(term.forbidden.values())
            )
        )

    def _to_link(self, language: Language) -> Iterator[tuple[str, Pointer]]:
        terms = [(slug, term) for slug, term in self.terms.items() if language not in term.everyday]
        # Names first: where a variant of one term is the name of another, the other is meant.
        named = [(term.name(language), slug) for slug, term in terms]
        named += [(variant, slug) for slug, term in terms for variant in term.variants.get(language, ())]
        for name, slug in named:
            if " " in name or len(name) >= SHORTEST:
                yield name, Pointer(slug, name != name.lower())
