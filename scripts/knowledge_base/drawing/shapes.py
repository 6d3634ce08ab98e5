"""Cut shapes to a box and leave out points that nobody would see."""

from collections.abc import Callable, Iterator
from math import hypot

Point = tuple[float, float]
Points = list[Point]
Box = tuple[float, float, float, float]
"""Smallest x and y, largest x and y."""


def clip_ring(ring: Points, box: Box) -> Points:
    """Return the part of a closed shape that lies in the box, closed along its edges.

    Sutherland and Hodgman's way: side by side. Parts that leave the box between them stay joined by a
    line along its edge, so draw such shapes without a stroke, or in a box that is larger than the picture.
    """
    left, top, right, bottom = box
    for axis, limit, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        ring = _clip_side(ring, axis, limit, sign)
    return ring


def _clip_side(ring: Points, axis: int, limit: float, sign: int) -> Points:
    kept: Points = []
    if not ring:
        return kept
    before = ring[-1]
    was_inside = (before[axis] - limit) * sign >= 0
    for point in ring:
        inside = (point[axis] - limit) * sign >= 0
        if inside != was_inside:
            part = (limit - before[axis]) / (point[axis] - before[axis])
            crossing = [a + part * (b - a) for a, b in zip(before, point, strict=True)]
            crossing[axis] = limit  # exactly on the side, whatever floats make of it
            kept.append((crossing[0], crossing[1]))
        if inside:
            kept.append(point)
        before, was_inside = point, inside
    return kept


def parts_inside(line: Points, box: Box) -> Iterator[Points]:
    """Yield the stretches of a line in the box, each with the points just before and after."""
    left, top, right, bottom = box
    stretch: Points = []
    was_inside = False
    for before, point in zip([line[0], *line], line, strict=False):
        inside = left <= point[0] <= right and top <= point[1] <= bottom
        if inside and not stretch:
            stretch = [before] if before != point else []
        if inside or was_inside:
            stretch.append(point)
        if was_inside and not inside:
            yield stretch
            stretch = []
        was_inside = inside
    if stretch:
        yield stretch


def simplify(points: Points, tolerance: float) -> Points:
    """Return a line that strays no further than the tolerance from the given one (Douglas and Peucker)."""
    if len(points) < 3:
        return points
    kept = {0, len(points) - 1}
    open_stretches = [(0, len(points) - 1)]
    while open_stretches:
        first, last = open_stretches.pop()
        distance = _distance_to(points[first], points[last])
        furthest = max(range(first + 1, last), key=lambda n: distance(points[n]), default=first)
        if furthest != first and distance(points[furthest]) > tolerance:
            kept.add(furthest)
            open_stretches += [(first, furthest), (furthest, last)]
    return [points[n] for n in sorted(kept)]


def _distance_to(start: Point, end: Point) -> Callable[[Point], float]:
    """Return a function that measures from a point to the stretch between two others."""
    (x0, y0), (x1, y1) = start, end
    across, down = x1 - x0, y1 - y0
    square = across * across + down * down

    def distance(point: Point) -> float:
        x, y = point[0] - x0, point[1] - y0
        along = min(1.0, max(0.0, (x * across + y * down) / square)) if square else 0.0
        return hypot(x - along * across, y - along * down)

    return distance
