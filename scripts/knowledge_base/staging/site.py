"""All pages of a language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from knowledge_base.addresses import DESK, FIELDS, NEWS, RULES, SHORTLIST, WORD_LIST
from knowledge_base.catalogue import Record
from knowledge_base.languages import Language
from knowledge_base.rules import rule_names
from knowledge_base.schema.kinds import CASE, GUIDE, ORGANISATION, PAGE, SEMINAR, TERM
from knowledge_base.staging.case import case_page
from knowledge_base.staging.catalogue_lists import ListPage, list_page, lists
from knowledge_base.staging.desk import desk_dependencies, desk_page
from knowledge_base.staging.downloads import (
    download_lists,
    downloads_key,
    downloads_page,
    of_record_page,
)
from knowledge_base.staging.explorer import filters
from knowledge_base.staging.glossary import glossary_page, word_list_page
from knowledge_base.staging.guide import guide_page
from knowledge_base.staging.handbook import MODELS, fields_page, fields_pages_list, rule_page, rules_page
from knowledge_base.staging.lists import hand_written_page, sorted_records
from knowledge_base.staging.news import SHOWN, news, news_page
from knowledge_base.staging.organisation import organisation_page
from knowledge_base.staging.page import FrontMatter, Site, View, shown_language
from knowledge_base.staging.place_map import ADDRESS as MAP
from knowledge_base.staging.place_map import map_page
from knowledge_base.staging.search import search_entry
from knowledge_base.staging.seminar import seminar_page
from knowledge_base.staging.shortlist import shortlist_page

RECORD_PAGES = {
    CASE: case_page,
    GUIDE: guide_page,
    SEMINAR: seminar_page,
    ORGANISATION: organisation_page,
    PAGE: hand_written_page,
}


@dataclass(frozen=True)
class Page:
    """A page that can be made: its address, what makes it, and the record behind it, if there is one."""

    address: str
    make: Callable[[], FrontMatter]
    record: Record | None = None
    listed: tuple[str, tuple[Record, ...]] | None = None
    """For a page of a list: what else it depends on, and the records that it shows."""
    written: bool = True
    """False when the page shows its words in another language, because there is no translation."""


def pages(site: Site, language: Language) -> Iterator[Page]:
    """Yield every page of a language; drafts have one only in a preview."""

    def view(address: str) -> View:
        return View(site, language, address)

    every = list(lists(view("/"), (CASE, GUIDE, SEMINAR, ORGANISATION)))
    for one in every:
        for number in range(1, ListPage(one, 1).last + 1):
            page = ListPage(one, number)
            made = partial(list_page, view(page.address), page, every)
            # The page of all cases counts those of every list; its key would hold them all.
            listed = None if page.address == "/cases/" else (page.key, page.records)
            yield Page(page.address, made, listed=listed)
    cases = tuple(sorted_records(view(MAP), CASE))
    yield Page(MAP, partial(map_page, view(MAP), cases), listed=("map", cases))
    yield Page(SHORTLIST, partial(shortlist_page, view(SHORTLIST)), listed=("shortlist", ()))
    newest = news(site.catalogue, SHOWN)
    listed = ("news", tuple(one.record for one in newest))
    yield Page(NEWS, partial(news_page, view(NEWS), newest), listed=listed)
    for page in download_lists(view("/")):
        made = partial(downloads_page, view(page.address), page)
        yield Page(page.address, made, listed=(downloads_key(view("/"), page), page.records))
    address = f"/{TERM.folder}/"
    yield Page(address, partial(glossary_page, view(address)))
    yield Page(WORD_LIST, partial(word_list_page, view(WORD_LIST)))
    yield from _for_contributors(site, view)
    for record in site.catalogue.records:
        if record.kind in RECORD_PAGES and site.has_page(record):
            made = partial(record_page, view(record.address), record)
            written = shown_language(record, language) == language
            yield Page(record.address, made, record, written=written)


def _for_contributors(site: Site, view: Callable[[str], View]) -> Iterator[Page]:
    yield Page(DESK, partial(desk_page, view(DESK)), listed=desk_dependencies(site))
    yield Page(RULES, partial(rules_page, view(RULES)), listed=("rules", ()))
    for name in rule_names():
        address = f"{RULES}{name}/"
        yield Page(address, partial(rule_page, view(address), name), listed=("rule", ()))
    yield Page(FIELDS, partial(fields_pages_list, view(FIELDS)), listed=("fields", ()))
    for name in MODELS:
        address = f"{FIELDS}{name}/"
        yield Page(address, partial(fields_page, view(address), name), listed=("fields of a kind", ()))


def record_page(view: View, record: Record) -> FrontMatter:
    """Return the page of a record, with what the search index holds of it."""
    page = RECORD_PAGES[record.kind](view, record)
    page |= of_record_page(view, record)
    return page | {"search": search_entry(view, record, page), "filters": filters(view, record)}
