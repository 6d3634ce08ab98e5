"""What a page is about, in the words of schema.org, for search engines and other programs (JSON-LD).

It says nothing that the page does not say.
"""

import json
from collections.abc import Iterator
from typing import Any

from knowledge_base.addresses import FIELDS, RULES, absolute
from knowledge_base.catalogue import Record
from knowledge_base.languages import LANGUAGES
from knowledge_base.schema.case import Case
from knowledge_base.schema.guide import Guide
from knowledge_base.schema.kinds import KINDS
from knowledge_base.schema.organisation import Organisation
from knowledge_base.schema.parts import Period, Place
from knowledge_base.schema.record import ReviewedFacts
from knowledge_base.schema.seminar import Seminar
from knowledge_base.schema.vocabulary import UNKNOWN
from knowledge_base.staging.page import FrontMatter, View

Thing = dict[str, Any]
"""`{"@type": ..., property: value}`"""

LICENCES = {"CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/"}
"""Addresses of licences by the names that the settings may have."""

PARTS = {f"/{kind.folder}/": f"list_{kind.folder}" for kind in KINDS} | {
    RULES: "rules",
    FIELDS: "fields",
}
"""Pages that others stand below, and the interface word that names each."""

FORMATS = {
    "csv": "text/csv",
    "geojson": "application/geo+json",
    "json": "application/json",
    "tbx": "text/xml",
}


def linked_data(view: View, page: FrontMatter, record: Record | None = None) -> str:
    """Return what stands inside a page's `<script type="application/ld+json">`.

    A page that search engines are not to index gets nothing: another page is the original.
    """
    if not page["indexed"]:
        return ""
    things = [_thing(view, page, record), _breadcrumbs(view, page), *_datasets(view, page)]
    graph = {"@context": "https://schema.org", "@graph": [thing for thing in things if thing]}
    # A browser looks for the end of the script, and for comments, before anything reads the JSON.
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _thing(view: View, page: FrontMatter, record: Record | None) -> Thing:
    about = {"url": page["canonical"], "description": page["description"], "inLanguage": view.language}
    match record and record.facts:
        case Case() as case:
            return _named("Article", page, "headline") | about | _article(view, case)
        case Guide() as guide:
            return _named("HowTo", page) | about | _rights(view, guide) | {"step": _steps(page)}
        case Seminar() as seminar:
            return _named("Event", page) | about | _event(view, seminar)
        case Organisation() as body:
            return _named("Organization", page) | _organisation(view, page, body)
    if view.address == "/":
        return {"@type": "WebSite", "name": view.words("site_name"), **about, "publisher": _publisher(view)}
    if view.address == "/glossary/":
        return _named("DefinedTermSet", page) | about | {"hasDefinedTerm": list(_terms(page))}
    return _named("CollectionPage" if record is None else "WebPage", page) | about


def _named(kind: str, page: FrontMatter, name: str = "name") -> Thing:
    return {"@type": kind, name: page["title"]}


def _article(view: View, case: Case) -> Thing:
    return {
        **_rights(view, case),
        "about": [view.term("themes", theme) for theme in case.themes],
        "spatialCoverage": [_place(view, place) for place in case.places],
        "temporalCoverage": [span for period in case.periods if (span := _interval(period))],
        "citation": [source.url for source in case.sources.values() if source.url],
    }


def _event(view: View, seminar: Seminar) -> Thing:
    organisers = (view.record("organisation", slug) for slug in seminar.organisers)
    return {
        "startDate": seminar.start,
        "endDate": seminar.end,
        "location": [_place(view, place) for place in seminar.places],
        "organizer": [
            {
                "@type": "Organization",
                "name": view.record_link(body)["text"],
                "url": _full(view, body.address),
            }
            for body in organisers
        ],
    }


def _organisation(view: View, page: FrontMatter, body: Organisation) -> Thing:
    names = {name.text for name in body.names.values()} - {page["title"]}
    return {
        "description": page["description"],
        "mainEntityOfPage": page["canonical"],
        "alternateName": sorted(names),
        "location": _place(view, body.place),
        **({"url": body.website} if body.website else {}),
    }


def _rights(view: View, facts: ReviewedFacts) -> Thing:
    """Return who publishes a text, under which licence, and when it was last compared with its sources."""
    return {
        "author": _publisher(view),
        "publisher": _publisher(view),
        "mainEntityOfPage": {"@type": "WebPage", "lastReviewed": facts.checked_on},
        **_licence(view),
    }


def _publisher(view: View) -> Thing:
    return {"@type": "Organization", "name": view.site.settings.publisher}


def _licence(view: View) -> Thing:
    address = LICENCES.get(view.site.settings.licence)
    return {"license": address} if address else {}


def _place(view: View, place: Place) -> Thing:
    point = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return {"@type": "Place", "name": view.in_words(place.name), "geo": point}


def _interval(period: Period) -> str:
    """Return a period as ISO 8601 writes intervals, open where it goes on; nothing when an end is unknown."""
    if UNKNOWN in (period.start, period.end) or period.approximate:
        return ""
    return f"{period.start}/{'..' if period.end == 'ongoing' else period.end}"


def _steps(page: FrontMatter) -> list[Thing]:
    return [
        {"@type": "HowToStep", "name": section["name"], "url": f"{page['canonical']}#{section['id']}"}
        for section in page["sections"]
        if "step" in section
    ]


def _terms(page: FrontMatter) -> Iterator[Thing]:
    # The definitions stand on the page under these addresses; to repeat them would double it.
    for group in page["groups"]:
        for term in group["terms"]:
            yield {"@type": "DefinedTerm", "@id": f"#{term['id']}", "name": term["name"]}


def _breadcrumbs(view: View, page: FrontMatter) -> Thing:
    """Return the way from the home page; the home page has none."""
    whole = f"/{view.address.strip('/').partition('/')[0]}/"
    above = [(view.words("home"), "/")] if view.address != "/" else []
    if whole in PARTS and view.address != whole:
        above.append((view.words(PARTS[whole]), whole))
    if not above:
        return {}
    way = [*((name, _full(view, address)) for name, address in above), (page["title"], page["canonical"])]
    items = [
        {"@type": "ListItem", "position": n, "name": name, "item": item}
        for n, (name, item) in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _datasets(view: View, page: FrontMatter) -> Iterator[Thing]:
    """Yield the open data that a page lists for people: the cases, and the glossary."""
    files = {
        "/cases/": ("data/cases.csv", "data/cases.geojson", "data/catalogue.json"),
        "/glossary/": ("data/glossary.csv", "data/glossary.tbx"),
    }.get(view.address)
    if files is None:
        return
    summary = view.words("glossary_header") if view.address == "/glossary/" else page["description"]
    yield {
        "@type": "Dataset",
        "name": f"{view.words('site_name')}: {page['title']}",
        "description": summary,
        "url": page["canonical"],
        "inLanguage": list(LANGUAGES),
        "creator": _publisher(view),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": FORMATS[file.rpartition(".")[2]],
                "contentUrl": absolute(view.site.settings.site_address, f"/{file}", LANGUAGES[0]),
            }
            for file in files
        ],
        **_licence(view),
    }


def _full(view: View, address: str) -> str:
    return absolute(view.site.settings.site_address, address, view.language)
