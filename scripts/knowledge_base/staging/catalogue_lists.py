"""The lists of records: all of a kind, and the cases by theme, region, work package and means.

A list has fifty records a page, so that no page grows with the catalogue. What a page shows depends on
its records and its place in the list only, and `ListPage.key` says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.schema.case import Case
from knowledge_base.schema.kinds import CASE, SEMINAR, Kind
from knowledge_base.schema.seminar import Seminar
from knowledge_base.staging.explorer import form
from knowledge_base.staging.facets import FACETS
from knowledge_base.staging.lists import card, sorted_records
from knowledge_base.staging.page import FrontMatter, View, base
from knowledge_base.staging.years import meetings_by_type

PAGE_SIZE = 50


@dataclass(frozen=True)
class List:
    """One list in one language: where it begins, what it is called, and its records in order."""

    address: str
    title: str
    summary: str
    kind: Kind
    records: tuple[Record, ...]
    facet: str = ""
    """Id of the facet that it divides the cases by, and `value`, the name of its own part."""
    value: str = ""


@dataclass(frozen=True)
class ListPage:
    """One page of a list, from 1."""

    of: List
    number: int

    @property
    def address(self) -> str:
        """Where the page is; the first has the address of the list."""
        return self.address_of(self.number)

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that the page shows."""
        return self.of.records[PAGE_SIZE * (self.number - 1) : PAGE_SIZE * self.number]

    @property
    def last(self) -> int:
        """The number of the list's last page."""
        return max(1, -(-len(self.of.records) // PAGE_SIZE))

    @property
    def key(self) -> str:
        """What the page depends on beside its records: its name, its place among the others, its picture."""
        return f"{self.of.title} {self.of.summary} {len(self.of.records)} {self.number} {self._pictured}"

    @property
    def _pictured(self) -> list[tuple[str, str]]:
        """Type and start of all meetings, which the first page of their list draws."""
        if self.number > 1:
            return []
        return [(r.facts.type, r.facts.start) for r in self.of.records if isinstance(r.facts, Seminar)]

    def address_of(self, number: int) -> str:
        """Return the address of another page of the same list."""
        return self.of.address if number == 1 else f"{self.of.address}page/{number}/"


def lists(view: View, kinds: tuple[Kind, ...]) -> Iterator[List]:
    """Yield the list of each kind, and every list of cases by a facet."""
    for kind in kinds:
        records = tuple(sorted_records(view, kind))
        title = view.words(f"list_{kind.folder}")
        yield List(f"/{kind.folder}/", title, view.words(f"list_{kind.folder}_summary"), kind, records)
        if kind is CASE:
            yield from _by_facets(view, records)


def list_page(view: View, page: ListPage, others: list[List]) -> FrontMatter:
    """Return one page of a list; the first page of all cases also leads to the lists by facet."""
    of, words = page.of, view.words
    title = of.title if page.number == 1 else words("page_title", title=of.title, n=page.number)
    whole = f"/{of.kind.folder}/"
    front_matter = base(view, "list", title, of.summary)
    front_matter |= {
        "cards": [card(view, record) for record in page.records],
        "count": words(f"count_{of.kind.folder}", n=len(of.records)),
        "facets": [],
        "map": "",
        "explorer": [],
        "scripts": ["shortlist.js"] if of.kind is CASE else [],
        "years": meetings_by_type(view, of.records) if of.kind is SEMINAR and page.number == 1 else None,
        "up": {"text": words(f"all_{of.kind.folder}"), "href": view.link(whole)} if of.facet else None,
        "pager": pager(view, page),
    }
    if page.address == "/cases/":
        front_matter |= {
            "facets": _facet_links(view, others),
            "map": view.link("/map/"),
            "explorer": form(view, of.records),
            "scripts": ["shortlist.js", "explorer.js"],
        }
    return front_matter


def pager(view: View, page: ListPage) -> list[dict[str, Any]]:
    """Return links to pages of the same list, or none when there is no other."""
    if page.last == 1:
        return []
    return [
        {"n": n, "href": view.link(page.address_of(n)), "current": n == page.number}
        for n in range(1, page.last + 1)
        # The ends, the neighbours, and no more: the row must fit a phone.
        if n in (1, page.last) or abs(n - page.number) <= 1
    ]


def _facet_links(view: View, others: list[List]) -> list[dict[str, Any]]:
    """Return the lists by facet as links with counts, grouped under the name of the facet."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in others:
        if one.facet:
            link = {"text": one.value, "href": view.link(one.address), "count": len(one.records)}
            groups.setdefault(one.facet, []).append(link)
    return [{"name": _facet_name(view, facet), "links": links} for facet, links in groups.items()]


def _facet_name(view: View, facet: str) -> str:
    return view.words(f"by_{facet.replace('-', '_')}")


def _by_facets(view: View, records: tuple[Record, ...]) -> Iterator[List]:
    vocabularies = view.site.catalogue.vocabularies
    today = view.site.catalogue.today.isoformat()
    for facet in (facet for facet in FACETS if facet.list):
        parts: dict[str, list[Record]] = {}
        for record in records:
            assert isinstance(record.facts, Case)
            for value in facet.values(record.facts, today):
                parts.setdefault(value, []).append(record)
        for value, term in vocabularies.get(facet.vocabulary, {}).items():
            if value in parts:
                name = term.name[view.language]
                title = view.words("list_by", facet=_facet_name(view, facet.list), value=name)
                summary = term.meaning[view.language]
                found = tuple(parts[value])
                yield List(facet.address(value), title, summary, CASE, found, facet.list, name)
