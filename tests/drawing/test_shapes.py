"""Shapes are cut to a box and thinned."""

from knowledge_base.drawing.shapes import clip_ring, parts_inside, simplify

BOX = (0.0, 0.0, 10.0, 10.0)


def test_a_ring_is_cut_at_the_sides() -> None:
    cut = clip_ring([(5, 5), (15, 5), (15, 15), (5, 15)], BOX)
    assert sorted(cut) == [(5, 5), (5, 10), (10, 5), (10, 10)]


def test_a_ring_around_the_box_becomes_the_box() -> None:
    cut = clip_ring([(-5, -5), (15, -5), (15, 15), (-5, 15)], BOX)
    assert set(cut) == {(0, 0), (10, 0), (10, 10), (0, 10)}


def test_a_ring_elsewhere_vanishes() -> None:
    assert clip_ring([(20, 20), (30, 20), (30, 30)], BOX) == []


def test_a_line_keeps_its_stretches_inside_with_a_point_on_either_side() -> None:
    line = [(-9.0, 5.0), (-1.0, 5.0), (2.0, 5.0), (12.0, 5.0), (30.0, 5.0), (9.0, 9.0)]
    assert list(parts_inside(line, BOX)) == [
        [(-1, 5), (2, 5), (12, 5)],
        [(30, 5), (9, 9)],
    ]
    assert list(parts_inside([(1.0, 1.0), (2.0, 2.0)], BOX)) == [[(1, 1), (2, 2)]]


def test_points_that_stray_little_are_left_out() -> None:
    line = [(0.0, 0.0), (1.0, 0.4), (2.0, 0.0), (3.0, 5.0), (4.0, 0.0)]
    assert simplify(line, 0.5) == [(0, 0), (2, 0), (3, 5), (4, 0)]
    assert simplify(line, 0.1) == line


def test_a_closed_shape_keeps_its_far_side() -> None:
    ring = [(0.0, 0.0), (5.0, 5.0), (0.0, 10.0), (0.0, 0.0)]
    assert (5, 5) in simplify(ring, 1)
