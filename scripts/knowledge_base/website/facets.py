"""The facets of all cases as one small file, which the explorer loads instead of Pagefind's filters.

It has for each facet its values, and for each case the places of its values among them. The cases stand in
the order of their beginning, the newest first; a case is named by the file of the index that holds its words.
"""

import json
from collections.abc import Mapping, Sequence

from knowledge_base.staging.explorer import BEGUN, CARRIED

FACETS_FILE = "facets.json"

Values = Sequence[tuple[str, Sequence[int]]]
"""Each value of a filter with the numbers of its pages."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def facets_json(pages: Sequence[str], filters: Mapping[str, Values]) -> str:
    """Return `{"cases": [str], "facets": {name: {"values": [str], "cases": str}}}`.

    `pages` are the names of all pages by number. In a facet's `cases` a comma stands between cases, a point
    between values, and a value is its place in base 36: "0,2.a,,1" are four cases, the third without any.
    """
    begun = {page: value for value, found in filters.get(BEGUN, ()) for page in found}
    # Sorted twice: what began on the same day keeps the order of the pages.
    cases = sorted(sorted(begun), key=begun.__getitem__, reverse=True)
    facets = {
        name: {"values": [value for value, _ in values], "cases": _column(cases, values)}
        for name, values in sorted(filters.items())
        if name not in CARRIED
    }
    return json.dumps({"cases": [pages[case] for case in cases], "facets": facets}, ensure_ascii=False) + "\n"


def _column(cases: Sequence[int], values: Values) -> str:
    places: dict[int, list[str]] = {case: [] for case in cases}
    for place, (_, found) in enumerate(values):
        for page in found:
            places[page].append(_base_36(place))
    return ",".join(".".join(places[case]) for case in cases)


def _base_36(number: int) -> str:
    rest, digit = divmod(number, 36)
    return (_base_36(rest) if rest else "") + _DIGITS[digit]
