"""The page of a meeting and what it left."""

from knowledge_base.addresses import calendar_of, from_root
from knowledge_base.catalogue import Record
from knowledge_base.schema.seminar import Seminar
from knowledge_base.staging import wording
from knowledge_base.staging.facts import checked, places, qualified, work_packages
from knowledge_base.staging.locator import locator
from knowledge_base.staging.page import FrontMatter, View, fact, labels_of, numbers_of, of_record
from knowledge_base.staging.reasons import related_links


def seminar_page(view: View, record: Record) -> FrontMatter:
    """Return the page of a meeting and what it left."""
    assert isinstance(record.facts, Seminar)
    seminar, words = record.facts, view.words
    page = of_record(view, record, "seminar")
    said = labels_of(record, view.language, "outcomes")
    numbers = numbers_of(page)
    count = seminar.participants.number
    page |= {
        "kicker": view.term("seminar-types", seminar.type),
        "facts": [
            fact(words("fact_date"), wording.from_to(seminar.start, seminar.end, view.language)),
            *places(view, seminar.places),
            fact(words("fact_organisers"), *view.links("organisation", seminar.organisers)),
            fact(
                words("fact_participants"),
                words("participants_unknown")
                if isinstance(count, str)
                else qualified(view, seminar.participants.qualifier, wording.number(count, view.language)),
                view.in_words(seminar.participants.kinds),
            ),
            work_packages(view, seminar.work_packages),
            fact(words("fact_red_event"), words("yes") if seminar.red_event else words("not_red_event")),
        ],
        **locator(view, seminar.places),
        "outcomes": [
            {
                "type": view.term("outcome-types", outcome.type),
                "text": said.get(key, key),
                "number": numbers[outcome.source],
                "source": outcome.source,
            }
            for key, outcome in seminar.outcomes.items()
        ],
        "calendar": from_root(view.address, view.language, calendar_of(record.slug, view.language))
        if record.status == "published" and seminar.is_to_come(view.site.catalogue.today)
        else "",
        "materials": [{"text": view.in_words(m.title), "href": m.url} for m in seminar.materials],
        "related": view.links("seminar", seminar.related),
        "cases": related_links(view, view.site.relations.cases_of(record)),
        **checked(view, record, seminar),
    }
    return page
