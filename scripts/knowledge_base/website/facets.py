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
    """Return `{"cases": str, "facets": {name: {"values": [str], "one" or "some": str}}}`.

    `pages` are the names of all pages by number; those of cases stand in `cases`, a space between them. A
    value is its place among the values, in base 36. `one` has one sign for each case; in `some` a comma is
    between cases, a point between values: "0,2.a,,1" are four cases, the third without any.
    """
    begun = {page: value for value, found in filters.get(BEGUN, ()) for page in found}
    # Sorted twice: what began on the same day keeps the order of the pages.
    cases = sorted(sorted(begun), key=begun.__getitem__, reverse=True)
    facets = {
        name: {"values": [value for value, _ in values], **_column(cases, values)}
        for name, values in sorted(filters.items())
        if name not in CARRIED
    }
    names = " ".join(pages[case] for case in cases)
    return json.dumps({"cases": names, "facets": facets}, ensure_ascii=False) + "\n"


def _column(cases: Sequence[int], values: Values) -> dict[str, str]:
    places: dict[int, list[str]] = {case: [] for case in cases}
    for place, (_, found) in enumerate(values):
        for page in found:
            places[page].append(_base_36(place))
    cells = [".".join(places[case]) for case in cases]
    return {"one": "".join(cells)} if all(len(cell) == 1 for cell in cells) else {"some": ",".join(cells)}


def _base_36(number: int) -> str:
    rest, digit = divmod(number, 36)
    return (_base_36(rest) if rest else "") + _DIGITS[digit]
