"""What every page has: title, addresses, language links, notices, sections, sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from knowledge_base.addresses import (
    CORRECTION,
    absolute,
    between_languages,
    bundle_of,
    card_of,
    feed_of,
    from_root,
    relative,
)
from knowledge_base.catalogue import Catalogue, Record, Text
from knowledge_base.documents import Shelf
from knowledge_base.findings import Finding
from knowledge_base.languages import FACTS, LANGUAGES, Language
from knowledge_base.loading.settings import Settings
from knowledge_base.loading.words import Words
from knowledge_base.schema.case import Case
from knowledge_base.schema.fields import ByLanguage
from knowledge_base.schema.kinds import PAGE, Kind
from knowledge_base.schema.marks import Prose, marked_values
from knowledge_base.schema.parts import Source
from knowledge_base.schema.record import ReviewedFacts
from knowledge_base.schema.seminar import Seminar
from knowledge_base.schema.vocabulary import UNKNOWN
from knowledge_base.staging import wording
from knowledge_base.staging.markup import SORTABLE, html_of, with_scrolling_tables
from knowledge_base.staging.occurrences import Occurrences, occurrences_of
from knowledge_base.staging.relations import Relations
from knowledge_base.staging.terms import TermMarker
from knowledge_base.texts import CITATION, Section
from knowledge_base.translation_desk import Desk
from knowledge_base.translations import changed_units, original_language, original_text

FrontMatter = dict[str, Any]
"""What a template reads as `page.meta`: plain JSON values, words already in the reader's language."""

Fact = dict[str, Any]
"""`{"label": str, "values": [{"text": str, "href": str | None}]}`"""


@dataclass(frozen=True)
class Site:
    """All that staging reads."""

    catalogue: Catalogue
    settings: Settings
    words: Mapping[Language, Words]
    drafts: bool = False
    """True in a preview: drafts have pages too."""
    findings: Sequence[Finding] = ()
    shelf: Shelf = field(default_factory=Shelf)
    """The documents to take home, where they were made."""
    cards: bool = False
    """True in a release: there is a social card for each page, and pages name it."""

    @cached_property
    def desk(self) -> Desk:
        """How the translations stand."""
        return Desk(self.catalogue, self.findings)

    @cached_property
    def occurrences(self) -> dict[Language, Occurrences]:
        """What finds the terms that occur in a text, by its language."""
        return occurrences_of(self.catalogue)

    @cached_property
    def naming(self) -> Mapping[str, list[Record]]:
        """By the slug of an organisation, each case and meeting with a page that names it."""
        found: dict[str, list[Record]] = {}
        for record in filter(self.has_page, self.catalogue.records):
            named: set[str | None] = set()
            match record.facts:
                case Case(lead=lead, partners=partners):
                    named = {lead, *partners}
                case Seminar(organisers=organisers):
                    named = set(organisers)
            for slug in filter(None, named):
                found.setdefault(slug, []).append(record)
        return found

    @cached_property
    def steps_showing(self) -> Mapping[str, list[tuple[Record, str]]]:
        """By the slug of a case, each guide that shows it with the section of the step."""
        found: dict[str, list[tuple[Record, str]]] = {}
        for guide in self.catalogue.of_kind("guide").values():
            steps: dict[str, list[str]] = getattr(guide.facts, "step_cases", {})
            for step, slugs in steps.items():
                for slug in slugs:
                    found.setdefault(slug, []).append((guide, step))
        return found

    @cached_property
    def relations(self) -> Relations:
        """Which cases and meetings belong together."""
        return Relations(self.catalogue, self.drafts)

    @property
    def packs(self) -> bool:
        """True in a release: each language has an offline pack, and the list of downloads names it."""
        return self.cards

    def has_page(self, record: Record) -> bool:
        """Tell whether a record has a page to link to: a draft has one only in a preview."""
        return self.drafts or record.status != "draft"


