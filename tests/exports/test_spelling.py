"""The words that the search suggests."""

import json

from tests.conftest import EXAMPLE_SITE, TODAY

from knowledge_base.exports.spelling import spelling_words
from knowledge_base.loading.records import load


def test_words_of_many_names_come_first_and_short_ones_do_not() -> None:
    catalogue, _ = load(EXAMPLE_SITE, TODAY)
    words = json.loads(spelling_words(catalogue, "en"))
    assert words.index("harbour") < words.index("yard")
    assert {"yard", "logistics", "visit"} <= set(words)
    assert "and" not in words
    assert len(words) == len(set(words))


def test_each_language_has_its_own_words() -> None:
    catalogue, _ = load(EXAMPLE_SITE, TODAY)
    assert "порты" in json.loads(spelling_words(catalogue, "ru"))
    assert "hamnar" in json.loads(spelling_words(catalogue, "sv"))
    assert "hamnar" not in json.loads(spelling_words(catalogue, "en"))
