"""The fields of a template in a Word document: content controls, and tables with empty cells."""

from collections.abc import Callable
from xml.sax.saxutils import quoteattr

from knowledge_base.downloads.blocks import Block
from knowledge_base.downloads.document import Document
from knowledge_base.downloads.wordml import cell, check_box, control, p, r, row, shares, styled, tbl
from knowledge_base.languages import FACTS

ROW_HEIGHT = 440
"""Twentieths of a point: what a hand needs too."""


def field_to_fill(it: Block, document: Document, number: Callable[[], int]) -> str:
    """Return a field with its label and hint; `number` gives each control a number of its own."""
    label = p(r(it["label"]), "FieldLabel") + (p(r(it["hint"]), "FieldHint") if it["hint"] else "")
    match it["kind"]:
        case "check":
            hint = r(f" {it['hint']}", '<w:color w:val="4D5F69"/>') if it["hint"] else ""
            box = check_box(number(), it["label"]) + "<w:r><w:tab/></w:r>"
            return p(box + r(it["label"], "<w:b/>") + hint, "CheckItem")
        case "table":
            return label + _table(it)
        case kind:
            prompt = document["words"]["choose" if kind == "choice" else "write"]
            shown = r(prompt, styled("PlaceholderText"))
            return label + p(control(number(), it["label"], _kind(it, document, prompt), shown))


def _kind(it: Block, document: Document, prompt: str) -> str:
    """Return what a control takes: words, several lines of words, a day, or one of some options."""
    match it["kind"]:
        case "choice":
            options = [("", prompt), *((option, option) for option in it["options"])]
            items = (
                f"<w:listItem w:displayText={quoteattr(shown)} w:value={quoteattr(value)}/>"
                for value, shown in options
            )
            return f"<w:dropDownList>{''.join(items)}</w:dropDownList>"
        case "date":
            language = FACTS[document["language"]].locale.replace("_", "-")
            return (
                f'<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="{language}"/>'
                '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
            )
        case "text":
            return '<w:text w:multiLine="1"/>'
        case _:
            return "<w:text/>"


def _table(it: Block) -> str:
    widths = shares([1] * len(it["columns"]))
    head = "".join(cell(p(r(name), "TableText"), w) for name, w in zip(it["columns"], widths, strict=True))
    blank = row("".join(cell(p("", "TableText"), width) for width in widths), height=ROW_HEIGHT)
    return tbl("Grid", widths, row(head, head=True) + blank * it["rows"], it["label"])
