"""PDFs are tagged, named, in their language, and read in the right order."""

from copy import deepcopy
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from knowledge_base.downloads.pdf import SHEET_PAGES, pdf_of
from knowledge_base.languages import LANGUAGES
from tests.downloads.conftest import Printed


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def figures(element: Any, found: list[Any]) -> list[Any]:
    """Collect the alternative text of every figure in the tree of tags."""
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        for one in element:
            figures(one, found)
    elif isinstance(element, dict):
        if element.get("/S") == "/Figure":
            found.append(element.get("/Alt"))
        figures(element.get("/K"), found)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", ["red-guide-harbour-visit", "red-case-changed-since", "red-book-guides"])
def test_a_pdf_is_made_for_everybody(printed: Printed, stem: str, language: str) -> None:
    reader = PdfReader(printed.file(f"{stem}-{language}.pdf"))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == printed.document(f"{stem}-{language}")["title"]
    alternatives = figures(root["/StructTreeRoot"], [])
    assert alternatives and all(alternatives)
    assert reader.outline


def test_a_guide_is_read_in_order_with_its_sources_and_forms(printed: Printed) -> None:
    reader = PdfReader(printed.file("red-guide-harbour-visit-ru.pdf"))
    text = text_of(reader)
    expected = [
        "Методическое руководство",
        "Harbour visit (ru)",
        "Содержание",
        "за 5 недель",
        "Heading pitfalls",
    ]
    expected += ["Heading success", "Как цитировать", "Лицензия: CC BY 4.0", "Остановки"]
    rest = text
    for words in expected:
        assert words in rest, words
        rest = rest.partition(words)[2]
    assert "A book. Example Press" in text
    assert "Текст от 25 ноября 2026" in text
    links = {
        a.get_object()["/A"]["/URI"]
        for p in reader.pages
        for a in p.get("/Annots", [])
        if "/A" in a.get_object()
    }
    assert {"https://press.example/book", "https://red.example/ru/guides/harbour-visit/"} <= links


def test_a_source_has_one_footnote_however_often_it_is_cited(printed: Printed) -> None:
    document = printed.document("red-guide-harbour-visit-en")
    assert list(document["notes"]) == ["1"]
    reader = PdfReader(printed.file("red-guide-harbour-visit-en.pdf"))
    assert text_of(reader).count("A book. Example Press") == 1


def test_a_case_fits_its_sheet_by_smaller_type(printed: Printed) -> None:
    document = printed.document("red-case-harbour-yard-sv")
    longer = deepcopy(document)
    [challenge] = [s for s in longer["chapters"][0]["sections"] if s["id"] == "challenge"]
    challenge["blocks"] = [{"type": "paragraph", "runs": [{"text": "Ord och fler ord. " * 40}]}] * 10
    assert pdf_of(longer)[1] == SHEET_PAGES
    height = {str(name): PdfReader(BytesIO(pdf_of(one)[0])) for name, one in (("a", document), ("b", longer))}
    assert largest_type(height["a"]) > largest_type(height["b"])


def largest_type(reader: PdfReader) -> float:
    sizes: list[float] = []
    reader.pages[0].extract_text(visitor_text=lambda text, cm, tm, font, size: sizes.append(size))
    return max(sizes)


def test_a_picture_without_words_stops_the_press(printed: Printed) -> None:
    document = printed.document("red-case-changed-since-en")
    document["chapters"][0]["pictures"][0]["alt"] = None
    with pytest.raises(RuntimeError, match="alt"):
        pdf_of(document)


def test_a_sign_that_no_font_has_is_left_out(printed: Printed) -> None:
    document = printed.document("red-case-harbour-yard-sv")
    document["chapters"][0]["title"] = "Varv 漢👍 ✓ → а́"
    assert "Varv ✓ → а́" in " ".join(text_of(PdfReader(BytesIO(pdf_of(document)[0]))).split())
