"""Queries that readers may type, with the records that must be among the first five results.

`queries.<language>.tsv` has a query in each line: inflected, without diacritics, in another language, or
misspelt. Add one when a search disappoints. Each row counts by the share of its records that are found.
"""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from knowledge_base.languages import FACTS, LANGUAGES, Language
from tests.conftest import SYNTHETIC
from tests.search.asking import ask

FIRST = 5
NEEDED = 0.9 if SYNTHETIC else 0.95


def queries(language: Language) -> list[dict[str, str]]:
    with (Path(__file__).parent / f"queries.{language}.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_queries_of_every_difficulty(language: Language) -> None:
    found = [row["difficulty"] for row in queries(language)]
    assert len(found) >= 30
    assert set(found) == {"inflected", "without diacritics", "other language", "misspelt"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_records_are_found(browser: Browser, records: str, language: Language) -> None:
    root = FACTS[language].root.rstrip("/")
    page = browser.new_page(base_url=records)
    page.goto(f".{root}/about-red/")
    found, missed = [], []
    for row in queries(language):
        expected = [root + address for address in row["expected"].split()]
        first = ask(page, row["query"]).links[:FIRST]
        found.append(sum(address in first for address in expected) / len(expected))
        missed += [f"{row['query']}: {address}" for address in expected if address not in first]
    page.close()
    assert sum(found) / len(found) >= NEEDED, missed
