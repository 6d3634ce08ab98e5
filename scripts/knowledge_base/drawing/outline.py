"""The outline of the South Baltic as one picture that every map lies on."""

from collections.abc import Sequence
from functools import cache

from knowledge_base.drawing.coast import borders, land_and_water
from knowledge_base.drawing.frame import SOUTH_BALTIC, Frame
from knowledge_base.drawing.shapes import Point, Points, clip_ring, parts_inside, simplify

NAME = "south-baltic.svg"

WIDTH = 1440
"""Units across: two for a pixel of the largest map, so that whole numbers are fine enough."""

TOLERANCE = 1.1
"""Units by which a drawn line may stray from the true one."""

SMALLEST = 20.0
"""Square kilometres below which an island or a lake is left out; twenty are four pixels by four."""

MARGIN = 0.2
"""Degrees beyond the picture to which shapes are cut, so that no cut edge shows."""

# Mid greys that let the ground shine through look right on light and on dark paper: a picture that a
# page refers to cannot know which of the two the reader chose.
_LAND = 'fill="#7f9096" fill-opacity=".3" fill-rule="evenodd" stroke="#7f9096" stroke-width="1.6"'
_BORDER = 'fill="none" stroke="#7f9096" stroke-opacity=".85" stroke-width="2" stroke-dasharray="8 5"'

# The licence of the coastlines asks to be named wherever they go.
CREDIT = "Coastlines, lakes and borders: GSHHG 2.3.6 by P. Wessel and W. H. F. Smith, LGPL 3 or later."


@cache
def outline_svg(frame: Frame = SOUTH_BALTIC) -> str:
    """Return the picture: land, lakes and borders, without words; about 13 KB."""
    height = round(WIDTH / frame.aspect)
    wider = frame.grown(MARGIN)

    def thinned(shape: Points) -> Points:
        placed = (frame.place(*point) for point in shape)
        points = simplify([(right * WIDTH, down * height) for right, down in placed], TOLERANCE)
        return [(round(x), round(y)) for x, y in points]

    rings = (thinned(clip_ring(ring, wider.box)) for ring in land_and_water(wider, SMALLEST))
    land = "".join(f"{_path(ring)}z" for ring in rings)
    parts = (part for line in borders(wider) for part in parts_inside(line, wider.box))
    lines = "".join(_path(line) for line in dict.fromkeys(tuple(thinned(part)) for part in parts))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}">'
        f'<!-- {CREDIT} --><path {_LAND} d="{land}"/><path {_BORDER} d="{lines}"/></svg>\n'
    )


def _path(points: Sequence[Point]) -> str:
    """Return path data with whole relative steps, which are short."""
    (x, y), *others = points
    steps = [f"M{x:.0f} {y:.0f}l"]
    for to_x, to_y in others:
        if (to_x, to_y) != (x, y):
            steps.append(f"{to_x - x:.0f} {to_y - y:.0f} ")
        x, y = to_x, to_y
    return "".join(steps).rstrip().replace(" -", "-")
