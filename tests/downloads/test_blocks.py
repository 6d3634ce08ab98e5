"""Markdown becomes blocks that every writer understands."""

from typing import Any

import pytest

from knowledge_base.downloads.blocks import blocks_of

KNOWN = {"a", "b"}


def blocks(text: str, boxes: bool = False) -> list[dict[str, Any]]:
    return blocks_of(text, lambda address: f"https://site.example{address}", KNOWN, boxes)


def words(text: str) -> dict[str, Any]:
    return {"text": text}


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("One line\nand *more*.", [words("One line and "), {"text": "more", "emphasis": True}, words(".")]),
        ("Said.[^a][^b]", [words("Said."), {"note": "a"}, {"note": "b"}]),
        ("Not known[^c]", [words("Not known[^c]")]),
        ("`[^a]`", [{"text": "[^a]", "code": True}]),
        ("[Case](/cases/x/)", [{"text": "Case", "href": "https://site.example/cases/x/"}]),
        ("[**Bold**](https://b.example/)", [{"text": "Bold", "href": "https://b.example/", "strong": True}]),
        ("a\\\nb", [words("a"), {"break": True}, words("b")]),
        ("a <script>x</script>", [words("a <script>x</script>")]),
    ],
)
def test_words_keep_their_marks(text: str, runs: list[dict[str, Any]]) -> None:
    assert blocks(text) == [{"type": "paragraph", "runs": runs}]


def test_lists_hold_blocks_and_a_checklist_has_boxes() -> None:
    [bullets] = blocks("- one\n- two\n  - inside\n", boxes=True)
    assert (bullets["start"], bullets["boxes"]) == (None, True)
    assert bullets["items"][0] == [{"type": "paragraph", "runs": [words("one")]}]
    assert bullets["items"][1][1]["items"] == [[{"type": "paragraph", "runs": [words("inside")]}]]
    [numbers] = blocks("3. three\n4. four\n", boxes=True)
    assert (numbers["start"], numbers["boxes"]) == (3, False)


def test_quotes_tables_and_headings() -> None:
    quote, heading, table = blocks("> **Advice.** Do.\n\n### Small\n\n| a | b |\n|---|---|\n| 1 | 2[^a] |\n")
    assert quote["blocks"][0]["runs"][0] == {"text": "Advice.", "strong": True}
    assert (heading["level"], heading["runs"]) == (3, [words("Small")])
    assert table["head"] == [[words("a")], [words("b")]]
    assert table["rows"] == [[[words("1")], [words("2"), {"note": "a"}]]]
