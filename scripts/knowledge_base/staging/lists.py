"""The pages that gather records: lists per kind, and the hand-written pages."""

from collections.abc import Mapping
from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.schema.case import Case
from knowledge_base.schema.kinds import CASE, GUIDE, SEMINAR, Kind
from knowledge_base.schema.organisation import Organisation
from knowledge_base.schema.seminar import Seminar
from knowledge_base.staging import wording
from knowledge_base.staging.news import news
from knowledge_base.staging.page import FrontMatter, View, of_record, shown_text, summary_of, title_of
from knowledge_base.staging.years import dated_tables
from knowledge_base.translations import original_language

NEWEST = 3
"""How many records of a kind the home page shows."""


def hand_written_page(view: View, record: Record) -> FrontMatter:
    """Return a page of `docs/`; the first one, the home page, also shows the newest records."""
    home = record.slug == "index"
    page = of_record(view, record, "home" if home else "text")
    text = shown_text(record, view.language)
    page["years"] = dated_tables(text.source.sections) if text else None
    if home:
        dates = {one.record.address: one.date for one in reversed(news(view.site.catalogue))}
        page["groups"] = [
            {
                "heading": view.words(f"home_{kind.folder}"),
                "href": view.link(f"/{kind.folder}/"),
                "all": view.words(f"all_{kind.folder}"),
                "cards": [card(view, record) for record in _newest(view, kind, dates)],
            }
            for kind in (CASE, GUIDE, SEMINAR)
        ]
    return page


def _newest(view: View, kind: Kind, dates: Mapping[str, str]) -> list[Record]:
    """Return the newest of a kind by `dates` of addresses; lists show meetings in that order already."""
    records = sorted_records(view, kind)
    if kind is not SEMINAR:
        records.sort(key=lambda record: dates.get(record.address, ""), reverse=True)
    return records[:NEWEST]


def sorted_records(view: View, kind: Kind) -> list[Record]:
    """Return what lists show of a kind: meetings newest first, all else by the alphabet."""
    statuses = {"published", "draft"} if view.site.drafts else {"published"}
    every = view.site.catalogue.of_kind(kind.name).values()
    records = [record for record in every if record.status in statuses]
    if kind.facts is Seminar:
        return sorted(records, key=lambda record: getattr(record.facts, "start", ""), reverse=True)
    return wording.alphabetical(((title_of(r, view.language), r) for r in records), view.language)


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
        "slug": record.slug if record.kind is CASE else "",
        "details": details,
        "outcome": shown_outcome,
        "status": view.status(record),
    }
