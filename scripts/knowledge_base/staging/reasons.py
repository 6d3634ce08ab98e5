"""Related records as links, with the reason in words."""

from collections.abc import Iterable
from typing import Any

from knowledge_base.staging.page import View, shown_language, title_of
from knowledge_base.staging.relations import Relation, key_of

VOCABULARIES = {
    "theme": "themes",
    "region": "regions",
    "budget": "budget-bands",
    "staff": "staff-bands",
    "power": "legal-powers",
    "work-package": "work-packages",
}
"""By sort of feature the vocabulary of its names; guides and organisations are records."""

NAMED = 3
"""So many things of a sort are named in a reason."""


def related_links(view: View, relations: Iterable[Relation]) -> list[dict[str, Any]]:
    """Return `{"text", "href", "language", "reason", "chosen"}` of each related record."""
    return [
        view.record_link(relation.record)
        | {
            "language": shown_language(relation.record, view.language),
            "reason": _reason(view, relation),
            "chosen": relation.chosen,
        }
        for relation in relations
    ]


def _reason(view: View, relation: Relation) -> str:
    """Return what two records have in common, as "Same themes: Clusters, Skills; same place: Malmö"."""
    sorts: dict[str, list[str]] = {}
    for sort, name in relation.shared:
        sorts.setdefault(sort, []).append(name)
    if "place" in sorts:
        sorts.pop("region", None)  # it goes without saying
    parts = []
    for sort, found in sorts.items():
        names = ", ".join(_name(view, relation, sort, name) for name in found[:NAMED])
        parts.append(view.words(f"same_{sort.replace('-', '_')}", n=len(found[:NAMED]), names=names))
    said = "; ".join(parts)
    return said[:1].upper() + said[1:]


def _name(view: View, relation: Relation, sort: str, name: str) -> str:
    if sort == "place":
        return view.in_words(view.site.relations.places[key_of(relation.record)][name].name)
    if sort in VOCABULARIES:
        return view.term(VOCABULARIES[sort], name)
    return title_of(view.record(sort, name), view.language)
