"""Calendar files of meetings to come, one in each language (RFC 5545)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from knowledge_base.addresses import absolute, calendar_of
from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.settings import Settings
from knowledge_base.schema.seminar import Seminar
from knowledge_base.staging.page import summary_of, title_of


def calendars(catalogue: Catalogue, settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield path and text of the file of each meeting to come."""
    for record in catalogue.of_kind("seminar").values():
        facts = record.facts
        if isinstance(facts, Seminar) and record.status == "published" and facts.is_to_come(catalogue.today):
            for language in LANGUAGES:
                yield calendar_of(record.slug, language), _calendar(record, facts, language, settings)


def _calendar(record: Record, facts: Seminar, language: Language, settings: Settings) -> str:
    address = absolute(settings.site_address, record.address, language)
    event = Event()
    event.add("uid", f"{record.slug}@{urlsplit(settings.site_address).hostname}")
    # When it was last compared with its sources, not when it was built: equal builds give equal files.
    event.add("dtstamp", datetime.combine(date.fromisoformat(facts.checked_on), datetime.min.time(), UTC))
    event.add("dtstart", date.fromisoformat(facts.start))
    # The end is the first day that no longer counts.
    event.add("dtend", date.fromisoformat(facts.end) + timedelta(days=1))
    event.add("summary", title_of(record, language))
    event.add("description", f"{summary_of(record, language)}\n{address}")
    event.add("location", "; ".join(_place(place.name, language) for place in facts.places))
    event.add("url", address)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//RED knowledge base//Meetings//EN")
    calendar.add_component(event)
    return bytes(calendar.to_ical()).decode()


def _place(names: dict[Language, str], language: Language) -> str:
    return next(names[code] for code in (language, *LANGUAGES) if code in names)
