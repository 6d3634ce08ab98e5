"""Every interface word stands in three languages, and plural forms are complete."""

from pathlib import Path

import pytest

from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.settings import PROJECT
from knowledge_base.loading.words import Words, load_words
from knowledge_base.reporting import said

LOCALES = PROJECT / "overrides" / "locales"

# Words that are rightly the same in two languages, each with its reason.
EQUAL = {
    "kind_organisation": "the Swedish word is spelled like the English one",
    "fact_period": "the Swedish word is spelled like the English one",
    "fact_region": "the Swedish word is spelled like the English one",
    "by_region": "the Swedish word is spelled like the English one",
    "kind_term": "the Swedish word is spelled like the English one",
    "fact_budget": "the Swedish word is spelled like the English one",
    "col_format": "the Swedish word is spelled like the English one",
    "ask_means_budget": "the Swedish word is spelled like the English one",
    "ask_periods_item": "the Swedish word is spelled like the English one",
    "ask_materials_item": "the Swedish word is spelled like the English one",
    "ask_region": "the Swedish word is spelled like the English one",
    "size_kb": "units have the same signs in English and Swedish",
    "size_mb": "units have the same signs in English and Swedish",
    "translations_original": "the Swedish word is spelled like the English one",
}


def test_the_words_of_the_site_are_complete() -> None:
    assert load_words(LOCALES)[1] == []


def test_no_word_was_left_untranslated() -> None:
    words, _ = load_words(LOCALES)
    equal = {
        key
        for key in words["en"].entries
        if len({str(words[language].entries[key]) for language in LANGUAGES}) < len(LANGUAGES)
    }
    assert equal == set(EQUAL)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('menu: "Huvudmeny"\n', "", '"menu" is missing'),
        (', other: "{n} veckor"', "", '"weeks" lacks a plural form: other'),
    ],
)
def test_a_hole_is_found(tmp_path: Path, old: str, new: str, message: str) -> None:
    for language in LANGUAGES:
        text = (LOCALES / f"{language}.yml").read_text(encoding="utf-8")
        if language == "sv":
            assert text.count(old) == 1
            text = text.replace(old, new)
        (tmp_path / f"{language}.yml").write_text(text, encoding="utf-8")
    [finding] = load_words(tmp_path)[1]
    assert message in said(finding, "en").message
    assert finding.path == "overrides/locales/sv.yml"


@pytest.mark.parametrize(
    ("n", "shown"),
    [(1, "1 неделя"), (2, "2 недели"), (5, "5 недель"), (11, "11 недель"), (21, "21 неделя")],
)
def test_russian_plurals(n: int, shown: str) -> None:
    assert load_words(LOCALES)[0]["ru"]("weeks", n=n) == shown


def test_an_unknown_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        Words("en", {})("nothing")
