"""The outline shows the South Baltic: towns on land, lagoons and lakes wet, borders where they run."""

import re
from itertools import pairwise

import pytest

from knowledge_base.drawing.frame import SOUTH_BALTIC
from knowledge_base.drawing.outline import WIDTH, outline_svg
from knowledge_base.drawing.shapes import Point, Points

HEIGHT = round(WIDTH / SOUTH_BALTIC.aspect)
ON_LAND = {
    "Växjö": (14.81, 56.88),
    "Kalmar": (16.32, 56.66),
    "Kristianstad": (14.15, 56.03),
    "Lund": (13.19, 55.70),
    "Rønne": (14.72, 55.10),
    "Visby": (18.31, 57.63),
    "Rostock": (12.13, 54.08),
    "Elbląg": (19.40, 54.16),
    "Kaliningrad": (20.51, 54.71),
    "Chernyakhovsk": (21.81, 54.63),
    "Klaipėda": (21.17, 55.71),
}
IN_WATER = {
    "the open sea": (18.5, 55.8),
    "Hanö Bight": (14.9, 55.8),
    "the Bay of Gdańsk": (19.1, 54.6),
    "the Curonian Lagoon": (21.1, 55.15),
    "the Vistula Lagoon": (19.8, 54.45),
    "Lake Vättern": (14.5, 58.2),
}


@pytest.fixture(scope="module")
def svg() -> str:
    return outline_svg()


def shapes(svg: str, number: int) -> list[Points]:
    """Return the shapes of one of the two paths, in the units of the drawing."""
    found = []
    for part in re.findall(r' d="([^"]*)"', svg)[number].split("M")[1:]:
        numbers = [int(n) for n in re.findall(r"-?\d+", part)]
        points = [(float(numbers[0]), float(numbers[1]))]
        for right, down in zip(numbers[2::2], numbers[3::2], strict=True):
            points.append((points[-1][0] + right, points[-1][1] + down))
        found.append(points)
    return found


def placed(longitude: float, latitude: float) -> Point:
    right, down = SOUTH_BALTIC.place(longitude, latitude)
    return right * WIDTH, down * HEIGHT


def on_land(svg: str, point: Point) -> bool:
    """Tell whether a ray to the right crosses the edges of land an odd number of times."""
    x, y = point
    crossings = 0
    for ring in shapes(svg, 0):
        for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize("town", ON_LAND)
def test_a_town_stands_on_land(svg: str, town: str) -> None:
    assert on_land(svg, placed(*ON_LAND[town]))


@pytest.mark.parametrize("water", IN_WATER)
def test_water_is_no_land(svg: str, water: str) -> None:
    assert not on_land(svg, placed(*IN_WATER[water]))


@pytest.mark.parametrize(
    ("start", "end", "crossed"),
    [
        ((20.51, 54.71), (20.48, 53.78), True),  # Kaliningrad to Olsztyn
        ((21.89, 54.95), (22.0, 55.3), True),  # Sovetsk's bank to Lithuania
        ((14.5, 53.6), (14.0, 53.6), True),  # Poland to Germany
        ((13.19, 55.70), (14.81, 56.88), False),  # Lund to Växjö
        ((18.65, 54.35), (19.40, 54.16), False),  # Gdańsk to Elbląg
    ],
)
def test_borders_run_between_countries_only(svg: str, start: Point, end: Point, crossed: bool) -> None:
    way = placed(*start), placed(*end)
    legs = (leg for line in shapes(svg, 1) for leg in pairwise(line))
    assert any(_cross(way, leg) for leg in legs) is crossed


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    def left_of(a: Point, b: Point, c: Point) -> bool:
        return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return left_of(a, b, c) != left_of(a, b, d) and left_of(c, d, a) != left_of(c, d, b)


def test_it_is_small_and_names_its_source(svg: str) -> None:
    assert len(svg.encode()) < 25_000
    assert "GSHHG" in svg and "LGPL" in svg
    assert f'viewBox="0 0 {WIDTH} {HEIGHT}"' in svg


def test_it_is_the_same_each_time(svg: str) -> None:
    assert outline_svg() == svg


def test_a_kilometre_is_as_long_east_as_north_in_the_middle() -> None:
    middle = 17.0, 55.85
    one_north = placed(middle[0], middle[1] + 1)[1] - placed(*middle)[1]
    one_east = placed(middle[0] + 1, middle[1])[0] - placed(*middle)[0]
    assert one_east / -one_north == pytest.approx(0.5614, abs=0.001)  # the cosine of 55.85 degrees
