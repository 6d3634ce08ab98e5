"""The pages that gather records: lists per kind, the glossary, and the hand-written pages."""

from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.schema.case import Case
from knowledge_base.schema.kinds import CASE, GUIDE, SEMINAR, Kind
from knowledge_base.schema.organisation import Organisation
from knowledge_base.schema.seminar import Seminar
from knowledge_base.schema.term import Term
from knowledge_base.staging import wording
from knowledge_base.staging.page import FrontMatter, View, base, of_record, summary_of, title_of
from knowledge_base.staging.search import term_words
from knowledge_base.translations import original_language

NEWEST = 6
"""How many records of a kind the home page shows."""


def glossary_page(view: View) -> FrontMatter:
    """Return all terms in the order of the reader's alphabet."""
    page = base(view, "glossary", view.words("list_glossary"), view.words("list_glossary_summary"))
    terms = wording.alphabetical(
        ((title_of(r, view.language), r) for r in view.site.catalogue.of_kind("term").values()), view.language
    )
    page["term_label"] = view.words("kind_term")
    page["terms"] = [_term(view, record) for record in terms]
    page["count"] = view.words("count_glossary", n=len(terms))
    return page


def hand_written_page(view: View, record: Record) -> FrontMatter:
    """Return a page of `docs/`; the first one, the home page, also shows the newest records."""
    home = record.slug == "index"
    page = of_record(view, record, "home" if home else "text")
    if home:
        page["groups"] = [
            {
                "heading": view.words(f"list_{kind.folder}"),
                "href": view.link(f"/{kind.folder}/"),
                "all": view.words(f"all_{kind.folder}"),
                "cards": [card(view, record) for record in sorted_records(view, kind)[:NEWEST]],
            }
            for kind in (CASE, GUIDE, SEMINAR)
        ]
    return page


def sorted_records(view: View, kind: Kind) -> list[Record]:
    """Return what lists show of a kind: meetings newest first, all else by the alphabet."""
    statuses = {"published", "draft"} if view.site.drafts else {"published"}
    every = view.site.catalogue.of_kind(kind.name).values()
    records = [record for record in every if status_of(record) in statuses]
    if kind.facts is Seminar:
        return sorted(records, key=lambda record: getattr(record.facts, "start", ""), reverse=True)
    return wording.alphabetical(((title_of(r, view.language), r) for r in records), view.language)


def status_of(record: Record) -> str:
    """Return the status of a record; kinds without one are always published."""
    return str(getattr(record.facts, "status", "published"))


def card(view: View, record: Record) -> dict[str, Any]:
    """Return what a list shows of a record."""
    translated = view.language in record.texts or not record.kind.words
    shown = view.language if translated else original_language(record)
    details: list[str] = []
    shown_outcome: dict[str, str] | None = None
    match record.facts:
        case Case(places=places, periods=periods, outcome=outcome):
            details = [view.in_words(place.name) for place in places]
            details += [wording.period(span, view.words) for span in periods]
            shown_outcome = {"id": outcome, "name": view.term("outcomes", outcome)}
        case Seminar(places=places, start=start, type=type_):
            details = [view.term("seminar-types", type_), wording.partial_date(start, view.language)]
            details += [view.in_words(place.name) for place in places]
        case Organisation(place=place, type=type_):
            details = [view.term("organisation-types", type_), view.in_words(place.name)]
    return {
        "title": title_of(record, view.language),
        "summary": summary_of(record, view.language),
        "href": view.link(record.address),
        "language": shown,
        "details": details,
        "outcome": shown_outcome,
        "status": "" if status_of(record) == "published" else view.term("statuses", status_of(record)),
    }


def _term(view: View, record: Record) -> dict[str, Any]:
    assert isinstance(record.facts, Term)
    term = record.facts
    names = {"en": term.en, "sv": term.sv, "ru": term.ru}
    return {
        "id": record.slug,
        "name": names[view.language],
        "definition": view.in_words(term.definition),
        "others": [{"language": c, "name": n} for c, n in names.items() if c != view.language],
        "variants": term.variants.get(view.language, []),
        "forbidden": term.forbidden.get(view.language, []),
        "check": term.usage == "usage, check",
        "related": [view.record_link(view.record("term", slug)) for slug in term.related],
        "search_words": term_words(view, term),
    }
