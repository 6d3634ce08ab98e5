"""The explorer: what the search index holds of a case for it, and its form on the page of all cases.

The form narrows the cases in the browser; without a script the page has links to the lists by facet instead.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.schema.case import Case
from knowledge_base.schema.vocabulary import UNKNOWN
from knowledge_base.staging.facets import FACETS, Facet, begun
from knowledge_base.staging.lists import card
from knowledge_base.staging.page import View

BEGUN = "begun"

CARRIED = (BEGUN, "summary", "details", "language")
"""Filters that bring to the explorer's results what their cards show; nobody asks for them."""

Filters = list[dict[str, str]]
"""`{"name": str, "value": str}`, once for each value of each filter."""


def filters(view: View, record: Record) -> Filters:
    """Return the filters by which the explorer finds a case and shows it; nothing for what lists do not show.

    They hold what is not to be found by words, so a case without a translation is there too.
    """
    case = record.facts
    if not isinstance(case, Case) or record.status not in ("published", "draft"):
        return []
    today = view.site.catalogue.today.isoformat()
    found = [(facet.id, value) for facet in FACETS for value in facet.values(case, today)]
    shown = card(view, record)
    found += [(BEGUN, begun(case)), ("summary", shown["summary"]), ("language", shown["language"])]
    found.append(("details", " · ".join(shown["details"])))
    return [{"name": name, "value": value} for name, value in found if value]


def form(view: View, records: Iterable[Record]) -> list[dict[str, Any]]:
    """Return the groups of the form.

    `[{"name", "facets": [{"id", "name", "options": [{"id", "name", "count"}]}]}]`

    Only values that occur are there, in the order of their vocabulary; the means are one group.
    """
    today = view.site.catalogue.today.isoformat()
    counts: dict[str, Counter[str]] = {facet.id: Counter() for facet in FACETS}
    for record in records:
        assert isinstance(record.facts, Case)
        for facet in FACETS:
            counts[facet.id].update(facet.values(record.facts, today))
    groups: dict[str, list[Facet]] = {}
    for facet in FACETS:
        groups.setdefault("explore_means" if facet.list == "means" else facet.name, []).append(facet)
    return [
        {
            "name": view.words(name),
            "facets": [
                {
                    "id": facet.id,
                    "name": view.words(facet.name),
                    "options": list(_options(view, facet, counts[facet.id])),
                }
                for facet in facets
            ],
        }
        for name, facets in groups.items()
    ]


def _options(view: View, facet: Facet, counts: Counter[str]) -> Iterator[dict[str, Any]]:
    if facet.vocabulary:
        known = {
            value: term.name[view.language]
            for value, term in view.site.catalogue.vocabularies.get(facet.vocabulary, {}).items()
        }
    else:
        decades = sorted(value for value in counts if value != UNKNOWN)
        known = {value: view.words("decade", year=value) for value in reversed(decades)}
    known[UNKNOWN] = view.words("unknown")
    for value, name in known.items():
        if value in counts:
            yield {"id": value, "name": name, "count": counts[value]}
