"""All pages of a language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from knowledge_base.addresses import (
    CRITERIA,
    DESK,
    FIELDS,
    NEWS,
    PROPOSE,
    RULES,
    SHORTLIST,
    WORD_LIST,
)
from knowledge_base.catalogue import Record
from knowledge_base.languages import Language
from knowledge_base.proposals.forms import FORMS
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
from knowledge_base.staging.neighbours import Neighbours, neighbours_in
from knowledge_base.staging.news import SHOWN, news, news_page
from knowledge_base.staging.organisation import organisation_page
from knowledge_base.staging.page import FrontMatter, Site, View, shown_language
from knowledge_base.staging.place_map import ADDRESS as MAP
from knowledge_base.staging.place_map import map_page
from knowledge_base.staging.propose import (
    criteria_page,
    form_address,
    propose_index,
    propose_page,
)
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
    also: str = ""
    """For a page of a record: what else it depends on, beside the record and those it refers to."""
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
    for page in download_lists(view("/")):
        made = partial(downloads_page, view(page.address), page)
        yield Page(page.address, made, listed=(downloads_key(view("/"), page), page.records))
    yield Page(SHORTLIST, partial(shortlist_page, view(SHORTLIST)), listed=("shortlist", ()))
    newest = news(site.catalogue, SHOWN)
    listed = ("news", tuple(one.record for one in newest))
    yield Page(NEWS, partial(news_page, view(NEWS), newest), listed=listed)
    terms = tuple(site.catalogue.of_kind(TERM.name).values())
    address = f"/{TERM.folder}/"
    yield Page(address, partial(glossary_page, view(address)), listed=(address, terms))
    yield Page(WORD_LIST, partial(word_list_page, view(WORD_LIST)), listed=(WORD_LIST, terms))
    yield from _for_contributors(site, view)
    # These depend on the models, the words and the vocabularies only.
    yield Page(PROPOSE, partial(propose_index, view(PROPOSE)), listed=(PROPOSE, ()))
    yield Page(CRITERIA, partial(criteria_page, view(CRITERIA)), listed=(CRITERIA, ()))
    for form in FORMS:
        address = form_address(form)
        yield Page(address, partial(propose_page, view(address), form), listed=(address, ()))
    around = {k: v for one in every if not one.facet for k, v in neighbours_in(one.records).items()}
    for record in site.catalogue.records:
        if record.kind in RECORD_PAGES and site.has_page(record):
            beside = around.get(record.address, Neighbours())
            made = partial(record_page, view(record.address), record, beside)
            written = shown_language(record, language) == language
            yield Page(record.address, made, record, also=beside.key(language), written=written)


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


def record_page(view: View, record: Record, beside: Neighbours) -> FrontMatter:
    """Return the page of a record, with its neighbours in a list and what the search index holds of it."""
    page = RECORD_PAGES[record.kind](view, record)
    page |= of_record_page(view, record)
    page |= {"neighbours": beside.links(view), "filters": filters(view, record)}
    return page | {"search": search_entry(view, record, page)}
