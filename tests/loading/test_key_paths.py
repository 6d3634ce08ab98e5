"""The way to a value is said for people, who count from 1, and found again from what was said."""

import pytest

from knowledge_base.schema.marks import KeyPath, named, way_named


@pytest.mark.parametrize(
    ("way", "name"),
    [
        (("evidence", "jobs", "values", 0, "year"), "evidence.jobs.values (1).year"),
        (("related", 1), "related (2)"),
        (("place", "name"), "place.name"),
        ((), ""),
    ],
)
def test_positions_count_from_1(way: KeyPath, name: str) -> None:
    assert named(way) == name
    assert way_named(name) == (way or ("",))
