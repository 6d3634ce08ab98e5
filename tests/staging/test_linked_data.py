"""What pages tell other programs about themselves."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.website.pages import LANGUAGES, ROOTS, all_pages, page

from knowledge_base.addresses import absolute


def graph(built: Path, address: str) -> dict[str, dict[str, Any]]:
    """Return the things of a page by their type."""
    script = page(built, address).css_first('script[type="application/ld+json"]')
    assert script is not None, address
    said = json.loads(script.text())
    assert said["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in said["@graph"]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("", {"WebSite"}),
        ("cases/changed-since/", {"Article", "BreadcrumbList"}),
        ("guides/harbour-visit/", {"HowTo", "BreadcrumbList"}),
        ("seminars/harbour-day/", {"Event", "BreadcrumbList"}),
        ("organisations/example-harbour/", {"Organization", "BreadcrumbList"}),
        ("cases/", {"CollectionPage", "BreadcrumbList", "Dataset"}),
        ("glossary/", {"DefinedTermSet", "BreadcrumbList", "Dataset"}),
        ("about-red/", {"WebPage", "BreadcrumbList"}),
    ],
)
def test_each_kind_of_page_has_its_types(built: Path, language: str, address: str, kinds: set[str]) -> None:
    things = graph(built, ROOTS[language] + address)
    assert set(things) == kinds
    main = next(iter(things.values()))
    assert main.get("inLanguage", language) == language
    canonical = page(built, ROOTS[language] + address).css_first("link[rel=canonical]")
    assert canonical is not None
    assert canonical.attributes["href"] in (main.get("url"), main.get("mainEntityOfPage"))


def test_a_case_says_where_and_when_and_what_it_rests_on(built: Path) -> None:
    case = graph(built, "cases/changed-since/")["Article"]
    assert case["headline"] == page(built, "cases/changed-since/").css_first("h1").text()
    assert case["spatialCoverage"][0]["geo"]["@type"] == "GeoCoordinates"
    assert case["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert all(address.startswith("http") for address in case["citation"])


def test_the_steps_of_a_guide_lead_to_their_places(built: Path) -> None:
    html = page(built, "ru/guides/harbour-visit/")
    steps = graph(built, "ru/guides/harbour-visit/")["HowTo"]["step"]
    assert steps
    for step in steps:
        assert html.css_first(f"#{step['url'].partition('#')[2]}") is not None
        assert step["name"]


def test_the_way_from_home_ends_at_the_page(built: Path) -> None:
    way = graph(built, "sv/cases/changed-since/")["BreadcrumbList"]["itemListElement"]
    assert [item["position"] for item in way] == [1, 2, 3]
    assert [item["item"] for item in way] == [
        absolute("https://red.example/", address, "sv")
        for address in ("/", "/cases/", "/cases/changed-since/")
    ]


def test_terms_are_defined_where_they_are_said_to_be(built: Path) -> None:
    html = page(built, "glossary/")
    terms = graph(built, "glossary/")["DefinedTermSet"]["hasDefinedTerm"]
    assert [term["name"] for term in terms] == ["harbour", "quay"]
    assert all(html.css_first(term["@id"]) is not None for term in terms)


def test_the_files_of_a_dataset_are_published(built: Path) -> None:
    for address in ("cases/", "glossary/"):
        for file in graph(built, address)["Dataset"]["distribution"]:
            assert (built / file["contentUrl"].removeprefix("https://red.example/")).is_file()


def test_a_page_that_is_not_indexed_says_nothing(built: Path) -> None:
    for _, address, html in all_pages(built):
        hidden = html.css_first('meta[name="robots"]') is not None
        assert (html.css_first('script[type="application/ld+json"]') is None) == hidden, address


def test_every_page_has_a_title_and_a_description_of_its_own(built: Path) -> None:
    for language in LANGUAGES:
        seen: dict[str, str] = {}
        for of, address, html in all_pages(built):
            title, said = html.css_first("title"), html.css_first('meta[name="description"]')
            assert title is not None and said is not None, address
            if of != language or html.css_first('meta[name="robots"]') is not None:
                continue
            assert re.search(r"\w", str(said.attributes["content"])), address
            assert title.text() not in seen, (address, seen[title.text()])
            seen[title.text()] = address
