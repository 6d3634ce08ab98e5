"""Two languages stand side by side, section by section, and what is not equal says so."""

from copy import deepcopy
from io import BytesIO

from pypdf import PdfReader

from knowledge_base.downloads.compose import PaperView, chapter_of
from knowledge_base.downloads.document import Document, handout_of
from knowledge_base.downloads.pdf import pdf_of
from knowledge_base.inspection import inspect
from knowledge_base.loading.settings import load_settings
from knowledge_base.staging.page import Site
from tests.conftest import EXAMPLE_SITE, TODAY
from tests.downloads.conftest import Printed


def test_sections_are_paired_by_their_ids(printed: Printed) -> None:
    document = printed.document("red-guide-harbour-visit-en-ru")
    pairs = [(left["id"], right["id"]) for left, right in document["rows"]]
    assert all(left == right for left, right in pairs)
    assert [left for left, _ in pairs][:3] == ["purpose", "who", "preparation"]
    text = " ".join(
        PdfReader(printed.file("red-guide-harbour-visit-en-ru.pdf")).pages[0].extract_text().split()
    )
    order = ["Guide", "Методическое", "Preparation, week by week", "Подготовка по неделям", "Step 1: Look"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_a_changed_section_is_marked(printed: Printed) -> None:
    rows = printed.document("red-case-changed-since-en-sv")["rows"]
    marked = [right["id"] for left, right in rows if "notice" in right and "notice" not in left]
    assert marked == ["challenge"]


def test_a_missing_section_is_marked_on_its_side() -> None:
    record = (site := _site()).catalogue.of_kind("guide")["harbour-visit"]
    views = PaperView(site, "en", record.address), PaperView(site, "sv", record.address)
    left, right = (chapter_of(view, record, EXAMPLE_SITE / "practices") for view in views)
    right = deepcopy(right)
    right["sections"] = [s for s in right["sections"] if s["id"] != "who"]
    left["sections"] = [s for s in left["sections"] if s["id"] != "pitfalls"]
    document = handout_of(views, (left, right), "2026-11-25")
    gaps = [(bool(one), bool(other)) for one, other in document["rows"]]
    ids = [(one or other)["id"] for one, other in document["rows"]]
    assert ids[:2] == ["purpose", "who"] and ids.index("pitfalls") == ids.index("checklist") + 1
    assert (gaps.count((True, False)), gaps.count((False, True))) == (1, 1)
    text = _text(document)
    assert "Avsnittet finns inte på det här språket." in text
    assert "There is no such section in this language." in text


def test_one_source_has_one_number_in_both_languages(printed: Printed) -> None:
    assert list(printed.document("red-guide-harbour-visit-sv-ru")["notes"]) == ["1"]


def test_there_is_none_without_a_translation(printed: Printed) -> None:
    names = set(printed.names())
    assert "red-case-english-only-en.pdf" in names
    assert not [name for name in names if name.startswith("red-case-english-only-") and "-en." not in name]


def _site() -> Site:
    inspected = inspect(EXAMPLE_SITE, TODAY)
    return Site(inspected.catalogue, load_settings(), inspected.words)


def _text(document: Document) -> str:
    reader = PdfReader(BytesIO(pdf_of(document)[0]))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())
