"""Turn Markdown texts into HTML that is safe to put on a page.

The parser never passes HTML through, and a sanitiser with an allow-list stands behind it, so that a
mistake in one of the two is not enough to let a script reach a reader.
"""

from collections.abc import Callable, Mapping
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from knowledge_base.schema.fields import LINK_SCHEMES
from knowledge_base.texts import CITATION

_TAGS = set(
    [
        "a",
        "abbr",
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "dl",
        "dt",
        "em",
        "h3",
        "h4",
        "hr",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "s",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_ATTRIBUTES = {
    "a": {"href", "id", "class", "title"},
    "img": {"src", "alt", "title"},
    "sup": {"class"},
    "td": {"style"},
    "th": {"style"},
    "ol": {"start"},
}


def _citation_rule(state: StateInline, silent: bool) -> bool:
    match = CITATION.match(state.src, state.pos)
    if match is None or match[1] not in state.env["numbers"]:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"key": match[1]}
    state.pos = match.end()
    return True


def _render_citation(renderer: Any, tokens: Any, index: int, options: Any, env: Mapping[str, Any]) -> str:
    key = tokens[index].meta["key"]
    number = env["numbers"][key]
    # A word joiner keeps the number on the line of the statement that it belongs to.
    return f'\u2060<sup class="citation"><a href="#source-{key}">[{number}]</a></sup>'


_parser = MarkdownIt("commonmark", {"html": False}).enable(["table"])
_parser.inline.ruler.before("link", "citation", _citation_rule)
_parser.add_render_rule("citation", _render_citation)


def html_of(text: str, numbers: Mapping[str, int], resolve: Callable[[str], str]) -> str:
    """Return `text` as safe HTML.

    `numbers` gives each cited source its number on the page, `resolve` turns an address of this site
    into a link from the page.
    """
    tokens = _parser.parse(text, {"numbers": numbers})
    for token in tokens:
        for child in token.children or ():
            href = child.attrGet("href")
            if isinstance(href, str) and href.startswith("/"):
                child.attrSet("href", resolve(href))
    html = _parser.renderer.render(tokens, _parser.options, {"numbers": numbers})
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=set(LINK_SCHEMES),
        filter_style_properties={"text-align"},
        link_rel="noopener",
    )
