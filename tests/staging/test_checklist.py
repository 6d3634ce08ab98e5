"""Points of a list become boxes with ids that all languages share."""

import re

import pytest

from knowledge_base.staging.checklist import as_checklist
from knowledge_base.staging.markup import html_of


def boxes(body: str, original: str) -> tuple[str, list[str]]:
    html, count = as_checklist(html_of(body, {"a": 1}, str), body, original)
    ids = re.findall(r'data-point="([^"]*)"', html)
    assert len(ids) == count == html.count("<label>") == html.count("</label>")
    return re.sub(r' data-point="[^"]*"', "", html), ids


def ids(body: str, original: str | None = None) -> list[str]:
    return boxes(body, body if original is None else original)[1]


BOX = '<label><input type="checkbox"> <span>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- One", f"<ul><li>{BOX}One</span></label></li></ul>"),
        (
            "- One\n\n- Two",
            f"<ul><li><p>{BOX}One</span></label></p></li><li><p>{BOX}Two</span></label></p></li></ul>",
        ),
        (
            "- One\n  - Two",
            f"<ul><li>{BOX}One</span></label><ul><li>{BOX}Two</span></label></li></ul></li></ul>",
        ),
        ("1. *One* `two`", f"<ol><li>{BOX}<em>One</em> <code>two</code></span></label></li></ol>"),
        ("No list.", "<p>No list.</p>"),
    ],
)
def test_each_point_has_a_box_and_a_label_of_words_only(body: str, expected: str) -> None:
    assert re.sub(r"\n", "", boxes(body, body)[0]) == expected


def test_a_translation_has_the_ids_of_its_original() -> None:
    assert ids("- Ett\n- Två[^a]", "- One\n- Two[^a]") == ids("- One\n- Two[^a]")


def test_a_translation_that_is_behind_has_ids_of_its_own() -> None:
    assert ids("- Ett", "- One\n- Two") == ids("- Ett") != ids("- One")


def test_a_tick_stays_with_its_words_and_goes_with_them() -> None:
    one, two = ids("- One\n- Two")
    assert ids("- Zero\n- One\n- Two")[1:] == [one, two]
    assert ids("- One[^a]\n- Two")[0] == one  # what it says has not changed, only its source
    assert ids("- One thing\n- Two") != [one, two]


def test_the_same_words_twice_are_two_points() -> None:
    first, second = ids("- One\n- One")
    assert first != second
