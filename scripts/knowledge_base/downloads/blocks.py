"""Markdown texts as blocks: the plain values that every writer of documents understands.

A block is `{"type": ..., ...}`: paragraph, heading, list, quote, table, code or rule; a run is
`{"text": ..., "strong"?, "emphasis"?, "code"?, "href"?}`, `{"note": key of a source}` or `{"break": True}`.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pyromark

from knowledge_base.texts import CITATION

Run = dict[str, Any]
Block = dict[str, Any]

_OPTIONS = pyromark.Options.ENABLE_TABLES
_MARKS = {"Strong": "strong", "Emphasis": "emphasis"}


def run(text: str, href: str | None = None) -> Run:
    """Return plain words, or a link."""
    return {"text": text, "href": href} if href else {"text": text}


def paragraph(*runs: Run) -> Block:
    """Return a paragraph of these runs."""
    return {"type": "paragraph", "runs": list(runs)}


def bullets(items: list[list[Run]]) -> Block:
    """Return a list with one paragraph an item."""
    return {"type": "list", "start": None, "boxes": False, "items": [[paragraph(*item)] for item in items]}


def table(caption: str, head: list[str], rows: list[list[Any]], widths: list[float]) -> Block:
    """Return a table; a cell is a list of runs, or None where the cell above reaches down.

    `widths` are shares of the width.
    """
    heads = [[run(name)] for name in head]
    return {"type": "table", "caption": caption, "head": heads, "rows": rows, "widths": widths}


def blocks_of(text: str, resolve: Callable[[str], str], known: set[str], boxes: bool = False) -> list[Block]:
    """Return the blocks of a Markdown text.

    `resolve` makes a full address of one within this site, `known` are the sources that may be cited, and
    `boxes` makes check boxes of the bullets.
    """
    return _Reader(resolve, known, boxes).read(text)


class _Reader:
    """Follows the parser's events; the innermost open block takes what comes next."""

    def __init__(self, resolve: Callable[[str], str], known: set[str], boxes: bool) -> None:
        self._resolve, self._known, self._boxes = resolve, known, boxes
        self._marks: list[Run] = [{}]
        self._open: list[list[Any]] = [[]]

    def read(self, text: str) -> list[Block]:
        event: Any
        for event in pyromark.events(text, options=_OPTIONS):
            match event:
                case {"Start": tag}:
                    self._start(tag)
                case {"End": tag}:
                    self._end(tag if isinstance(tag, str) else next(iter(tag)))
                case {"Text": str(words)} | {"InlineHtml": str(words)} | {"Html": str(words)}:
                    self._words(words)
                case {"Code": str(words)}:
                    self._add({"text": words, "code": True})
                case "SoftBreak":
                    self._words(" ")
                case "HardBreak":
                    self._add({"break": True})
                case "Rule":
                    self._add({"type": "rule"})
        return _whole(self._open[0])

    def _start(self, tag: Any) -> None:
        match tag:
            case "Strong" | "Emphasis":
                self._marks.append({**self._marks[-1], _MARKS[tag]: True})
            case {"Link": {"dest_url": str(address)}}:
                link = self._resolve(address) if address.startswith("/") else address
                self._marks.append({**self._marks[-1], "href": link})
            case {"Image": _}:  # its words stay; pictures of records stand in their facts
                pass
            case _:
                self._open.append([tag])

    def _end(self, name: str) -> None:
        if name in ("Strong", "Emphasis", "Link"):
            self._marks.pop()
        elif name != "Image":
            tag, *inside = self._open.pop()
            self._add(self._closed(name, tag, inside))

    def _closed(self, name: str, tag: Any, inside: list[Any]) -> Any:
        match name:
            case "Paragraph":
                return paragraph(*inside)
            case "Heading":
                return {"type": "heading", "runs": inside, "level": int(tag["Heading"]["level"][1])}
            case "BlockQuote":
                return {"type": "quote", "blocks": _whole(inside)}
            case "Item":
                return _whole(inside)
            case "List":
                start = tag["List"]
                return {
                    "type": "list",
                    "start": start,
                    "boxes": self._boxes and start is None,
                    "items": inside,
                }
            case "CodeBlock":
                return {"type": "code", "text": "".join(part["text"] for part in inside)}
            case "Table":
                head, *rows = inside
                return {"type": "table", "caption": "", "head": head, "rows": rows, "widths": [1] * len(head)}
            case _:  # TableHead, TableRow, TableCell, HtmlBlock
                return inside if name != "HtmlBlock" else paragraph(*inside)

    def _words(self, words: str) -> None:
        for n, part in enumerate(CITATION.split(words)):
            if n % 2 and part in self._known:
                self._add({"note": part})
            elif n % 2:
                self._add({"text": f"[^{part}]", **self._marks[-1]})
            elif part:
                self._add({"text": part, **self._marks[-1]})

    def _add(self, part: Any) -> None:
        inside = self._open[-1]
        # The parser may cut words anywhere; a run that goes on as it was is one run.
        last = inside[-1] if inside and isinstance(inside[-1], dict) else {}
        if "text" in part and "text" in last and last.keys() == part.keys() and _same(last, part):
            last["text"] += part["text"]
        else:
            inside.append(part)


def _same(one: Run, other: Run) -> bool:
    return all(one[key] == other[key] for key in one if key != "text")


def _whole(parts: list[Any]) -> list[Block]:
    """Return blocks: runs that stand in no paragraph, as in a list without empty lines, get one."""
    found: list[Block] = []
    for part in parts:
        if "type" in part:
            found.append(part)
        elif found and found[-1].get("loose"):
            found[-1]["runs"].append(part)
        else:
            found.append({**paragraph(part), "loose": True})
    for block in found:
        block.pop("loose", None)
    return found


def notes_in(part: Any) -> Iterator[str]:
    """Yield the key of each source that is cited anywhere in a block or a list of blocks, in order."""
    if isinstance(part, dict):
        if "note" in part and isinstance(part["note"], str):
            yield part["note"]
        for inside in part.values():
            yield from notes_in(inside)
    elif isinstance(part, list):
        for inside in part:
            yield from notes_in(inside)
