"""Marks and names stay apart at every width of the map."""

import random
from itertools import combinations
from math import hypot

import pytest

from knowledge_base.drawing.frame import SOUTH_BALTIC
from knowledge_base.drawing.marks import Mark, Offset, Widths, spread
from knowledge_base.drawing.names import SIZE, Name, length, place_names

WIDTHS = Widths(280, 760, SOUTH_BALTIC.aspect)
STEPS = range(280, 761, 8)


def centre(mark: Mark, offset: Offset, width: float) -> tuple[float, float]:
    return mark.right * width + offset[0], mark.down * width / WIDTHS.aspect + offset[1]


def crowd(seed: int, size: int = 30) -> tuple[Mark, ...]:
    """Return marks of which half stand in two tight groups, some at the very same point."""
    draw = random.Random(seed)
    groups = [(0.2, 0.55), (0.77, 0.75)]
    points = [
        (x + draw.choice([0, draw.uniform(-0.04, 0.04)]), y + draw.uniform(-0.04, 0.04))
        for x, y in (draw.choice(groups) for _ in range(size // 2))
    ]
    points += [(draw.random(), draw.random()) for _ in range(size - len(points))]
    return tuple(Mark(x, y, draw.choice([12, 12, 15, 18])) for x, y in points)


@pytest.mark.parametrize("seed", range(8))
def test_marks_never_meet_and_stay_whole(seed: int) -> None:
    marks = crowd(seed)
    offsets = spread(marks, WIDTHS)
    for width in STEPS:
        centres = [centre(mark, offset, width) for mark, offset in zip(marks, offsets, strict=True)]
        for (a, (x0, y0)), (b, (x1, y1)) in combinations(zip(marks, centres, strict=True), 2):
            assert hypot(x1 - x0, y1 - y0) >= a.radius + b.radius, width
        for mark, (x, y) in zip(marks, centres, strict=True):
            assert mark.radius - 0.1 <= x <= width - mark.radius + 0.1
            assert mark.radius - 0.1 <= y <= width / WIDTHS.aspect - mark.radius + 0.1


def test_marks_with_room_stay_where_they_are() -> None:
    marks = (Mark(0.2, 0.2, 12), Mark(0.5, 0.5, 12), Mark(0.8, 0.2, 12))
    assert spread(marks, WIDTHS) == ((0, 0), (0, 0), (0, 0))


def test_two_at_one_point_go_to_either_side() -> None:
    marks = (Mark(0.5, 0.5, 12), Mark(0.5, 0.5, 12))
    (x0, y0), (x1, y1) = spread(marks, WIDTHS)
    assert hypot(x1 - x0, y1 - y0) == pytest.approx(26, abs=0.2)
    assert (x0, y0) == pytest.approx((-x1, -y1), abs=0.2)


@pytest.mark.parametrize("seed", range(8))
def test_names_lie_on_nothing(seed: int) -> None:
    marks = crowd(seed, 14)
    offsets = spread(marks, WIDTHS)
    texts = [f"Name {n}" for n in range(len(marks))]
    names = place_names(marks, offsets, texts, WIDTHS)
    assert any(names)
    for width in STEPS:
        boxes = [
            (x - mark.radius, y - mark.radius, x + mark.radius, y + mark.radius)
            for mark, offset in zip(marks, offsets, strict=True)
            for x, y in [centre(mark, offset, width)]
        ]
        boxes += [
            box_of(name, centre(mark, (0, 0), width), text)
            for mark, name, text in zip(marks, names, texts, strict=True)
            if name
        ]
        for one, other in combinations(boxes[len(marks) :] + boxes[: len(marks)], 2):
            both_marks = one in boxes[: len(marks)] and other in boxes[: len(marks)]
            assert both_marks or apart(one, other), width


Box = tuple[float, float, float, float]


def box_of(name: Name, point: tuple[float, float], text: str) -> Box:
    long = length(text)
    x = point[0] + name.x - {"start": 0, "middle": long / 2, "end": long}[name.anchor]
    line = point[1] + name.y
    return x, line - 0.85 * SIZE, x + long, line + 0.15 * SIZE


def apart(one: Box, other: Box) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_map_of_one_width_has_room_for_names_too() -> None:
    one = Widths(760, 760, SOUTH_BALTIC.aspect)
    marks = [Mark(0.5, 0.5, 12), Mark(0.54, 0.5, 12)]
    names = place_names(marks, [(0, 0)] * 2, ["Lund", "Malmö"], one)
    assert [name and name.anchor for name in names] == ["end", "start"]


def test_a_name_without_room_is_left_out() -> None:
    marks = [Mark(0.5, 0.5, 5)]
    assert place_names(marks, [(0, 0)], ["x" * 80], WIDTHS) == [None]
    [name] = place_names(marks, [(0, 0)], ["Kalmar"], WIDTHS)
    assert name == Name(9, 4.5, "start")


def test_at_the_right_edge_a_name_stands_on_the_left() -> None:
    [name] = place_names([Mark(0.95, 0.5, 5)], [(0, 0)], ["Klaipėda"], WIDTHS)
    assert name is not None and name.anchor == "end"
