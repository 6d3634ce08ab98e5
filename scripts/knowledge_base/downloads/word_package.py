"""The package around a Word document: its parts, and what they refer to."""

from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from knowledge_base.downloads.archive import zip_of
from knowledge_base.downloads.document import Document
from knowledge_base.downloads.wordml import NAMESPACES, field, p, r
from knowledge_base.languages import FACTS

PARTS = Path(__file__).parent / "word"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
    '<w:footerReference w:type="default" r:id="footer"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)

_SETTINGS = (
    f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
    '<w:autoHyphenation/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat></w:settings>'
)


class Package:
    """Collects links, pictures and numbered lists while a document is written, then packs it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._language = FACTS[document["language"]].locale.replace("_", "-")
        self._links: dict[str, dict[str, str]] = {"document": {}, "footnotes": {}}
        self._media: dict[str, bytes] = {}
        self._starts: list[int] = []

    def link(self, address: str, part: str) -> str:
        """Return the relation that leads from a part to an address outside."""
        links = self._links[part]
        return links.setdefault(address, f"link{len(links) + 1}")

    def media(self, content: bytes, ending: str) -> str:
        """Return the relation of a picture."""
        name = f"picture{len(self._media) + 1}"
        self._media[f"{name}.{ending}"] = content
        return name

    def numbered(self, start: int) -> int:
        """Return the number of a list of its own that counts from `start`."""
        self._starts.append(start)
        return len(self._starts) + 1

    def packed(self, body: str, notes: dict[str, str]) -> bytes:
        """Return the file; `notes` holds the content of each footnote by its number."""
        document = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{_PAGE}</w:body></w:document>"
        relations = [
            *((name, f"{_OFFICE}/{name}", f"{name}.xml", False) for name in _LINKED),
            *((n.partition(".")[0], f"{_OFFICE}/image", f"media/{n}", False) for n in self._media),
            *self._outside("document"),
        ]
        files: dict[str, str | bytes] = {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations(
                [
                    ("document", f"{_OFFICE}/officeDocument", "word/document.xml", False),
                    (
                        "core",
                        f"{_PACKAGE}/relationships/metadata/core-properties",
                        "docProps/core.xml",
                        False,
                    ),
                ]
            ),
            "docProps/core.xml": self._core(),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _relations(relations),
            "word/styles.xml": _part("styles.xml").replace("@language@", self._language),
            "word/numbering.xml": _part("numbering.xml").replace("@numbers@", self._numbers()),
            "word/settings.xml": _SETTINGS,
            "word/footnotes.xml": _footnotes(notes),
            "word/_rels/footnotes.xml.rels": _relations(self._outside("footnotes")),
            "word/header.xml": self._margin("hdr", "Header", "site", r(self._document["running"])),
            "word/footer.xml": self._margin("ftr", "Footer", "date", field("PAGE", r("1"))),
        }
        return zip_of(files | {f"word/media/{name}": content for name, content in self._media.items()})

    def _outside(self, part: str) -> list[tuple[str, str, str, bool]]:
        return [(name, f"{_OFFICE}/hyperlink", address, True) for address, name in self._links[part].items()]

    def _numbers(self) -> str:
        return "".join(
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for n, start in enumerate(self._starts, start=2)
        )

    def _margin(self, tag: str, style: str, word: str, right: str) -> str:
        left = r(self._document["words"][word])
        return f"{HEAD}<w:{tag} {NAMESPACES}>{p(f'{left}<w:r><w:tab/></w:r>{right}', style)}</w:{tag}>"

    def _core(self) -> str:
        document = self._document
        moment = f'xsi:type="dcterms:W3CDTF">{document["day"]}T00:00:00Z</dcterms:'
        return (
            f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape(document['title'])}</dc:title><dc:creator>{escape(document['publisher'])}</dc:creator>"
            f"<dc:description>{escape(document['summary'])}</dc:description>"
            f"<dc:language>{self._language}</dc:language>"
            f"<dcterms:created {moment}created><dcterms:modified {moment}modified></cp:coreProperties>"
        )


_OUTSIDE = ' TargetMode="External"'
_LINKED = ("styles", "numbering", "settings", "footnotes", "header", "footer")


@cache
def _part(name: str) -> str:
    return (PARTS / name).read_text(encoding="utf-8")


def _content_types() -> str:
    kinds = {"document": "document.main", **{name: name for name in _LINKED}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpg" ContentType="image/jpeg"/>'
        '<Override PartName="/docProps/core.xml" '
        f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{overrides}</Types>'
    )


def _relations(found: list[tuple[str, str, str, bool]]) -> str:
    lines = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target={quoteattr(target)}{_OUTSIDE if outside else ""}/>'
        for name, kind, target, outside in found
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _footnotes(notes: dict[str, str]) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for n, kind, tag in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    for n, content in notes.items():
        lines += f'<w:footnote w:id="{n}">{p(mark + r(chr(32)) + content, "FootnoteText")}</w:footnote>'
    return f"{HEAD}<w:footnotes {NAMESPACES}>{lines}</w:footnotes>"
