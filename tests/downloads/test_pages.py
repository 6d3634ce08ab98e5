"""Pages offer the documents of their record with format and size; one list has them all."""

from hashlib import sha256
from pathlib import Path

import pytest

from knowledge_base.languages import LANGUAGES
from knowledge_base.website.build import Options, build
from tests.conftest import EXAMPLE_SITE, TODAY
from tests.website.pages import ROOTS, page

OWN = ["pdf", "docx", "epub"]


def offered(built: Path, address: str) -> list[tuple[str, str, str]]:
    """Return file, words and size of each document that a page offers."""
    rows = []
    for item in page(built, address).css(".downloads li"):
        link, size = item.css_first("a"), item.css_first(".quiet")
        if link is not None and size is not None:
            file = (built / address / str(link.attributes["href"])).resolve()
            rows.append((str(file.relative_to(built.resolve())), link.text(), size.text()))
    return rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_offers_its_own_language_and_handouts(built: Path, language: str) -> None:
    rows = offered(built, f"{ROOTS[language]}guides/harbour-visit/")
    files = [file for file, _, _ in rows]
    stem = "downloads/red-guide-harbour-visit"
    assert files[:3] == [f"{stem}-{language}.{ending}" for ending in OWN]
    assert len(files) == 5 and all(language in Path(file).stem.split("-")[4:] for file in files)
    for file, _, size in rows:
        number, unit = size.split()
        assert int(number) == round((built / file).stat().st_size / 1000), size
        assert unit == {"en": "kB", "sv": "kB", "ru": "кБ"}[language]


def test_without_a_translation_the_original_is_offered_and_named(built: Path) -> None:
    rows = offered(built, "ru/cases/english-only/")
    assert [file for file, _, _ in rows] == [f"downloads/red-case-english-only-en.{ending}" for ending in OWN]
    assert all("английский" in words for _, words, _ in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_tells_the_truth(built: Path, language: str) -> None:
    rows = page(built, f"{ROOTS[language]}downloads/").css(".shelf tbody tr")
    assert len(rows) > 15
    for row in rows:
        link, checksum = row.css_first("a"), row.css_first("code")
        assert link is not None and checksum is not None
        file = built / ROOTS[language] / "downloads" / str(link.attributes["href"])
        assert sha256(file.read_bytes()).hexdigest() == checksum.text()
    assert "red-book-guides" in str(rows[0].css_first("a").attributes["href"])  # type: ignore[union-attr]


def test_a_site_without_documents_offers_none(tmp_path: Path) -> None:
    options = Options(("sv",), jobs=1, search=False, downloads=False)
    result = build(EXAMPLE_SITE, tmp_path / "site", TODAY, options)
    site = tmp_path / "site"
    assert (result.documents, offered(site, "sv/cases/harbour-yard/")) == (0, [])
    assert not list(site.glob("downloads/red-*"))
    assert "Här finns ännu inget" in page(site, "sv/downloads/").body.text()  # type: ignore[union-attr]


def test_a_build_counts_its_documents(tmp_path: Path) -> None:
    options = Options(("en",), jobs=1, search=False)
    first = build(EXAMPLE_SITE, tmp_path / "site", TODAY, options)
    again = build(EXAMPLE_SITE, tmp_path / "site", TODAY, options)
    assert first.documents == first.printed > 10
    assert (again.documents, again.printed) == (first.documents, 0)
