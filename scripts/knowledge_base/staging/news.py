"""What is new: records that were added, changed or newly checked, by their own dates.

The page and the feeds show the same news, newest first, and of every record at most one for each day: who
reads that it was added need not read that it was checked on the same day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.schema.fields import ByLanguage
from knowledge_base.schema.kinds import KINDS
from knowledge_base.schema.record import Dated, ReviewedFacts
from knowledge_base.staging import wording
from knowledge_base.staging.page import FrontMatter, View, base, shown_language, title_of

Event = Literal["added", "changed", "checked"]

EVENTS: tuple[Event, ...] = ("added", "changed", "checked")
"""In this order on the same day."""

SHOWN = 100
"""So many news are on the page, which must not grow with the catalogue."""


@dataclass(frozen=True)
class News:
    """One thing that happened to a record; `note` says what, when a record's `changed` has one."""

    date: str
    event: Event
    record: Record
    note: ByLanguage | None = None


def news(catalogue: Catalogue, most: int | None = None) -> list[News]:
    """Return the news until today, newest first, at most so many.

    News of the same day are in the order of EVENTS, of kinds, and of slugs: the same in every language.
    """
    kinds = {kind.name: place for place, kind in enumerate(KINDS)}
    found = [one for record in catalogue.records for one in _of(record)]
    found = [one for one in found if one.date <= catalogue.today.isoformat()]
    found.sort(key=lambda n: (EVENTS.index(n.event), kinds[n.record.kind.name], n.record.slug))
    found.sort(key=lambda n: n.date, reverse=True)
    return found[:most]


def _of(record: Record) -> Iterator[News]:
    facts = record.facts
    if not isinstance(facts, Dated) or record.status == "draft":
        return
    shown = record.status == "published"
    days = set()
    if shown and facts.added:
        days.add(facts.added)
        yield News(facts.added, "added", record)
    # Of a record that was withdrawn or put away readers hear too.
    if facts.changed and facts.changed.date not in days:
        days.add(facts.changed.date)
        yield News(facts.changed.date, "changed", record, facts.changed.note)
    if shown and isinstance(facts, ReviewedFacts) and facts.checked_on not in days:
        yield News(facts.checked_on, "checked", record)


def news_page(view: View, found: list[News]) -> FrontMatter:
    """Return the page of these news, day by day."""
    page = base(view, "news", view.words("news_title"), view.words("news_summary"))
    page["days"] = [
        {"date": wording.partial_date(day, view.language), "groups": list(_groups(view, list(of_day)))}
        for day, of_day in groupby(found, key=lambda one: one.date)
    ]
    return page


def _groups(view: View, of_day: list[News]) -> Iterator[dict[str, Any]]:
    """Yield what happened on a day, by event and kind, the records by the reader's alphabet."""
    for (event, kind), group in groupby(of_day, key=lambda one: (one.event, one.record.kind)):
        ordered = wording.alphabetical(((title_of(n.record, view.language), n) for n in group), view.language)
        yield {
            "event": view.words(f"news_{event}"),
            "kind": view.words(f"list_{kind.folder}"),
            "records": [
                {
                    **view.record_link(one.record),
                    "language": shown_language(one.record, view.language),
                    "note": view.in_words(one.note) if one.note else "",
                    "status": view.status(one.record),
                }
                for one in ordered
            ],
        }
