"""Documents as DOCX: real styles, headings, footnotes and tables, and content controls to fill in.

python-docx has no footnotes, links, bookmarks or content controls, which is most of what is needed here, so
the few elements in use are written as they are (`wordml`), and packed by `word_package`.
"""

from base64 import b64decode
from typing import Any

from knowledge_base.downloads.blocks import Block
from knowledge_base.downloads.compose import Chapter
from knowledge_base.downloads.document import Document
from knowledge_base.downloads.pictures import ending_of, qr_png, size_of
from knowledge_base.downloads.word_fields import field_to_fill
from knowledge_base.downloads.word_package import Package
from knowledge_base.downloads.word_runs import Inline
from knowledge_base.downloads.wordml import (
    bookmark,
    cell,
    check_box,
    p,
    picture,
    r,
    row,
    shares,
    styled,
    tbl,
)

MILLIMETRE = 36_000
PICTURE_WIDTH = 120 * MILLIMETRE


def docx_of(document: Document) -> bytes:
    """Return the DOCX of a document."""
    return _Writer(document).write()


class _Writer:
    """Writes one document; `_count` numbers what Word wants numbered: bookmarks, controls, pictures."""

    def __init__(self, document: Document) -> None:
        self._document, self._words = document, document["words"]
        self._package = Package(document)
        self._count = 0
        self._runs = Inline(self._package, self._next).runs
        self._headings: list[tuple[str, str]] = []

    def write(self) -> bytes:
        document, chapters = self._document, self._document["chapters"]
        notes = {n: self._runs(runs, "footnotes") for n, runs in document["notes"].items()}
        if document["form"] == "book":
            texts = [self._book_chapter(chapter) for chapter in chapters]
            body = "".join([self._front(), self._contents(), *texts])
        else:
            [chapter] = chapters
            front = (
                p(r(chapter["kicker"]), "Kicker") + p(r(chapter["title"]), "Title") + self._opening(chapter)
            )
            text = self._text(chapter, 1)  # first: the contents list its headings
            body = front + (self._contents() if document["form"] == "guide" else "") + text
        return self._package.packed(body, notes)

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _front(self) -> str:
        words, document = self._words, self._document
        front = p(r(words["site"]), "Kicker") + p(r(document["title"]), "Title")
        front += p(r(document["summary"]), "Subtitle")
        return front + "".join(
            p(r(said)) for said in (document["publisher"], words["date"], words["licence"])
        )

    def _book_chapter(self, chapter: Chapter) -> str:
        heading = self._heading(chapter["title"], 1, "<w:pageBreakBefore/>")
        return heading + self._opening(chapter) + self._text(chapter, 2)

    def _opening(self, chapter: Chapter) -> str:
        parts = [p(r(chapter["summary"]), "Subtitle")]
        parts += [p(r(words), "Notice") for words in chapter["notices"]]
        parts.append(self._facts(chapter))
        parts += [self._figure(item) for item in chapter["figures"]]
        parts += [self._picture(found) for found in chapter["pictures"]]
        return "".join(parts)

    def _text(self, chapter: Chapter, level: int) -> str:
        parts = [self._section(s, level) for s in chapter["sections"] if not s.get("form")]
        parts.append(self._colophon(chapter))
        parts += [self._section(s, level) for s in chapter["sections"] if s.get("form")]
        return "".join(parts)

    def _heading(self, text: str, level: int, properties: str = "") -> str:
        name = f"heading{len(self._headings) + 1}"
        if level == 1:
            self._headings.append((name, text))
        return p(bookmark(self._next(), name, r(text)), f"Heading{level}", properties)

    def _contents(self) -> str:
        """Return a table of contents that is full as it comes, and that Word can make anew."""
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        begin += '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h \\z </w:instrText></w:r>'
        begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        lines = [
            p((begin if n == 0 else "") + f'<w:hyperlink w:anchor="{name}">{r(text)}</w:hyperlink>', "TOC1")
            for n, (name, text) in enumerate(self._headings)
        ]
        end = p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        return p(r(self._words["contents"]), "TOCHeading") + "".join(lines) + end

    def _facts(self, chapter: Chapter) -> str:
        widths = shares([1, 3])
        rows = ""
        for fact in chapter["facts"]:
            values = [part for value in fact["values"] for part in ({"text": "; "}, *value)][1:]
            label = p(r(fact["label"], "<w:b/>"), "TableText")
            rows += row(cell(label, widths[0]) + cell(p(self._runs(values), "TableText"), widths[1]))
        return tbl("Facts", widths, rows) if rows else ""

    def _figure(self, item: dict[str, Any]) -> str:
        figure = r(item["figure"], styled("LargeFigure"))
        return p(figure + r(f" {item['unit']}. ") + self._runs(item["runs"]))

    def _picture(self, found: dict[str, Any]) -> str:
        content = b64decode(found["content"])
        try:
            width, height = size_of(content)
        except ValueError:  # Word does not know WebP: its words stand for the picture
            return p(r(f"{found['alt']} ({found['credit']})"))
        relation = self._package.media(content, ending_of(content))
        tall = round(PICTURE_WIDTH * height / width)
        drawn = picture(relation, self._next(), found["alt"], PICTURE_WIDTH, tall)
        return p(drawn, "", "<w:keepNext/>") + p(r(found["credit"]), "FieldHint")

    def _section(self, section: dict[str, Any], level: int) -> str:
        page = "<w:pageBreakBefore/>" if section.get("form") else ""
        parts = [self._heading(section["heading"], level, page)] if section["heading"] else []
        parts += [p(r(section["label"]), "SectionLabel")] if "label" in section else []
        parts += [p(r(section["notice"]), "Notice")] if "notice" in section else []
        return "".join(parts) + self._blocks(section["blocks"], level + 1)

    def _blocks(self, blocks: list[Block], level: int, style: str = "", depth: int = 0) -> str:
        return "".join(self._block(block, level, style, depth) for block in blocks)

    def _block(self, block: Block, level: int, style: str, depth: int) -> str:
        match block["type"]:
            case "paragraph":
                return p(self._runs(block["runs"]), style)
            case "heading":
                return p(self._runs(block["runs"]), f"Heading{min(3, level)}")
            case "list":
                return self._list(block, level, depth)
            case "quote":
                return self._blocks(block["blocks"], level, "Quote")
            case "table":
                return self._table(block)
            case "field":
                return field_to_fill(block, self._document, self._next)
            case "code":
                return p(r(block["text"]), "Code")
            case _:
                return p(
                    "",
                    "",
                    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="9FB0B7"/></w:pBdr>',
                )

    def _list(self, block: Block, level: int, depth: int) -> str:
        number = 1 if block["start"] is None else self._package.numbered(block["start"])
        bullet = f'<w:numPr><w:ilvl w:val="{min(depth, 1)}"/><w:numId w:val="{number}"/></w:numPr>'
        parts = []
        for first, *others in block["items"]:
            if block["boxes"]:
                name = "".join(part.get("text", "") for part in first["runs"])
                box = check_box(self._next(), name) + "<w:r><w:tab/></w:r>"
                parts.append(p(box + self._runs(first["runs"]), "CheckItem"))
            else:
                parts.append(p(self._runs(first.get("runs", [])), "ListParagraph", bullet))
            parts.append(self._blocks(others, level, "ListParagraph", depth + 1))
        return "".join(parts)

    def _table(self, block: Block) -> str:
        widths = shares(block["widths"])
        heads = [p(self._runs(runs), "TableText") for runs in block["head"]]
        rows = [row("".join(map(cell, heads, widths)), head=True)]
        for n, parts in enumerate(block["rows"]):
            below = block["rows"][n + 1] if n + 1 < len(block["rows"]) else [[]] * len(parts)
            cells = ""
            for content, under, width in zip(parts, below, widths, strict=True):
                reach = "continue" if content is None else "restart" if under is None else ""
                cells += cell(p(self._runs(content or []), "TableText"), width, reach)
            rows.append(row(cells))
        caption = p(r(block["caption"]), "Caption") if block["caption"] else ""
        return caption + tbl("Lines", widths, "".join(rows), block["caption"])

    def _colophon(self, chapter: Chapter) -> str:
        words = self._words
        relation = self._package.media(qr_png(chapter["address"]), "png")
        side = 23 * MILLIMETRE
        code = picture(relation, self._next(), f"{words['online']}: {chapter['address']}", side, side)
        online = self._runs([{"text": chapter["address"], "href": chapter["address"]}])
        lines = p(r(f"{words['online']}: ", "<w:b/>") + online, "TableText")
        lines += p(r(f"{words['cite']}: ", "<w:b/>") + r(chapter["cite"]), "TableText")
        lines += "".join(
            p(r(said), "TableText") for said in (chapter["checked"], words["date"] + ".", words["licence"])
        )
        widths = shares([1, 4.6])
        return tbl("Facts", widths, row(cell(p(code, "TableText"), widths[0]) + cell(lines, widths[1])))
