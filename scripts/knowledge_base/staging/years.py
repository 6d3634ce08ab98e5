"""Rows of events on one axis of years: a table of which every row is also a picture.

Years are given as numbers; places on the axis are per cent of its width, so that marks and letters keep
their size on every screen.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.schema.seminar import Seminar
from knowledge_base.staging import wording
from knowledge_base.staging.page import View
from knowledge_base.texts import Section

Span = tuple[int, int]
"""First and last year of an event; the same one twice for most."""

TICKS = (1, 2, 5, 10, 20, 50)
MOST_TICKS = 7
"""So many years are written below the axis at most: a phone has room for them."""

ENOUGH = 8
"""A page with fewer dated events needs no picture of them."""

_DATED_ROW = re.compile(r"^\|\s*(?P<when>[^|]*\d{4}[^|]*)\|", re.MULTILINE)
_ADDRESS = re.compile(r"\]\([^)]*\)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def meetings_by_type(view: View, records: Iterable[Record]) -> dict[str, Any] | None:
    """Return the meetings of a list by type and year, or nothing when there are few."""
    spans: dict[str, list[Span]] = {}
    for record in records:
        assert isinstance(record.facts, Seminar)
        start = int(record.facts.start[:4])
        spans.setdefault(record.facts.type, []).append((start, start))
    names = wording.alphabetical(((view.term("seminar-types", t), t) for t in spans), view.language)
    return _rows([(view.term("seminar-types", t), "", spans[t]) for t in names])


def dated_tables(sections: Sequence[Section]) -> dict[str, Any] | None:
    """Return the events of a page's tables that begin with dates, a row for each section, or nothing."""
    found = [(s.heading, f"#{s.id}", list(_spans(s.body))) for s in sections if s.id]
    return _rows([row for row in found if row[2]])


def _spans(body: str) -> Iterator[Span]:
    for match in _DATED_ROW.finditer(body):
        years = [int(year) for year in _YEAR.findall(_ADDRESS.sub("]", match["when"]))]
        if years:
            yield min(years), max(years)


def _rows(rows: list[tuple[str, str, list[Span]]]) -> dict[str, Any] | None:
    """Return `first` and `last` year, `ticks`, and `rows` of `{"label", "href", "said", "marks"}`."""
    every = [span for *_, spans in rows for span in spans]
    if len(every) < ENOUGH:
        return None
    first, last = min(start for start, _ in every), max(end for _, end in every)
    width = last - first + 1

    def place(year: float) -> float:
        return round(100 * (year - first) / width, 2)

    step = next(step for step in TICKS if width / step <= MOST_TICKS)
    ticks = range(first - first % -step, last + 1, step)
    return {
        "ticks": [{"year": year, "x": place(year + 0.5)} for year in ticks],
        "rows": [
            {
                "label": label,
                "href": href,
                "said": ", ".join(map(_said, sorted(Counter(spans).items()))),
                "marks": [
                    {"x": place(start + 0.5), "n": n}
                    if start == end
                    else {"x": place(start), "width": place(end + 1 - start + first), "n": n}
                    for (start, end), n in sorted(Counter(spans).items(), key=lambda item: item[0])
                ],
            }
            for label, href, spans in rows
        ],
    }


def _said(counted: tuple[Span, int]) -> str:
    (start, end), n = counted
    years = str(start) if start == end else f"{start}–{end}"
    return f"{years} ({n})" if n > 1 else years
