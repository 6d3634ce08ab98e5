"""All pages of a language."""

from collections.abc import Iterator

from knowledge_base.languages import Language
from knowledge_base.schema.kinds import CASE, GUIDE, ORGANISATION, PAGE, SEMINAR, TERM
from knowledge_base.staging.case import case_page
from knowledge_base.staging.guide import guide_page
from knowledge_base.staging.lists import glossary_page, hand_written_page, list_page
from knowledge_base.staging.organisation import organisation_page
from knowledge_base.staging.page import FrontMatter, Site, View
from knowledge_base.staging.seminar import seminar_page

RECORD_PAGES = {
    CASE: case_page,
    GUIDE: guide_page,
    SEMINAR: seminar_page,
    ORGANISATION: organisation_page,
    PAGE: hand_written_page,
}


def pages(site: Site, language: Language) -> Iterator[FrontMatter]:
    """Yield every page of a language; drafts have none."""
    for kind in (CASE, GUIDE, SEMINAR, ORGANISATION):
        yield list_page(View(site, language, f"/{kind.folder}/"), kind)
    yield glossary_page(View(site, language, f"/{TERM.folder}/"))
    for record in site.catalogue.records:
        make = RECORD_PAGES.get(record.kind)
        if make and getattr(record.facts, "status", "published") != "draft":
            yield make(View(site, language, record.address), record)
