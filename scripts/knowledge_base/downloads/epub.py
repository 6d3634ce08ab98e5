"""Documents as EPUB 3.3: a cover, navigation, and a file for each chapter with its notes at the end."""

from base64 import b64decode
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from knowledge_base.downloads.archive import zip_of
from knowledge_base.downloads.document import Document
from knowledge_base.downloads.pictures import ending_of
from knowledge_base.downloads.xhtml import chapter_html, sections_of

STYLE = Path(__file__).parent / "book.css"
MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CONTAINER = (
    f'{_HEAD}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)


def epub_of(document: Document, cover: bytes) -> bytes:
    """Return the EPUB of a document; `cover` is a PNG."""
    chapters = document["chapters"]
    pictures = {
        f"{chapter['id']}-{n}.{ending_of(content)}": content
        for chapter in chapters
        for n, content in enumerate(b64decode(p["content"]) for p in chapter["pictures"])
    }
    texts = {f"{c['id']}.xhtml": _page(document, c["title"], chapter_html(document, c)) for c in chapters}
    alternative = quoteattr(document["title"])
    shown = f'<section epub:type="cover" class="cover"><img src="cover.png" alt={alternative}/></section>'
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _package(document, texts, pictures),
        "EPUB/cover.png": cover,
        "EPUB/cover.xhtml": _page(document, document["title"], shown),
        "EPUB/contents.xhtml": _page(document, document["words"]["contents"], _contents(document)),
        "EPUB/book.css": STYLE.read_text(encoding="utf-8"),
        **{f"EPUB/{name}": text for name, text in texts.items()},
        **{f"EPUB/{name}": content for name, content in pictures.items()},
    }
    return zip_of(files, plain=("mimetype",))


def _page(document: Document, title: str, body: str) -> str:
    language = document["language"]
    return (
        f'{_HEAD}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}"><head>'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="book.css"/></head>\n'
        f"<body>{body}</body></html>\n"
    )


def _contents(document: Document) -> str:
    lines = []
    for chapter in document["chapters"]:
        file = f"{chapter['id']}.xhtml"
        inside = "".join(
            f'<li><a href="{file}#{s["id"]}">{escape(s["heading"])}</a></li>' for s in sections_of(chapter)
        )
        lines.append(f'<li><a href="{file}">{escape(chapter["title"])}</a><ol>{inside}</ol></li>')
    heading = escape(document["words"]["contents"])
    return f'<nav epub:type="toc" id="toc"><h1>{heading}</h1><ol>{"".join(lines)}</ol></nav>'


def _package(document: Document, texts: dict[str, str], pictures: dict[str, bytes]) -> str:
    # The address of the first page names one record; form and language tell its documents apart.
    first = document["chapters"][0]
    name = uuid5(NAMESPACE_URL, f"{first['address']} {document['form']} {document['language']}")
    words = document["words"]
    metadata = [
        f'<dc:identifier id="id">urn:uuid:{name}</dc:identifier>',
        f"<dc:title>{escape(document['title'])}</dc:title>",
        f"<dc:language>{document['language']}</dc:language>",
        f"<dc:publisher>{escape(document['publisher'])}</dc:publisher>",
        f"<dc:description>{escape(document['summary'])}</dc:description>",
        f"<dc:rights>{escape(words['licence'])}</dc:rights>",
        f"<dc:date>{document['day']}</dc:date>",
        f'<meta property="dcterms:modified">{document["day"]}T00:00:00Z</meta>',
        '<meta property="schema:accessMode">textual</meta>',
        '<meta property="schema:accessModeSufficient">textual</meta>',
        '<meta property="schema:accessibilityFeature">structuralNavigation</meta>',
        '<meta property="schema:accessibilityFeature">tableOfContents</meta>',
        '<meta property="schema:accessibilityFeature">alternativeText</meta>',
        '<meta property="schema:accessibilityHazard">none</meta>',
    ]
    items = [
        '<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="cover-picture" href="cover.png" media-type="image/png" properties="cover-image"/>',
        '<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>',
        '<item id="style" href="book.css" media-type="text/css"/>',
        *(
            f'<item id="chapter{n}" href="{text}" media-type="application/xhtml+xml"/>'
            for n, text in enumerate(texts)
        ),
        *(
            f'<item id="picture{n}" href="{name}" media-type="{MEDIA_TYPES[name.rpartition(".")[2]]}"/>'
            for n, name in enumerate(pictures)
        ),
    ]
    order = ["cover", "contents", *(f"chapter{n}" for n in range(len(texts)))]
    spine = "".join(f'<itemref idref="{item}"/>' for item in order)
    return (
        f'{_HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{document["language"]}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{''.join(metadata)}</metadata><manifest>{''.join(items)}</manifest><spine>{spine}</spine></package>"
    )
