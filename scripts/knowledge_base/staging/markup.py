"""Turn Markdown texts into HTML that is safe to put on a page.

The parser's output never holds HTML that somebody wrote, and a sanitiser with an allow-list stands
behind it, so that a mistake in one of the two is not enough to let a script reach a reader.
"""

import re
from collections.abc import Callable, Mapping

import nh3

from knowledge_base.markdown import to_html
from knowledge_base.schema.fields import LINK_SCHEMES

_TAGS = set("a blockquote br code em h3 h4 hr li ol p pre strong table tbody td th thead tr ul".split())
# "*" replaces the sanitiser's own list of attributes that every tag may have.
_ATTRIBUTES = {"*": set[str](), "a": {"href"}, "td": {"style"}, "th": {"style"}, "ol": {"start"}}

_HEAD_CELL = re.compile(r"<th\b")
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
SORTABLE = "data-sortable"
"""Marks a table that a reader may want in another order."""

COMPARED = 3
"""From so many columns on a table compares things; with fewer it has one order, mostly that of time."""

# Code and tags are matched first and kept, so that a citation is found in running text only.
_CITATION_IN_HTML = re.compile(r"<code>.*?</code>|<[^>]*>|\[\^([^\]\s<]+)\]", re.DOTALL)


def html_of(
    text: str,
    numbers: Mapping[str, int],
    resolve: Callable[[str], str],
    cited: set[str] | None = None,
    mark_terms: Callable[[str], str] | None = None,
) -> str:
    """Return `text` as safe HTML.

    `numbers` gives each cited source its number on the page, `resolve` turns an address of this site
    into a link from the page. The first citation of each source gets an id to come back to; `cited` are
    those that the page has already. `mark_terms` puts its marks into safe HTML.
    """
    cited = set() if cited is None else cited

    def link(tag: str, attribute: str, value: str) -> str:
        return resolve(value) if attribute == "href" and value.startswith("/") else value

    def citation(match: re.Match[str]) -> str:
        if match[1] not in numbers:
            return match[0]
        mark = "" if match[1] in cited else f' id="cited-{match[1]}"'
        cited.add(match[1])
        # A word joiner keeps the number on the line of the statement that it belongs to.
        number = numbers[match[1]]
        return f'\u2060<sup class="citation"{mark}><a href="#source-{match[1]}">[{number}]</a></sup>'

    html = nh3.clean(
        to_html(text),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=link,
        url_schemes=set(LINK_SCHEMES),
        filter_style_properties={"text-align"},
        link_rel="noopener",
    )
    return _CITATION_IN_HTML.sub(citation, mark_terms(html) if mark_terms else html)


def with_scrolling_tables(html: str, section_id: str) -> str:
    """Return the HTML of a section with each table in a box that scrolls alone, named by the heading."""
    if "<table>" not in html:
        return html

    def boxed(match: re.Match[str]) -> str:
        sortable = f" {SORTABLE}" if len(_HEAD_CELL.findall(match[1])) >= COMPARED else ""
        named = f' role="group" tabindex="0" aria-labelledby="{section_id}"' if section_id else ""
        return f'<div class="scroll"{named}><table{sortable}>{match[1]}</table></div>'

    return _TABLE.sub(boxed, html)
