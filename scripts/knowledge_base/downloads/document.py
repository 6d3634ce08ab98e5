"""Documents: one chapter or many, with the words that stand around them.

A document is `{"language", "title", "summary", "publisher", "day", "form", "chapters", "notes", "words"}`;
`notes` holds the runs of each footnote under its number. Everything in it is JSON, so that it is its own
cache key and travels to other processes.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from knowledge_base.downloads.blocks import Run
from knowledge_base.downloads.compose import Chapter
from knowledge_base.staging import wording
from knowledge_base.staging.page import View

Document = dict[str, Any]


def document_of(view: View, chapter: Chapter, day: str) -> Document:
    """Return the document of one record; `day` is the date of its text (ISO 8601)."""
    made = _document(view, chapter["kind"], chapter["title"], chapter["summary"], day)
    return made | _numbered([chapter])


def book_of(view: View, chapters: list[Chapter], day: str) -> Document:
    """Return the book of all guides; `day` is the latest date of a text."""
    summary = view.words("book_summary", n=len(chapters))
    made = _document(view, "book", view.words("book_title"), summary, day)
    return made | _numbered(chapters)


def handout_of(views: tuple[View, View], chapters: tuple[Chapter, Chapter], day: str) -> Document:
    """Return two languages of one record as rows: each a section of both, or of one and None."""
    made = _document(
        views[0], "handout", " / ".join(c["title"] for c in chapters), chapters[0]["summary"], day
    )
    made["running"] = chapters[0]["title"]  # two titles would not fit the head of a page
    halves = [deepcopy({**chapter, "pictures": []}) for chapter in chapters]  # too narrow for pictures
    by_id = [{s["id"]: s for s in half.pop("sections") if not s.get("form")} for half in halves]
    made["rows"] = [[sections.get(name) for sections in by_id] for name in _merged(*by_id)]
    numbers: dict[str, int] = {}
    number_in(made["rows"], numbers)
    # The words of a note are in the language that cites it first, as a rule the left one.
    sources = halves[1].pop("sources") | halves[0].pop("sources")
    made["notes"] = {str(n): sources[key] for key, n in numbers.items()}
    made["columns"] = [
        {"language": view.language, "chapter": half, "words": document_words(view, day)}
        for view, half in zip(views, halves, strict=True)
    ]
    return made


def _merged(left: Iterable[str], right: Iterable[str]) -> list[str]:
    """Return every id once: those of the left in order, each of the right behind the one before it there."""
    order = list(left)
    before = -1
    for name in right:
        if name not in order:
            order.insert(before + 1, name)
        before = order.index(name)
    return order


def _numbered(chapters: Iterable[Chapter]) -> Document:
    """Return copies of chapters with a number for each citation, and the words of each note by number."""
    notes: dict[str, list[Run]] = {}
    copies = deepcopy(list(chapters))
    for chapter in copies:
        numbers: dict[str, int] = {}
        parts = [chapter["figures"], chapter["sections"]]
        number_in(parts, numbers, len(notes))
        sources = chapter.pop("sources")
        notes |= {str(n): sources[key] for key, n in numbers.items()}
    return {"chapters": copies, "notes": notes}


def number_in(part: Any, numbers: dict[str, int], before: int = 0) -> None:
    """Give each citation in a part its number; the first one of each source is marked `first`."""
    if isinstance(part, dict):
        if "note" in part:
            key = part["note"]
            part["first"] = key not in numbers
            part["n"] = numbers.setdefault(key, before + len(numbers) + 1)
        for inside in part.values():
            number_in(inside, numbers, before)
    elif isinstance(part, list):
        for inside in part:
            number_in(inside, numbers, before)


def _document(view: View, form: str, title: str, summary: str, day: str) -> Document:
    return {
        "language": view.language,
        "title": title,
        "running": title,
        "summary": summary,
        "publisher": view.site.settings.publisher,
        "day": day,
        "form": form,
        "words": document_words(view, day),
        "chapters": [],
        "notes": {},
    }


def document_words(view: View, day: str) -> Mapping[str, str]:
    """Return the words that stand around a text, in its language."""
    words, settings = view.words, view.site.settings
    return {
        "site": words("site_name"),
        "contents": words("document_contents"),
        "date": words("document_date", date=wording.partial_date(day, view.language)),
        "online": words("page_online"),
        "cite": words("cite"),
        "licence": words("document_licence", licence=settings.licence, publisher=settings.publisher),
        "sources": words("sources"),
        "write": words("form_write"),
        "choose": words("form_choose"),
        "missing": words("handout_missing"),
    }
