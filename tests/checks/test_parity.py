"""Numbers are compared by value, not by the signs of a language."""

import pytest

from knowledge_base.checks.parity import numbers
from knowledge_base.texts import Section


def section(body: str) -> Section:
    return Section("evidence", "Evidence", body.encode(), 1, 2)


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("1,500 jobs", "1 500 jobb"),
        ("1,234,567 SEK", "1\u00a0234\u00a0567 SEK"),
        ("271.6 ha", "271,6 га"),
        ("in 2012 and 2014", "2012 och 2014"),
        ("3 [^press-2016]", "3 [^other-2017]"),
        ("[a](https://example.org/1) 4", "[b](https://example.org/2) 4"),
    ],
)
def test_equal_numbers_are_equal(english: str, other: str) -> None:
    assert numbers(section(english)) == numbers(section(other)) != {}


@pytest.mark.parametrize(("one", "two"), [("1.5", "15"), ("12 and 12", "12"), ("1,500", "1,5")])
def test_other_numbers_are_not(one: str, two: str) -> None:
    assert numbers(section(one)) != numbers(section(two))
