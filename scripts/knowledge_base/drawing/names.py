"""Write names beside marks where they meet no mark and no other name, whatever the width of the map."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf
from typing import Literal

from knowledge_base.drawing.marks import Mark, Offset, Widths

SIZE = 13
"""Pixels of the letters."""

_NARROW, _WIDE = frozenset("fijlrtI.,'’- ()"), frozenset("mwMWжмфшщыюЖМФШЩЫЮ")

DISTANCE = 4
"""Pixels between a mark and its name."""


@dataclass(frozen=True)
class Name:
    """Where a name is written, in pixels from the point of its mark, and which part of it lies there."""

    x: float
    y: float
    anchor: Literal["start", "middle", "end"]


def length(text: str) -> float:
    """Return the pixels that a text takes at most: the reader's font is not known, and some are wide."""
    return sum(6.5 if sign in _NARROW else 13.5 if sign in _WIDE else 9.3 + sign.isupper() for sign in text)


@dataclass(frozen=True)
class _Box:
    """A rectangle that keeps its size and its offset while its point moves with the map."""

    right: float
    down: float
    x: float
    y: float
    half_width: float
    half_height: float

    def meets(self, other: "_Box", widths: Widths) -> bool:
        """Tell whether there is a width of the map at which the two overlap."""
        across = _within(
            self.x - other.x, self.right - other.right, self.half_width + other.half_width, widths
        )
        down = _within(
            self.y - other.y,
            (self.down - other.down) / widths.aspect,
            self.half_height + other.half_height,
            widths,
        )
        return max(across[0], down[0]) <= min(across[1], down[1])

    def inside(self, widths: Widths) -> bool:
        """Tell whether the rectangle lies in the map at every width: it does when it fits the least."""
        x = self.right * widths.least + self.x
        y = self.down * widths.least / widths.aspect + self.y
        return (
            self.half_width <= x <= widths.least - self.half_width
            and self.half_height <= y <= widths.least / widths.aspect - self.half_height
        )


def _within(start: float, growth: float, limit: float, widths: Widths) -> tuple[float, float]:
    """Return from which to which width `start + growth * width` is closer to zero than the limit."""
    if growth == 0:
        return (widths.least, widths.most) if abs(start) < limit else (inf, -inf)
    ends = sorted(((-limit - start) / growth, (limit - start) / growth))
    return max(widths.least, ends[0]), min(widths.most, ends[1])


def place_names(
    marks: Sequence[Mark], offsets: Sequence[Offset], texts: Sequence[str], widths: Widths
) -> list[Name | None]:
    """Return a place for the name of each mark, or None where there is none; large marks come first."""
    taken = [_box_of(mark, offset) for mark, offset in zip(marks, offsets, strict=True)]
    found: list[Name | None] = [None] * len(marks)
    for n in sorted(range(len(marks)), key=lambda n: -marks[n].radius):
        for name, box in _candidates(marks[n], offsets[n], texts[n]):
            if box.inside(widths) and not any(box.meets(other, widths) for other in taken):
                found[n] = name
                taken.append(box)
                break
    return found


def beside(mark: Mark, offset: Offset) -> Name:
    """Return a place for a name on that side of its mark where the map goes on, whoever is in the way."""
    side = 1 if mark.right < 0.6 else -1
    return next(name for name, _ in _candidates(mark, offset, "") if (name.anchor == "start") == (side > 0))


def _box_of(mark: Mark, offset: Offset) -> _Box:
    return _Box(mark.right, mark.down, *offset, mark.radius, mark.radius)


def _candidates(mark: Mark, offset: Offset, text: str) -> Iterator[tuple[Name, _Box]]:
    """Yield ways to write a name: right of its mark, left of it, below, above; the last two also aslant."""
    x, y = offset
    half_width, half_height = length(text) / 2, SIZE / 2 + 1
    beside, below = mark.radius + DISTANCE, mark.radius + half_height + 1
    baseline = SIZE * 0.35  # from the middle of small letters down to the line they stand on

    def box(centre_x: float, centre_y: float) -> _Box:
        return _Box(mark.right, mark.down, centre_x, centre_y, half_width, half_height)

    for side in (1, -1):
        edge = x + side * beside
        anchor: Literal["start", "end"] = "start" if side > 0 else "end"
        yield Name(round(edge, 1), round(y + baseline, 1), anchor), box(edge + side * half_width, y)
    aslant = max(0.0, half_width - mark.radius)
    for side, shift in product((1, -1), (0.0, aslant, -aslant)):
        line = y + side * below
        yield Name(round(x + shift, 1), round(line + baseline, 1), "middle"), box(x + shift, line)
