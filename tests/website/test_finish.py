"""What `kb build --release` adds."""

import gzip
import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from PIL import Image

from knowledge_base.cli import main
from knowledge_base.website import cards, compressed
from knowledge_base.website.build import Options, build
from tests.conftest import EXAMPLE_SITE, TODAY
from tests.website.pages import LANGUAGES, all_pages, page

RELEASE = Options(LANGUAGES, jobs=2, search=False, downloads=False, release=True)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("released")


@pytest.fixture(scope="module")
def released(place: Path) -> Iterator[Path]:
    """Return the released example site; later tests of this module build in the same folder."""
    root = Path(shutil.copytree(EXAMPLE_SITE, place / "root"))
    assert build(root, place / "site", TODAY, RELEASE).release
    yield (place / "site").resolve()


def test_a_copy_says_the_same_in_fewer_bytes(released: Path) -> None:
    files = [file for file in released.rglob("*") if file.suffix in (".html", ".css", ".xml")]
    assert len(files) > 40
    for file in files:
        content = file.read_bytes()
        for ending, unpack in ((".gz", gzip.decompress), (".br", brotli.decompress)):
            copy = file.with_name(file.name + ending).read_bytes()
            assert unpack(copy) == content
            assert len(copy) < len(content)
    assert not list(released.rglob("*.png.*"))


def test_every_file_has_its_checksum(released: Path) -> None:
    lines = (released / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    files = {f.relative_to(released).as_posix(): f for f in released.rglob("*") if f.is_file()}
    assert sums.keys() == files.keys() - {"SHA256SUMS"}
    for path, digest in sums.items():
        assert hashlib.sha256(files[path].read_bytes()).hexdigest() == digest


def test_every_page_names_a_card_that_is_there(released: Path) -> None:
    named = set()
    for _, address, html in all_pages(released):
        card = html.css_first('meta[property="og:image"]')
        assert card is not None, address
        path = str(card.attributes["content"]).removeprefix("https://red.example/")
        named.add(path)
        with Image.open(released / path) as picture:
            assert picture.size == (1200, 630)
    assert named == {f.relative_to(released).as_posix() for f in (released / "cards").rglob("*.png")}


def test_a_page_in_another_language_shows_the_card_of_its_text(released: Path) -> None:
    card = page(released, "ru/cases/english-only/").css_first('meta[property="og:image"]')
    assert card is not None
    assert str(card.attributes["content"]).endswith("/cards/case/english-only.en.png")


def test_other_builds_have_none_of_it(built: Path) -> None:
    assert not list(built.rglob("*.gz")) and not (built / "SHA256SUMS").exists()
    assert page(built, "cases/harbour-yard/").css_first('meta[property="og:image"]') is None


def test_what_was_made_is_not_made_again(
    place: Path, released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, before = place / "root", released.name
    build(
        root, place / "site", TODAY, Options(LANGUAGES, jobs=2, search=False, downloads=False)
    )  # a build between two releases
    file = root / "practices/cases/harbour-yard/en.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\nWords", "\nMore words"), encoding="utf-8")
    drawn, packed = [], []
    monkeypatch.setattr(cards, "draw", lambda card: drawn.append(card))
    compress = brotli.compress
    monkeypatch.setattr(compressed.brotli, "compress", lambda c, **o: packed.append(c) or compress(c, **o))
    changed = build(root, place / "site", TODAY, RELEASE).release
    assert changed is not None and changed.name != before
    assert drawn == []
    # The page, and the data and feed that hold its words.
    assert 1 <= len(packed) <= 8
    file.write_text(text, encoding="utf-8")
    again = build(root, place / "site", TODAY, RELEASE).release
    assert again is not None and again.name == before


def test_a_card_is_drawn_again_when_it_says_something_else(place: Path, released: Path) -> None:
    card = Path("cards/case/harbour-yard.en.png")
    before = (released / card).read_bytes()
    root = Path(shutil.copytree(place / "root", place / "edited"))
    file = root / "practices/cases/harbour-yard/en.md"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1] = "title: Another name\n"
    file.write_text("".join(lines), encoding="utf-8")
    now = build(root, place / "site", TODAY, RELEASE).release
    assert now is not None and (now / card).read_bytes() != before
    assert (now / "cards/case/harbour-yard.sv.png").read_bytes() == (
        released / "cards/case/harbour-yard.sv.png"
    ).read_bytes()


def test_a_release_without_an_owner_is_refused(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_CONTACT", "editors@red.test")
    output = tmp_path / "published"
    command = ["build", "--release", "--root", str(site), "--output", str(output), "--today", "2026-11-25"]
    assert main(command) == 2
    said = capsys.readouterr().err
    assert "KB_SITE_ADDRESS" in said and "KB_PUBLISHER" in said and "KB_CONTACT" not in said
    assert not output.exists()
