"""Read the interface words: `overrides/locales/<language>.yml`, one flat mapping per language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.plural import PluralRule

from knowledge_base.findings import Finding, finding, nearest
from knowledge_base.languages import FACTS, LANGUAGES, Language
from knowledge_base.loading import yaml_source
from knowledge_base.loading.settings import PROJECT

LOCALES = PROJECT / "overrides" / "locales"

Word = str | Mapping[str, str]
"""A text, or its plural forms by CLDR category (one, few, many, other)."""


@dataclass(frozen=True)
class Words:
    """The interface words of one language."""

    language: Language
    entries: Mapping[str, Word]

    def __call__(self, key: str, n: float | None = None, **values: object) -> str:
        """Return the words for `key`, in the plural form of `n`, with `{name}` filled in.

        Raises KeyError when the key is unknown: a page with a hole in it must not be built.
        """
        word = self.entries[key]
        if isinstance(word, str):
            return word.format(n=n, **values)
        return word[_plural_rule(self.language)(n or 0)].format(n=n, **values)


@cache
def _plural_rule(language: Language) -> PluralRule:
    """Return the rule of a language; Babel builds it anew each time, and pages ask for it a hundred times."""
    return Locale.parse(FACTS[language].locale).plural_form


def load_words(folder: Path) -> tuple[dict[Language, Words], list[Finding]]:
    """Return the words of each language, and findings where a language lacks a word or a plural form."""
    words: dict[Language, Words] = {}
    findings: list[Finding] = []
    for language in LANGUAGES:
        words[language], found = words_of(folder, language)
        findings.extend(found)
    every = {key for language in LANGUAGES for key in words[language].entries}
    for language in LANGUAGES:
        findings.extend(_holes(words[language], every))
    return words, findings


def words_of(folder: Path, language: Language) -> tuple[Words, list[Finding]]:
    """Return the words of one language, and findings where its file cannot be read."""
    entries, found = yaml_source.read(folder / f"{language}.yml", f"overrides/locales/{language}.yml")
    return Words(language, entries), found


def _holes(words: Words, every: set[str]) -> list[Finding]:
    path = f"overrides/locales/{words.language}.yml"
    needed = set(_plural_rule(words.language).tags) | {"other"}
    findings = []
    for key in sorted(every):
        word = words.entries.get(key)
        if not word:
            meant = nearest(key, words.entries)
            findings.append(finding("interface-word", "missing", path, key=key, meant=meant))
        elif isinstance(word, Mapping) and needed - word.keys():
            forms = ", ".join(sorted(needed - word.keys()))
            findings.append(finding("interface-word", "plural", path, key=key, forms=forms))
    return findings
