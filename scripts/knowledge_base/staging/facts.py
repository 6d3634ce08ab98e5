"""Rows of the facts panel, and lines, that several kinds share."""

from typing import Any

from knowledge_base.addresses import absolute
from knowledge_base.catalogue import Record
from knowledge_base.schema.parts import Place
from knowledge_base.schema.record import ReviewedFacts
from knowledge_base.staging import wording
from knowledge_base.staging.page import Fact, View, fact, title_of
from knowledge_base.staging.qr import qr_code


def places(view: View, found: list[Place]) -> list[Fact]:
    """Return the row of places."""
    return [fact(view.words("fact_place"), *(view.in_words(place.name) for place in found))]


def work_packages(view: View, letters: list[Any]) -> Fact:
    """Return the row of RED's work packages."""
    return fact(view.words("fact_work_packages"), *(view.term("work-packages", letter) for letter in letters))


def qualified(view: View, qualifier: str, shown: str) -> str:
    """Return a figure with its qualifier in words, where it has one."""
    if qualifier in ("exact", "planned"):  # a plan has a tag of its own
        return shown
    return f"{view.term('qualifiers', qualifier).lower()} {shown}"


def checked(view: View, record: Record, facts: ReviewedFacts) -> dict[str, Any]:
    """Return when a record was checked, whether its review is overdue, and how to cite it."""
    day = wording.partial_date(facts.checked_on, view.language)
    site, publisher = view.words("site_name"), view.site.settings.publisher
    return {
        "checked_on": day,
        "review_by": wording.partial_date(facts.review_by, view.language),
        "overdue": facts.review_by < view.site.catalogue.today.isoformat(),
        "cite": f"{title_of(record, view.language)}. {site}, {publisher}, {day}.",
        "qr": qr_code(absolute(view.site.settings.site_address, view.address, view.language)),
        "status": view.status(record),
    }