@dataclass(frozen=True)
class View:
    """One page about to be made: where it is and who reads it."""

    site: Site
    language: Language
    address: str

    @property
    def words(self) -> Words:
        """The interface words of the reader's language."""
        return self.site.words[self.language]

    def link(self, address: str) -> str:
        """Return the link from this page to another of the same language."""
        return relative(self.address, address)

    def term(self, vocabulary: str, term_id: str) -> str:
        """Return the name of a vocabulary term, or the words for "unknown"."""
        if term_id == UNKNOWN:
            return self.words("unknown")
        return self.site.catalogue.vocabularies[vocabulary][term_id].name[self.language]

    def in_words(self, names: ByLanguage) -> str:
        """Return the reader's words of a short text, else those of the first language that has some."""
        return next(names[code] for code in (self.language, *LANGUAGES) if code in names)

    def record(self, kind: str, slug: str) -> Record:
        """Return the record of a kind; checks have made sure that it exists."""
        return self.site.catalogue.of_kind(kind)[slug]

    def record_link(self, record: Record) -> dict[str, str]:
        """Return text and link of a record."""
        return {"text": title_of(record, self.language), "href": self.link(record.address)}

    def links(self, kind: str, slugs: Iterable[str]) -> list[dict[str, str]]:
        """Return text and link of each record of a kind that has a page."""
        records = (self.record(kind, slug) for slug in slugs)
        return [self.record_link(record) for record in records if self.site.has_page(record)]

    def card(self, kind: Kind, slug: str, language: Language) -> str:
        """Return the full address of a social card, or nothing when none are made."""
        path = f"/{card_of(kind, slug, language)}"
        return absolute(self.site.settings.site_address, path, LANGUAGES[0]) if self.site.cards else ""

    def status(self, record: Record) -> str:
        """Return the name of a record's status, or nothing for what readers expect: published."""
        return "" if record.status == "published" else self.term("statuses", record.status)


def title_of(record: Record, language: Language) -> str:
    """Return the record's title in the reader's language, else in its original one."""
    text = shown_text(record, language)
    if text and text.words:
        return str(getattr(text.words, "title", record.slug))
    names = getattr(record.facts, "names", None)
    if names:
        return str((names.get(language) or next(iter(names.values()))).text)
    return str(getattr(record.facts, language, record.slug))


def summary_of(record: Record, language: Language) -> str:
    """Return the record's summary in the reader's language, else in its original one."""
    text = shown_text(record, language)
    return str(getattr(text.words, "summary", "")) if text else ""


def shown_text(record: Record, language: Language) -> Text | None:
    """Return the text that a reader of `language` gets: the translation, else the original."""
    return record.texts.get(language) or original_text(record)


def labels_of(record: Record, language: Language, field: str) -> dict[str, str]:
    """Return the words that the shown text has for the keys of a field of the facts."""
    text = shown_text(record, language)
    labels: dict[str, str] = getattr(text.words, field, {}) if text else {}
    return labels


def shown_language(record: Record, language: Language) -> Language:
    """Return the language of the text that a reader gets; a short record has words in each."""
    text = shown_text(record, language)
    return next((code for code in LANGUAGES if text and record.texts.get(code) is text), language)


def base(view: View, template: str, title: str, description: str) -> FrontMatter:
    """Return what every page has, whatever its kind."""
    return {
        "template": f"pages/{template}.html",
        "title": title,
        "description": description,
        "language": view.language,
        "text_language": view.language,
        "address": view.address,
        "canonical": absolute(view.site.settings.site_address, view.address, view.language),
        "indexed": True,  # by search engines
        "locale": FACTS[view.language].locale.replace("_", "-"),  # as browsers name it
        "card": view.card(PAGE, "index", view.language),  # that of the site; records have their own
        "feed": from_root(view.address, view.language, feed_of(view.language)),
        "home": view.link("/"),
        "bundle": relative(FACTS[view.language].root + view.address.lstrip("/"), bundle_of(view.language)),
        "report": view.link(f"{CORRECTION}#{view.address}"),  # the form fills in the page
        "languages": [
            {
                "code": code,
                "name": FACTS[code].own_name,
                "href": between_languages(view.address, view.language, code),
                "current": code == view.language,
            }
            for code in LANGUAGES
        ],
    }


