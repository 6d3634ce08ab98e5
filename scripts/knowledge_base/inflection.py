"""Which written words are forms of one another.

Words are compared by stem, but a stemmer alone is too coarse for terms: it holds "applicant" and
"application" for one word, "region" and "regional", "прозрачность" and "прозрачный". So a form must also
share all but the last letters of the term and end as nouns and adjectives do. And it is uneven: in Swedish
"inkubator", "inkubatorn" and "inkubatorer" have three stems, so the stems of a few made forms count too.
"""

import re
from functools import cache

from Stemmer import Stemmer  # type: ignore[import-not-found]  # compiled, without types

from knowledge_base.languages import FACTS, Language

SHORT = 4
"""Shorter words have no forms here: what is left of them without an ending says too little."""

_STEMMERS: dict[Language, Stemmer] = {code: Stemmer(facts.stemmer) for code, facts in FACTS.items()}
_SAME_SIGN = str.maketrans({"ё": "е", "\u2011": "-", "’": "'"})

# Endings whose stems count, and changes before an ending: kluster - klustret, centrum - centret, program -
# programmet, karta - kartor, заявка - заявок, рынок - рынка, заём - займы.
_ENDINGS: dict[Language, tuple[str, ...]] = {
    "en": ("",),
    "sv": ("", "s", "t", "n", "na", "en", "et", "er", "ers", "ar", "or", "a"),
    "ru": ("", "а", "у"),
}
_CHANGES: dict[Language, tuple[tuple[str, str], ...]] = {
    "en": (),
    "sv": (("el", "l"), ("en", "n"), ("er", "r"), ("um", ""), ("m", "mm"), ("a", ""), ("e", "")),
    "ru": (("ка", "ок"), ("ка", "ек"), ("ок", "к"), ("ек", "к"), ("ец", "ц"), ("аем", "айм")),
}
# So many letters at the end of a word may differ in its forms: kluster - klustret, особая - особой.
_GIVES_WAY = 2
# How nouns and adjectives end behind their stem.
_RUSSIAN = re.compile(
    r"н?(?:ост)?(?:[аяуюыиеоьй]|[оеыи]м|[оеыи]й|[ое]в|[аяыи]ми?|[аяыи]х|[ао]го|его|[ое]му|[аяоеыи][яе]|[ую]ю"
    r"|ью|и[иею]|ием|иям|иями|иях)?"
)


def plain(word: str) -> str:
    """Return a word as it is compared: small letters, е for ё, one kind of hyphen and apostrophe."""
    return word.casefold().translate(_SAME_SIGN)


def stem(word: str, language: Language) -> str:
    """Return the stem of a plain word; the stemmer remembers the last ten thousand."""
    stemmed: str = _STEMMERS[language].stemWord(word)
    return stemmed


@cache
def stems_of_forms(word: str, language: Language) -> frozenset[str]:
    """Return the stems that the forms of a plain word can have."""
    bases = [word]
    for ending, other in _CHANGES[language]:
        if word.endswith(ending):
            bases.append(word.removesuffix(ending) + other)
    return frozenset(stem(base + ending, language) for base in bases for ending in _ENDINGS[language])


def is_form(written: str, word: str, language: Language) -> bool:
    """Tell whether the plain word `written` is a form of the plain word `word`."""
    if written == word:
        return True
    if len(word) < SHORT:
        return False
    if language == "en":  # a noun has one other form, and each can own something
        return written.removesuffix("'s") in (word, word + "s", word + "es", word.removesuffix("y") + "ies")
    kept = len(word) - _GIVES_WAY
    root = stem(written, language)
    if written[:kept] != word[:kept] or root not in stems_of_forms(word, language):
        return False
    return language != "ru" or bool(_RUSSIAN.fullmatch(written[len(root) :]))
