"""EPUB files hold what the standard asks for; `make audit` runs its validator."""

from pathlib import PurePosixPath
from zipfile import ZIP_STORED, ZipFile

import pytest
from selectolax.lexbor import LexborHTMLParser

from knowledge_base.languages import LANGUAGES
from tests.downloads.conftest import Printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", ["red-guide-harbour-visit", "red-case-changed-since", "red-book-guides"])
def test_an_epub_is_whole(printed: Printed, stem: str, language: str) -> None:
    with ZipFile(printed.file(f"{stem}-{language}.epub")) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        names = {name for name in archive.namelist() if name.startswith("EPUB/")}
        package = archive.read("EPUB/package.opf").decode()
        assert f"<dc:language>{language}</dc:language>" in package
        assert "<dc:date>2026-11-25</dc:date>" in package
        for name in names - {"EPUB/package.opf"}:
            assert f'href="{name.removeprefix("EPUB/")}"' in package, name
        pages = {n: LexborHTMLParser(archive.read(n).decode()) for n in names if n.endswith(".xhtml")}
    ids = {name: {node.attributes["id"] for node in page.css("[id]")} for name, page in pages.items()}
    links = [(n, node.attributes["href"]) for n, page in pages.items() for node in page.css("a[href]")]
    inside = [(n, link) for n, link in links if link and not link.startswith("https://")]
    assert inside
    for name, link in inside:
        file, _, anchor = str(link).partition("#")
        target = str(PurePosixPath(name).with_name(file)) if file else name
        assert target in pages and (not anchor or anchor in ids[target]), (name, link)


def test_notes_and_contents(printed: Printed) -> None:
    with ZipFile(printed.file("red-guide-harbour-visit-sv.epub")) as archive:
        chapter = archive.read("EPUB/harbour-visit.xhtml").decode()
        contents = archive.read("EPUB/contents.xhtml").decode()
    assert chapter.count('epub:type="footnote"') == 1
    assert chapter.count('epub:type="noteref"') > 3
    assert contents.index("Heading purpose") < contents.index("Heading success") < contents.index("Plan")


def test_two_languages_are_two_books(printed: Printed) -> None:
    found = set()
    for language in LANGUAGES:
        with ZipFile(printed.file(f"red-guide-harbour-visit-{language}.epub")) as archive:
            package = archive.read("EPUB/package.opf").decode()
            found.add(package.partition("urn:uuid:")[2][:36])
    assert len(found) == len(LANGUAGES)
