"""The feeds, robots.txt and the manifests of the built site."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from tests.conftest import EXAMPLE_SITE, TODAY

from knowledge_base.exports import feed as feeds
from knowledge_base.inspection import LOCALES
from knowledge_base.loading.records import load
from knowledge_base.loading.settings import PROJECT, load_settings
from knowledge_base.loading.words import load_words

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.mark.parametrize(
    ("language", "cases"),
    [("en", {"changed-since", "english-only", "harbour-yard"}), ("ru", {"changed-since", "harbour-yard"})],
)
def test_a_feed_has_what_is_written_in_its_language(built: Path, language: str, cases: set[str]) -> None:
    feed = etree.parse(built / f"feed.{language}.xml")
    assert feed.xpath("string(/a:feed/@xml:lang)", namespaces=ATOM) == language
    links = feed.xpath("/a:feed/a:entry/a:link/@href", namespaces=ATOM)
    assert {link.split("/")[-2] for link in links if "/cases/" in link} == cases
    assert all((built / link.removeprefix("https://red.example/") / "index.html").is_file() for link in links)
    ids = feed.xpath("//a:id/text()", namespaces=ATOM)
    assert len(ids) == len(set(ids))


def test_what_was_checked_last_comes_first() -> None:
    catalogue, _ = load(EXAMPLE_SITE, TODAY)
    days = iter(("2026-03-01", "2026-05-01", "2026-04-01", "2025-01-01"))
    records = tuple(
        replace(r, facts=r.facts.model_copy(update={"checked_on": next(days)}))
        if r.kind.name == "case"
        else r
        for r in catalogue.records
        if r.kind.name in ("case", "page") and r.facts is not None
    )
    words = load_words(LOCALES)[0]["en"]
    written = [(record.address, "en") for record in records]
    text = feeds.feed(replace(catalogue, records=records), written, load_settings(), words)
    moments = etree.fromstring(text.encode()).xpath("/a:feed//a:updated/text()", namespaces=ATOM)
    assert moments[0] == "2026-05-01T00:00:00Z"
    assert moments[1:] == sorted(moments[1:], reverse=True)
    assert len(moments) == 5


def test_a_feed_does_not_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "LENGTH", 2)
    catalogue, _ = load(EXAMPLE_SITE, TODAY)
    written = [(record.address, "en") for record in catalogue.records]
    text = feeds.feed(catalogue, written, load_settings(), load_words(LOCALES)[0]["en"])
    assert text.count("<entry>") == 2


def test_an_empty_site_has_a_valid_feed() -> None:
    catalogue, _ = load(EXAMPLE_SITE, date(2026, 1, 2))
    text = feeds.feed(replace(catalogue, records=()), [], load_settings(), load_words(LOCALES)[0]["sv"])
    assert "<updated>2026-01-02T00:00:00Z</updated>" in text


def test_robots_are_told_where_the_list_of_pages_is(built: Path) -> None:
    said = (built / "robots.txt").read_text(encoding="utf-8")
    assert said.splitlines()[:2] == ["User-agent: *", "Allow: /"]
    assert "Sitemap: https://red.example/sitemap.xml\n" in said


@pytest.mark.parametrize(("root", "language"), [("", "en-GB"), ("sv/", "sv-SE"), ("ru/", "ru-RU")])
def test_a_manifest_names_pictures_that_are_there(built: Path, root: str, language: str) -> None:
    manifest = json.loads((built / root / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["lang"] == language
    assert all((built / root / icon["src"]).is_file() for icon in manifest["icons"])
    deep = (PROJECT / "overrides/assets/css/base.css").read_text(encoding="utf-8")
    assert f"--deep: light-dark({manifest['theme_color']}," in deep
