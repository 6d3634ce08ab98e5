"""A small map on the page of a record: its places on the outline of the South Baltic."""

from dataclasses import asdict
from typing import Any

from knowledge_base.drawing.frame import SOUTH_BALTIC
from knowledge_base.drawing.marks import Mark, Widths
from knowledge_base.drawing.names import place_names
from knowledge_base.schema.parts import Place
from knowledge_base.staging.page import View

RADIUS = 5
"""Pixels of a mark."""

WIDTHS = Widths(286, 440, SOUTH_BALTIC.aspect)
"""From the smallest phone to the widest column; map.css sets the upper end."""


def locator(view: View, places: list[Place], cases: bool = False) -> dict[str, Any]:
    """Return `{"locator": ...}` for these places: None when no place lies on the map.

    `alt` says in words what the map shows; `notes` name what is not drawn or not named on it; `all` leads
    to the map of all `cases`.
    """
    inside = [place for place in places if SOUTH_BALTIC.holds(place.longitude, place.latitude)]
    if not inside:
        return {"locator": None}
    names = [view.in_words(place.name) for place in inside]
    beyond = [view.in_words(place.name) for place in places if place not in inside]
    points = [SOUTH_BALTIC.place(place.longitude, place.latitude) for place in inside]
    marks = [Mark(right, down, RADIUS) for right, down in points]
    placed = place_names(marks, [(0.0, 0.0)] * len(marks), names, WIDTHS)
    outside = view.words("map_outside", places=", ".join(beyond)) if beyond else ""
    alt = view.words("locator_alt", places=", ".join(names))
    return {
        "locator": {
            "alt": f"{alt} {outside}".strip(),
            "radius": RADIUS,
            "marks": [
                {**percents(mark), "name": name, "at": asdict(at) if at else None}
                for mark, name, at in zip(marks, names, placed, strict=True)
            ],
            "notes": [name for name, at in zip(names, placed, strict=True) if at is None]
            + ([outside] if outside else []),
            "all": view.link("/map/") if cases else "",
        }
    }


def percents(mark: Mark) -> dict[str, str]:
    """Return where the point of a mark lies, in parts of a map of any size."""
    return {"x": f"{100 * mark.right:.2f}%", "y": f"{100 * mark.down:.2f}%"}
