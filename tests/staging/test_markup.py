"""Texts become HTML that is safe even when a check was passed by."""

import pytest

from knowledge_base.staging.markup import html_of, with_scrolling_tables


def html(text: str) -> str:
    return html_of(text, {"report": 3}, lambda address: f"..{address}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("Ж <b onclick=x>y</b>", "<p>Ж &lt;b onclick=x&gt;y&lt;/b&gt;</p>"),
        ("<div>\nz\n</div>", "<p>&lt;div&gt;\nz\n&lt;/div&gt;</p>"),
        ("<!-- c --> &lt;b&gt;", "<p>&lt;!-- c --&gt; &amp;lt;b&amp;gt;</p>"),
        ("[a](javascript:alert(1))", '<p><a rel="noopener">a</a></p>'),
        ("[a](<javascript:alert(1)>)", '<p><a rel="noopener">a</a></p>'),
        ('[a](https://e.org "t [^report] >")', '<p><a href="https://e.org" rel="noopener">a</a></p>'),
        ("![a](data:text/html;base64,x)", "<p></p>"),
        ("{{ 7*7 }}", "<p>{{ 7*7 }}</p>"),
        ("[a](/cases/x/)", '<p><a href="../cases/x/" rel="noopener">a</a></p>'),
        (
            "12.[^report]",
            '<p>12.\u2060<sup class="citation" id="cited-report"><a href="#source-report">[3]</a></sup></p>',
        ),
        ("[^nobody]", "<p>[^nobody]</p>"),
        ("`<b> [^report]`", "<p><code>&lt;b&gt; [^report]</code></p>"),
    ],
)
def test_text_becomes_html(text: str, expected: str) -> None:
    assert html(text).strip() == expected


def test_tables_keep_their_alignment() -> None:
    assert "text-align" in html("| a |\n| -: |\n| 1 |\n")


def test_a_table_scrolls_alone_and_can_be_put_in_order_when_it_compares() -> None:
    dates = with_scrolling_tables(html_of("| a | b |\n|---|---|\n| 1 | 2 |", {}, str), "here")
    assert dates.startswith(
        '<div class="scroll" role="group" tabindex="0" aria-labelledby="here"><table><thead>'
    )
    assert dates.rstrip().endswith("</table></div>")
    wide = with_scrolling_tables(html_of("| a | b | c |\n|---|---:|---|\n| 1 | 2 | 3 |", {}, str), "here")
    assert "<table data-sortable>" in wide
