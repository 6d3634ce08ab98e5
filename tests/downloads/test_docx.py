"""DOCX files are read back by another library, as another program would."""

from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import docx
import pytest

from knowledge_base.downloads.docx import docx_of
from knowledge_base.languages import LANGUAGES
from tests.downloads.conftest import Printed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_tables_and_properties_are_real(printed: Printed, language: str) -> None:
    name = f"red-guide-harbour-visit-{language}"
    document, read = printed.document(name), docx.Document(str(printed.file(f"{name}.docx")))
    headings = [p.text for p in read.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings == [s["heading"] for s in document["chapters"][0]["sections"]]
    assert [p.text for p in read.paragraphs if p.style is not None and p.style.name == "Title"] == [
        document["title"]
    ]
    timeline = next(t for t in read.tables if t.style is not None and t.style.name == "Lines")
    assert [len(timeline.rows), len(timeline.columns)] == [3, 2]
    assert read.core_properties.title == document["title"]
    assert (read.core_properties.created or read.core_properties.modified).date().isoformat() == document[
        "day"
    ]
    fonts = fromstring(ZipFile(printed.file(f"{name}.docx")).read("word/styles.xml"))
    assert fonts.find(f".//{W}rPrDefault//{W}lang").get(f"{W}val")[:2] == language  # type: ignore[union-attr]


def test_a_template_has_fields_to_fill_in(printed: Printed) -> None:
    root = _part(printed, "red-guide-harbour-visit-en.docx", "document")
    kinds = []
    for control in root.iter(f"{W}sdtPr"):
        name = control.find(f"{W}alias").get(f"{W}val")  # type: ignore[union-attr]
        kinds.append((name, control[-1].tag.rpartition("}")[2]))
    points = ["The harbour has said yes.", "The boat is booked; or the bus is.", "Everybody can swim."]
    fields = [
        ("Day", "date"),
        ("Aim", "text"),
        ("Notes", "text"),
        ("Form", "dropDownList"),
        ("Done", "checkbox"),
    ]
    assert kinds == [*((point, "checkbox") for point in points), *fields]
    ids = [control.find(f"{W}id").get(f"{W}val") for control in root.iter(f"{W}sdtPr")]  # type: ignore[union-attr]
    assert len(set(ids)) == len(ids)
    assert [i.get(f"{W}displayText") for i in root.iter(f"{W}listItem")] == ["Choose", "Walk", "Boat"]


def test_rows_stay_whole_and_heads_are_repeated(printed: Printed) -> None:
    root = _part(printed, "red-case-changed-since-en.docx", "document")
    rows = list(root.iter(f"{W}tr"))
    assert rows and all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows) == 1
    assert [m.get(f"{W}val") for m in root.iter(f"{W}vMerge")] == ["restart", "continue", "continue"]


def test_sources_are_footnotes_and_repeated_ones_refer_to_the_first(printed: Printed) -> None:
    root = _part(printed, "red-guide-harbour-visit-sv.docx", "document")
    assert [n.get(f"{W}id") for n in root.iter(f"{W}footnoteReference")] == ["1"]
    again = [f.get(f"{W}instr") for f in root.iter(f"{W}fldSimple")]
    assert len(again) > 3 and set(again) == {" NOTEREF note1 \\f \\h "}
    notes = _part(printed, "red-guide-harbour-visit-sv.docx", "footnotes")
    assert "A book" in "".join(t.text or "" for t in notes.iter(f"{W}t"))


def test_every_relation_is_used_and_defined(printed: Printed) -> None:
    for name in printed.names():
        if name.endswith(".docx"):
            with ZipFile(printed.file(name)) as archive:
                for part in ("document", "footnotes"):
                    text = archive.read(f"word/{part}.xml").decode()
                    relations = fromstring(archive.read(f"word/_rels/{part}.xml.rels"))
                    defined = {r.get("Id"): r for r in relations}
                    used = {
                        piece.partition('"')[0]
                        for piece in text.replace("r:embed", "r:id").split('r:id="')[1:]
                    }
                    assert used <= defined.keys(), name
                    for relation in defined.values():
                        if relation.get("TargetMode") != "External":
                            assert f"word/{relation.get('Target')}" in archive.namelist()


def test_words_cannot_break_the_file(printed: Printed) -> None:
    document = printed.document("red-case-harbour-yard-en")
    hostile = '<w:p/> & "quotes" \' ]]>'
    document["title"] = document["chapters"][0]["title"] = document["chapters"][0]["sections"][0][
        "heading"
    ] = hostile
    content = docx_of(document)
    (file := printed.store.path("0" * 64)).parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    assert [p.text for p in docx.Document(str(file)).paragraphs].count(hostile) == 2


def _part(printed: Printed, name: str, part: str):  # type: ignore[no-untyped-def]
    with ZipFile(printed.file(name)) as archive:
        return fromstring(archive.read(f"word/{part}.xml"))
