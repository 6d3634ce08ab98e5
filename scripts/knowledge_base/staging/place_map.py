"""The map of all cases: a mark for each place, and beside it the cases by place.

The map and the list are one set of places: a mark leads to its entry and the entry back to its mark. A
theme narrows both; all that a script needs for that stands in the page, in words of the reader's language.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from math import sqrt
from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.drawing.frame import SOUTH_BALTIC
from knowledge_base.drawing.marks import Mark, Offset, Widths, spread
from knowledge_base.drawing.names import Name, beside, place_names
from knowledge_base.schema.case import Case
from knowledge_base.staging import wording
from knowledge_base.staging.locator import percents
from knowledge_base.staging.page import FrontMatter, View, base, shown_language, title_of
from knowledge_base.staging.spots import Spot, spots_of

ADDRESS = "/map/"

SHOWN = 50
"""So many cases are listed at a place at most; the list of all cases has the others."""

LISTED = 500
"""So many cases are listed in all, so that the page does not grow with the catalogue."""

DRAWN = 48
"""So many places have marks, those with most cases: a phone has no room for more."""

LAYOUTS = {
    "narrow": Widths(280, 520, SOUTH_BALTIC.aspect),
    "wide": Widths(520, 760, SOUTH_BALTIC.aspect),
}
"""Marks stand a little differently on a phone and on a screen; map.css changes at these widths."""

SMALLEST, LARGEST = 12.0, 22.0
"""Radius in pixels of a mark: the smallest can be hit with a finger (WCAG 2.2, target size)."""

ALL = ""
"""Stands for "all themes" where themes are named."""


def map_page(view: View, records: Iterable[Record]) -> FrontMatter:
    """Return the map of these cases."""
    words = view.words
    cases = list(records)
    spots = spots_of(cases)
    page = base(view, "map", words("map_title"), words("map_summary"))
    themes = {theme for case in cases for theme in _themes(case)}
    named = wording.alphabetical(((view.term("themes", t), t) for t in themes), view.language)
    totals = Counter(theme for case in cases for theme in (ALL, *_themes(case)))
    reached = Counter(theme for spot in spots for theme in _counts(spot.cases))

    def said(theme: str) -> str:
        return f"{words('count_cases', n=totals[theme])}, {words('count_places', n=reached[theme])}"

    page |= {
        "count": said(ALL),
        "themes": [
            {"id": ALL, "name": words("map_all_themes"), "said": said(ALL)},
            *({"id": theme, "name": view.term("themes", theme), "said": said(theme)} for theme in named),
        ],
        "places": list(_places(view, spots, cases)),
        "all": view.link("/cases/"),
        "scripts": ["map.js"],
    }
    return page


def _places(view: View, spots: list[Spot], cases: list[Record]) -> Iterator[dict[str, Any]]:
    """Yield the places by the reader's alphabet, then those off the map, then the cases without one."""
    drawn = sorted((spot for spot in spots if spot.on_map), key=lambda spot: -len(spot.cases))[:DRAWN]
    marks = {spot.id: mark for spot, mark in zip(drawn, _marks(view, drawn), strict=True)}
    ordered = wording.alphabetical(((view.in_words(s.place.name), s) for s in spots), view.language)
    shown = _shown_at_a_place([len(spot.cases) for spot in spots])
    for spot in sorted(ordered, key=lambda spot: spot.id not in marks):
        name = view.in_words(spot.place.name)
        yield _entry(view, spot.id, name, spot.cases, shown) | {
            "mark": marks.get(spot.id),
            "beyond": not spot.on_map,
        }
    placeless = [case for case in cases if isinstance(case.facts, Case) and not case.facts.places]
    if placeless:
        yield _entry(view, "", view.words("map_no_place"), placeless, shown) | {"mark": None, "beyond": False}


def _shown_at_a_place(counts: list[int]) -> int:
    """Return how many cases are listed at one place, so that all places together list not too many."""
    fitting = (n for n in range(SHOWN, 1, -1) if sum(min(n, count) for count in counts) <= LISTED)
    return next(fitting, 1)


def _entry(view: View, spot_id: str, name: str, cases: list[Record], shown: int) -> dict[str, Any]:
    """Return what the list shows of a place; `counts` is JSON for the script: by theme, what is left."""
    counts = {
        theme: {"n": n, "r": _radius(n), "said": view.words("count_cases", n=n)}
        for theme, n in _counts(cases).items()
    }
    ordered = wording.alphabetical(((title_of(c, view.language), c) for c in cases), view.language)
    return {
        "id": spot_id,
        "name": name,
        "count": counts[ALL],
        "counts": json.dumps(counts, ensure_ascii=False),
        "cases": [
            {
                **view.record_link(case),
                "language": shown_language(case, view.language),
                "themes": " ".join(_themes(case)),
                "status": view.status(case),
            }
            for case in ordered[:shown]
        ],
        "more": view.words("map_more", n=len(ordered) - shown) if len(ordered) > shown else "",
    }


def _marks(view: View, spots: list[Spot]) -> list[dict[str, Any]]:
    """Return for each place where its mark stands, and its name, in each layout."""
    points = [SOUTH_BALTIC.place(spot.place.longitude, spot.place.latitude) for spot in spots]
    marks = tuple(
        Mark(right, down, _radius(len(s.cases))) for s, (right, down) in zip(spots, points, strict=True)
    )
    names = [view.in_words(spot.place.name) for spot in spots]
    found: list[dict[str, Any]] = [{**percents(mark), "layouts": []} for mark in marks]
    for layout, widths in LAYOUTS.items():
        offsets = spread(marks, widths)
        placed = place_names(marks, offsets, names, widths)
        # Names without room at every width stand where they fit the largest: the script shows those that do.
        at_most = place_names(marks, offsets, names, replace(widths, least=widths.most))
        for mark, entry, offset, at, else_at in zip(marks, found, offsets, placed, at_most, strict=True):
            name = at or else_at or beside(mark, offset)
            entry["layouts"].append(_drawn(layout, mark, offset, name, sure=at is not None))
    return found


def _drawn(layout: str, mark: Mark, offset: Offset, name: Name, sure: bool) -> dict[str, Any]:
    """Return one drawing of a mark: `away` asks for a line to its place, `sure` says its name has room."""
    x, y = offset
    away = x * x + y * y > (mark.radius / 2) ** 2
    return {"id": layout, "x": x, "y": y, "away": away, "name": asdict(name), "sure": sure}


def _radius(cases: int) -> float:
    """Return a mark's radius in pixels: the area grows with the number of cases, up to a limit."""
    return min(LARGEST, round(SMALLEST + 4 * (sqrt(cases) - 1), 1))


def _themes(record: Record) -> list[str]:
    assert isinstance(record.facts, Case)
    return list(record.facts.themes)


def _counts(cases: list[Record]) -> dict[str, int]:
    """Return how many cases there are in all, and of each theme that occurs."""
    return dict(Counter(theme for case in cases for theme in (ALL, *_themes(case))))
