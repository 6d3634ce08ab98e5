"""Documents as PDF/UA-1, through Typst and the templates beside this file."""

import json
import re
from base64 import b64decode
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from knowledge_base.downloads.document import Document
from knowledge_base.downloads.signs import printable

TEMPLATES = Path(__file__).parent

TEMPLATE_OF = {"book": "book", "handout": "handout"}
"""Name of the template by form; every other form is a document of one record."""

SIZES = (10.5, 10.0, 9.5, 9.0, 8.5)
"""Sizes of type, in points: a sheet takes the largest with which it fits its pages."""

SHEET_PAGES = 2

_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")


def pdf_of(document: Document) -> tuple[bytes, int]:
    """Return the PDF of a document and the number of its pages.

    Raises RuntimeError when Typst fails or warns, for example of a picture without alternative text.
    """
    if document["form"] != "case":
        return _compile(TEMPLATE_OF.get(document["form"], "single"), document)
    for size in SIZES:
        made, pages = _compile("single", document, size=str(size))
        if pages <= SHEET_PAGES:
            break
    return made, pages


def cover_of(document: Document) -> bytes:
    """Return the picture of a cover for an electronic book, as PNG."""
    made = _compiler().compile(
        TEMPLATES / "cover.typ",
        format="png",
        ppi=96,
        sys_inputs={"document": _as_json({**document, "chapters": [], "notes": {}})},
    )
    assert isinstance(made, bytes)
    return made


def _compile(template: str, document: Document, **inputs: str) -> tuple[bytes, int]:
    compiler = _compiler()
    moment = datetime.fromisoformat(document["day"]).replace(tzinfo=UTC)
    chapters = [{**c, "pictures": [_with_bytes(p) for p in c["pictures"]]} for c in document["chapters"]]
    inputs |= {"document": _as_json({**document, "chapters": chapters})}
    try:
        made, warnings = compiler.compile_with_warnings(
            TEMPLATES / f"{template}.typ",
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=["ua-1"],
            timestamp=moment,
        )
    except typst.TypstError as error:
        raise RuntimeError(f"{error.message} {error.diagnostic}") from error
    if warnings:
        raise RuntimeError("; ".join(warning.message for warning in warnings))
    assert isinstance(made, bytes)
    return made, pages_in(made)


@cache
def _compiler() -> typst.Compiler:
    """Return the one compiler of this process: it reads the fonts once and keeps what it has laid out."""
    return typst.Compiler(root=TEMPLATES, ignore_system_fonts=True)


def _with_bytes(picture: dict[str, Any]) -> dict[str, Any]:
    """Return a picture as Typst takes it: it makes bytes of numbers, and knows no base 64."""
    return {**picture, "content": list(b64decode(picture["content"]))}


def _as_json(content: Document) -> str:
    return printable(json.dumps(content, ensure_ascii=False))


def pages_in(pdf: bytes) -> int:
    """Return the number of pages of a PDF made by Typst, whose page tree is not compressed."""
    return max(int(count) for count in _PAGES.findall(pdf))
