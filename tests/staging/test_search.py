"""What finds a page beside its text."""

from pathlib import Path

import pytest
from tests.conftest import EXAMPLE_SITE, TODAY

from knowledge_base.inspection import inspect
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.settings import load_settings
from knowledge_base.staging.occurrences import Occurrences, Phrases, key, keys_in
from knowledge_base.staging.page import Site
from knowledge_base.staging.site import pages


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "clusters", "cluster"),
        ("sv", "städer", "stad"),
        ("sv", "vaxjo", "Växjö"),
        ("ru", "кластерами", "кластер"),
        ("ru", "самолет", "самолётов"),
    ],
)
def test_forms_of_a_word_have_one_key(language: Language, one: str, other: str) -> None:
    assert key(one.lower(), language) == key(other.lower(), language)


CLUSTER: Phrases = {"en": ("cluster", "cluster initiative"), "ru": ("кластер",)}
NETWORK: Phrases = {"en": ("trans-European networks", "TEN")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two clusters of firms, and clusters again", [CLUSTER]),
        ("a network of ten firms", []),
        ("Trans-European network", [NETWORK]),
        ("European networks, trans", []),
    ],
)
def test_a_thing_is_found_in_any_form_but_not_by_a_part(text: str, found: list[Phrases]) -> None:
    assert list(Occurrences([CLUSTER, NETWORK], "en").find(keys_in(text, "en"))) == found


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[Language, str], dict[str, str] | None]:
    """Return what the index holds of each record's page of the example site."""
    inspected = inspect(EXAMPLE_SITE, TODAY, tmp_path_factory.mktemp("work"))
    site = Site(inspected.catalogue, load_settings(), inspected.words)
    return {
        (language, page.address): page.make()["search"]
        for language in LANGUAGES
        for page in pages(site, language)
        if page.record
    }


def test_words_of_the_title_come_before_those_of_the_facts(
    entries: dict[tuple[Language, str], dict[str, str] | None],
) -> None:
    entry = entries["en", "/cases/harbour-yard/"]
    assert entry is not None
    assert {"hamn", "порт"} <= set(entry["entitled"].split())
    assert "логистик" in entry["words"].split()
    assert not {"hamn", "порт"} & set(entry["words"].split())
    assert "Ports and logistics" in entry["names"]


def test_a_word_that_the_text_has_is_not_repeated(
    entries: dict[tuple[Language, str], dict[str, str] | None],
) -> None:
    entry = entries["en", "/cases/harbour-yard/"]
    assert entry is not None
    assert "harbour" not in f"{entry['entitled']} {entry['words']} {entry['mentioned']}".split()


def test_the_home_page_and_a_text_in_another_language_have_no_place(
    entries: dict[tuple[Language, str], dict[str, str] | None],
) -> None:
    assert entries["en", "/"] is None
    assert entries["sv", "/cases/english-only/"] is None
    assert entries["en", "/cases/english-only/"] is not None


def test_a_withdrawn_record_has_no_place(site: Path, tmp_path: Path) -> None:
    record = site / "practices/cases/harbour-yard/record.yml"
    text = record.read_text(encoding="utf-8")
    withdrawn = text.replace("status: published", "status: withdrawn\nreason: Wrong.")
    record.write_text(withdrawn, encoding="utf-8")
    inspected = inspect(site, TODAY, tmp_path)
    every = pages(Site(inspected.catalogue, load_settings(), inspected.words), "en")
    [page] = [page for page in every if page.address == "/cases/harbour-yard/"]
    assert page.make()["search"] is None
