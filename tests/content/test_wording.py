"""The cases were not written from one mould: no two share a run of eight words in any language."""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from knowledge_base.catalogue import Record
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.records import load
from knowledge_base.loading.settings import PROJECT
from knowledge_base.texts import CITATION
from tests.conftest import TODAY

RUN = 8


def runs(record: Record, language: Language) -> set[tuple[str, ...]]:
    """Return every run of eight words in a text, sections apart."""
    return {run for section in record.texts[language].source.sections for run in _runs(section.body)}


def _runs(body: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", CITATION.sub("", body).lower())
    yield from (tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_cases_share_eight_words(language: Language) -> None:
    catalogue, _ = load(PROJECT, TODAY)
    found = {slug: runs(r, language) for slug, r in catalogue.of_kind("case").items() if language in r.texts}
    shared = {
        (a, b): " ".join(min(found[a] & found[b])) for a, b in combinations(found, 2) if found[a] & found[b]
    }
    assert not shared


def test_runs_are_found() -> None:
    assert len(set(_runs("One two three[^a] four five six seven eight nine"))) == 2