def of_record(view: View, record: Record, template: str) -> FrontMatter:
    """Return the front matter that pages of records share, with sections and sources."""
    page = base(view, template, title_of(record, view.language), summary_of(record, view.language))
    text = shown_text(record, view.language)
    shown = shown_language(record, view.language)
    numbers = citation_numbers(record, text)
    sections = text.source.sections if text else ()
    changed = changed_units(record, view.language)
    cited: set[str] = set()
    terms = TermMarker(view.site.catalogue.glossary, shown, view.language, view.link)

    # The home page leads on to others; it is no running text.
    mark_terms = None if template == "home" else terms.mark

    def html(section: Section) -> str:
        return with_scrolling_tables(html_of(section.body, numbers, view.link, cited, mark_terms), section.id)

    page |= {
        "text_language": shown,
        "notices": _notices(view, record, shown, changed),
        "opening": next((html(s) for s in sections if not s.id), ""),
        "sections": [
            {
                "id": section.id,
                "heading": section.heading,
                "html": html(section),
                "changed": f"#{section.id}" in changed,
            }
            for section in sections
            if section.id
        ],
        "sources": sources(view, record, numbers, cited),
        "card": view.card(record.kind, record.slug, shown),
        "edit": f"{view.site.settings.repository}/edit/main/{text.source.path if text else record.path}",
    }
    page["marked_terms"] = terms.found
    page["scripts"] = [
        *(["copy.js"] if isinstance(record.facts, ReviewedFacts) else []),  # it says how to cite it
        *(["term.js"] if terms.found else []),
        *(["sortable.js"] if any(SORTABLE in section["html"] for section in page["sections"]) else []),
    ]
    if shown != view.language:
        page["canonical"] = absolute(view.site.settings.site_address, view.address, shown)
        page["indexed"] = False
    return page


def citation_numbers(record: Record, text: Text | None) -> dict[str, int]:
    """Return a number for each source, in the order of first citation, then of the record's list."""
    listed: dict[str, Source] = getattr(record.facts, "sources", {})
    cited = list(text.source.cited()) if text else []
    if record.facts is not None:
        prose = marked_values(record.facts, Prose)
        cited += [match[1] for _, _, words in prose for match in CITATION.finditer(words)]
    order = dict.fromkeys(key for key in [*cited, *listed] if key in listed)
    return {key: n for n, key in enumerate(order, start=1)}


def sources(view: View, record: Record, numbers: Mapping[str, int], cited: set[str]) -> list[dict[str, Any]]:
    """Return the references in the order of their numbers; `cited` ones have a place to come back to."""
    listed: dict[str, Source] = getattr(record.facts, "sources", {})

    def date_or_none(written: str) -> str | None:
        return None if written == UNKNOWN else wording.partial_date(written, view.language)

    return [
        {
            "key": key,
            "number": n,
            "title": listed[key].title,
            "publisher": listed[key].publisher,
            "url": listed[key].url,
            "published": date_or_none(listed[key].published),
            "accessed": date_or_none(listed[key].accessed),
            "archived": listed[key].archived,
            "weak": listed[key].weak,
            "cited": key in cited,
        }
        for key, n in numbers.items()
    ]


def numbers_of(page: FrontMatter) -> dict[str, int]:
    """Return the number of each source on a page made by `of_record`."""
    return {source["key"]: source["number"] for source in page["sources"]}


def fact(label: str, *values: str | dict[str, str]) -> Fact:
    """Return one row of the facts panel."""
    return {"label": label, "values": [{"text": v} if isinstance(v, str) else v for v in values if v]}


def _notices(view: View, record: Record, shown: Language, changed: list[str]) -> list[str]:
    words = view.words
    notices = []
    if shown != view.language:
        notices.append(words("notice_missing", language=words(f"language_{shown}")))
    elif changed:
        headings = {f"#{s.id}": s.heading for s in record.texts[view.language].source.sections}
        units = [headings.get(unit) or unit_name(unit, words) for unit in changed]
        notices.append(words("notice_changed", units="; ".join(units)))
    text = record.texts.get(view.language)
    reviewed = getattr(text.words if text else record.facts, "reviewed_by", "")
    own_words = text or not record.kind.words
    if own_words and view.language != original_language(record) and not reviewed:
        notices.append(words("notice_unreviewed"))
    return notices


def unit_name(unit: str, words: Words) -> str:
    """Return what readers call a unit of a text that is no section."""
    key = f"unit_{unit.lstrip('#').split('.')[0].replace('-', '_')}"
    return words(key) if key in words.entries else unit.lstrip("#")
