"""Keep marks on a map apart, whatever its width on the screen.

A mark keeps its size in pixels while the map below it grows and shrinks with the page. So it is given a
point in the map, which moves with the map, and an offset in pixels, which does not; the offsets are such
that at no width two marks meet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import cos, hypot, radians, sin

Offset = tuple[float, float]

GAP = 2.0
"""Pixels between two marks."""

ROUNDS = 300
"""Marks that are still too close after so many rounds stay so: there is no room for them."""

_GOLDEN_ANGLE = 137.5


@dataclass(frozen=True)
class Widths:
    """How wide a map may be in pixels, and its width divided by its height."""

    least: float
    most: float
    aspect: float


@dataclass(frozen=True)
class Mark:
    """A round mark: how far right and down its point lies (0 to 1), and its radius in pixels."""

    right: float
    down: float
    radius: float


@lru_cache(maxsize=8)  # a page in three languages has the same marks
def spread(marks: tuple[Mark, ...], widths: Widths) -> tuple[Offset, ...]:
    """Return the offset of each mark: none where there is room, else just enough."""
    offsets = [_kept_inside(mark, (0.0, 0.0), widths) for mark in marks]
    near = list(_pairs_that_may_meet(marks, widths))
    for _ in range(ROUNDS):
        moved = False
        for first, second in near:
            across, down, distance = _closest(marks, offsets, first, second, widths)
            lacking = marks[first].radius + marks[second].radius + GAP - distance
            if lacking <= 0.01:
                continue
            if distance < 0.01:  # at one point: any direction will do, but a different one for each pair
                turn = radians(_GOLDEN_ANGLE * (first + second))
                across, down, distance = cos(turn), sin(turn), 1.0
            step = lacking / 2 / distance
            for n, sign in ((first, -1), (second, 1)):
                x, y = offsets[n]
                pushed = (x + sign * step * across, y + sign * step * down)
                offsets[n] = _kept_inside(marks[n], pushed, widths)
            moved = True
        if not moved:
            break
    return tuple((round(x, 1), round(y, 1)) for x, y in offsets)


def _pairs_that_may_meet(marks: Sequence[Mark], widths: Widths) -> Iterator[tuple[int, int]]:
    # Marks are pushed by several others at most; those further apart than that are never compared again.
    for (n, one), (m, other) in combinations(enumerate(marks), 2):
        across = (other.right - one.right) * widths.least
        down = (other.down - one.down) * widths.least / widths.aspect
        if hypot(across, down) < 4 * (one.radius + other.radius):
            yield n, m


def _closest(
    marks: Sequence[Mark], offsets: Sequence[Offset], first: int, second: int, widths: Widths
) -> tuple[float, float, float]:
    """Return how far right and down the second mark is of the first where they come closest, and how far."""
    one, other = marks[first], marks[second]
    grow_x, grow_y = other.right - one.right, (other.down - one.down) / widths.aspect
    x, y = (b - a for a, b in zip(offsets[first], offsets[second], strict=True))
    # The square of the distance is a parabola in the width of the map.
    square = grow_x * grow_x + grow_y * grow_y
    width = -(x * grow_x + y * grow_y) / square if square else widths.least
    width = min(widths.most, max(widths.least, width))
    across, down = x + width * grow_x, y + width * grow_y
    return across, down, hypot(across, down)


def _kept_inside(mark: Mark, offset: Offset, widths: Widths) -> Offset:
    """Return the offset, or one near it with which the mark is whole at every width."""
    x, y = offset
    # At the least width a mark is nearest to every side: what fits there fits always.
    wide, high = widths.least, widths.least / widths.aspect
    left, top = mark.right * wide, mark.down * high
    return (
        min(wide - mark.radius - left, max(mark.radius - left, x)),
        min(high - mark.radius - top, max(mark.radius - top, y)),
    )
