"""A chapter as XHTML, for electronic books."""

from base64 import b64decode
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from knowledge_base.downloads.blocks import Block, Run
from knowledge_base.downloads.compose import Chapter
from knowledge_base.downloads.document import Document
from knowledge_base.downloads.pictures import ending_of


def sections_of(chapter: Chapter) -> list[dict[str, Any]]:
    """Return the sections that have a heading, in the order of the book."""
    return [section for section in chapter["sections"] if section["heading"]]


def chapter_html(document: Document, chapter: Chapter) -> str:
    """Return the body of a chapter, with the notes that it cites at its end."""
    words = document["words"]
    facts = "".join(
        f"<dt>{escape(f['label'])}</dt><dd>{'; '.join(_runs(value) for value in f['values'])}</dd>"
        for f in chapter["facts"]
    )
    address = _runs([{"text": chapter["address"], "href": chapter["address"]}])
    parts = [
        f'<p class="kicker">{escape(chapter["kicker"])}</p><h1>{escape(chapter["title"])}</h1>',
        f'<p class="summary">{escape(chapter["summary"])}</p>',
        *(f'<p class="notice">{escape(notice)}</p>' for notice in chapter["notices"]),
        f'<dl class="facts">{facts}</dl>' if facts else "",
        *(_figure(item) for item in chapter["figures"]),
        *(_picture(chapter, n, found) for n, found in enumerate(chapter["pictures"])),
        *(_section(section) for section in chapter["sections"]),
        f"<hr/><p><strong>{escape(words['online'])}:</strong> {address}</p>",
        f"<p><strong>{escape(words['cite'])}:</strong> {escape(chapter['cite'])}</p>",
        *(f"<p>{escape(said)}</p>" for said in (chapter["checked"], words["date"] + ".", words["licence"])),
        _notes(document, chapter),
    ]
    return "\n".join(part for part in parts if part)


def _figure(it: dict[str, Any]) -> str:
    figure = f'<span class="figure">{escape(it["figure"])}</span>'
    return f"<p>{figure} {escape(it['unit'])}. {_runs(it['runs'])}</p>"


def _section(section: dict[str, Any]) -> str:
    heading = f"<h2>{escape(section['heading'])}</h2>" if section["heading"] else ""
    label = f'<p class="label">{escape(section["label"])}</p>' if "label" in section else ""
    notice = f'<p class="notice">{escape(section["notice"])}</p>' if "notice" in section else ""
    name = f" id={quoteattr(section['id'])}" if section["id"] else ""
    return f"<section{name}>{heading}{label}{notice}{_blocks(section['blocks'])}</section>"


def _notes(document: Document, chapter: Chapter) -> str:
    numbers = sorted({n for part in (chapter["figures"], chapter["sections"]) for n in _numbers(part)})
    if not numbers:
        return ""
    lines = "".join(
        f'<aside epub:type="footnote" id="note{n}"><p>{n}. {_runs(document["notes"][str(n)])}</p></aside>'
        for n in numbers
    )
    return f'<section class="notes"><h2>{escape(document["words"]["sources"])}</h2>{lines}</section>'


def _numbers(part: Any) -> list[int]:
    """Return the number of every note in a part."""
    if isinstance(part, dict):
        found = [part["n"]] if "note" in part else []
        return found + [n for inside in part.values() for n in _numbers(inside)]
    return [n for inside in part for n in _numbers(inside)] if isinstance(part, list) else []


def _picture(chapter: Chapter, number: int, found: dict[str, Any]) -> str:
    file = f"{chapter['id']}-{number}.{ending_of(b64decode(found['content']))}"
    credit = escape(found["credit"])
    return (
        f'<figure><img src="{file}" alt={quoteattr(found["alt"])}/><figcaption>{credit}</figcaption></figure>'
    )


def _blocks(blocks: list[Block]) -> str:
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block["type"]:
        case "paragraph":
            return f"<p>{_runs(block['runs'])}</p>"
        case "heading":
            return f"<h{block['level']}>{_runs(block['runs'])}</h{block['level']}>"
        case "list":
            items = "".join(f"<li>{_blocks(item)}</li>" for item in block["items"])
            if block["start"] is not None:
                return f'<ol start="{block["start"]}">{items}</ol>'
            return f'<ul class="{"boxes" if block["boxes"] else "bullets"}">{items}</ul>'
        case "quote":
            return f"<blockquote>{_blocks(block['blocks'])}</blockquote>"
        case "table":
            return _table(block)
        case "field":
            return _field(block)
        case "code":
            return f"<pre><code>{escape(block['text'])}</code></pre>"
        case _:
            return "<hr/>"


def _table(block: Block) -> str:
    rows = block["rows"]
    lines = ""
    for n, row in enumerate(rows):
        cells = ""
        for column, runs in enumerate(row):
            if runs is not None:
                depth = 1
                while n + depth < len(rows) and rows[n + depth][column] is None:
                    depth += 1
                reach = f' rowspan="{depth}"' if depth > 1 else ""
                cells += f"<td{reach}>{_runs(runs)}</td>"
        lines += f"<tr>{cells}</tr>"
    heads = "".join(f'<th scope="col">{_runs(runs)}</th>' for runs in block["head"])
    caption = f"<caption>{escape(block['caption'])}</caption>" if block["caption"] else ""
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"


def _field(it: Block) -> str:
    label = f"<p><strong>{escape(it['label'])}</strong></p>"
    hint = f'<p class="hint">{escape(it["hint"])}</p>' if it["hint"] else ""
    if it["kind"] in ("choice", "check"):
        options = it["options"] or [it["label"]]
        items = "".join(f"<li>{escape(option)}</li>" for option in options)
        return (label if it["options"] else "") + hint + f'<ul class="boxes">{items}</ul>'
    if it["kind"] == "table":
        return label + hint + f"<p>{escape(' | '.join(it['columns']))}</p>"
    return label + hint + '<div class="write"></div>'


def _runs(runs: list[Run]) -> str:
    return "".join(
        ("<sup>, </sup>" if n and "note" in it and "note" in runs[n - 1] else "") + _run(it)
        for n, it in enumerate(runs)
    )


def _run(it: Run) -> str:
    if "note" in it:
        return f'<sup><a epub:type="noteref" href="#note{it["n"]}">{it["n"]}</a></sup>'
    if "break" in it:
        return "<br/>"
    shown = escape(it["text"])
    for mark, tag in (("code", "code"), ("strong", "strong"), ("emphasis", "em")):
        if it.get(mark):
            shown = f"<{tag}>{shown}</{tag}>"
    return f"<a href={quoteattr(it['href'])}>{shown}</a>" if "href" in it else shown
