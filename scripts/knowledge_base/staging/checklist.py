"""A list in a text as boxes to tick, each with an id that a reader's browser can remember.

An id comes from the words of the original, so that a tick set in one language shows in all of them,
stays when other points are added or moved, and goes when its point says something else.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge_base.digests import digest_of
from knowledge_base.staging.markup import html_of
from knowledge_base.texts import CITATION

# The words of a point end where a block inside it, or the point itself, ends: a label holds no blocks.
_POINT = re.compile(
    r"<li>\s*(?P<block><p>)?(?P<words>.*?)\s*(?=</p>|</li>|<[uo]l\b|<(?:blockquote|pre|table|h3|h4|hr)\b)",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


def as_checklist(html: str, body: str, original: str) -> tuple[str, int]:
    """Return the HTML of a section with a box before each point of its lists, and how many there are.

    `body` is the Markdown that `html` was made from, and `original` the one that it is a translation
    of. Points belong together by their place; a translation with another number of points is behind
    and remembers its ticks by its own words.
    """
    ids, own = _ids(original), _ids(body)
    if len(ids) != len(own):
        ids = own
    remaining = iter(ids)

    def box(match: re.Match[str]) -> str:
        tick = f'<input type="checkbox" data-point="{next(remaining)}">'
        return f"<li>{match['block'] or ''}<label>{tick} <span>{match['words']}</span></label>"

    return _POINT.sub(box, html), len(ids)


@lru_cache(maxsize=256)  # a body is asked for by each of its translations
def _ids(body: str) -> list[str]:
    """Return an id per point: a digest of its words, without its sources; numbered when words recur."""
    seen: dict[str, int] = {}

    def numbered() -> Iterator[str]:
        for match in _POINT.finditer(html_of(body, {}, str)):
            words = CITATION.sub("", _TAG.sub("", match["words"]))
            digest = digest_of(" ".join(words.split()))[:8]
            seen[digest] = seen.get(digest, 0) + 1
            yield digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"

    return list(numbered())
