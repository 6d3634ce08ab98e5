"""Small pieces of WordprocessingML (ECMA-376): the order of elements is that of its schema."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

WIDTH = 9638
"""Width of the text on the page in twentieths of a point: A4 less margins of two centimetres."""

NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="{address}"'
        for prefix, address in {
            "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
            "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
            "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
            "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        }.items()
    )
    + ' mc:Ignorable="w14"'
)


def p(content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; `properties` follow its style."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    before = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{before}{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of words."""
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{before}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def styled(style: str) -> str:
    """Return the property of a run that has a character style."""
    return f'<w:rStyle w:val="{style}"/>'


def field(instruction: str, shown: str) -> str:
    """Return a field that Word works out anew, with what it shows until then."""
    return f'<w:fldSimple w:instr=" {instruction} ">{shown}</w:fldSimple>'


def bookmark(number: int, name: str, content: str) -> str:
    """Return content that a link can lead to."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def control(number: int, name: str, kind: str, content: str, *, empty: bool = True) -> str:
    """Return a content control: what people fill in; `empty` while it shows a prompt."""
    prompt = "<w:showingPlcHdr/>" if empty else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr(name[:64])}/><w:id w:val="{number}"/>{prompt}{kind}'
        f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def check_box(number: int, name: str) -> str:
    """Return a box to tick."""
    font = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/>'
    kind = (
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    return control(number, name, kind, r("\u2610", font), empty=False)


def cell(content: str, width: int, reach: str = "") -> str:
    """Return a cell; `reach` is "restart" where it begins to reach down, "continue" below that."""
    merged = f'<w:vMerge w:val="{reach}"/>' if reach else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}</w:tcPr>{content}</w:tc>'


def row(cells: str, *, head: bool = False, height: int = 0) -> str:
    """Return a row that no page cuts; a `head` is repeated on each page."""
    tall = f'<w:trHeight w:val="{height}"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def tbl(style: str, widths: Sequence[int], rows: str, name: str = "") -> str:
    """Return a table over the whole width, and a little space below it; `name` is for those who listen."""
    caption = f"<w:tblCaption w:val={quoteattr(name)}/>" if name else ""
    look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    ) + p("", "", '<w:spacing w:after="60"/>')


def shares(parts: Sequence[float]) -> list[int]:
    """Return column widths for these shares of the page."""
    return [round(WIDTH * part / sum(parts)) for part in parts]


def picture(relation: str, number: int, alternative: str, width: int, height: int) -> str:
    """Return a picture in a run; width and height in English metric units (36,000 to a millimetre)."""
    name = f'id="{number}" name="{relation}" descr={quoteattr(alternative)}'
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/><wp:docPr {name}/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
