"""The page of an organisation and the records that name it."""

from knowledge_base.catalogue import Record
from knowledge_base.schema.organisation import Organisation
from knowledge_base.staging import wording
from knowledge_base.staging.facts import places
from knowledge_base.staging.locator import locator
from knowledge_base.staging.markup import html_of
from knowledge_base.staging.page import FrontMatter, View, fact, numbers_of, of_record
from knowledge_base.texts import CITATION


def organisation_page(view: View, record: Record) -> FrontMatter:
    """Return the page of an organisation and the records that name it."""
    assert isinstance(record.facts, Organisation)
    body, words = record.facts, view.words
    page = of_record(view, record, "organisation")
    name = body.names.get(view.language) or next(iter(body.names.values()))
    numbers = numbers_of(page)
    others = [n for code, n in body.names.items() if code != view.language and n.text != name.text]
    page |= {
        "kicker": words("kind_organisation"),
        "description": " ".join(CITATION.sub("", view.in_words(body.description)).split()),
        "rendering": name.kind == "rendering",
        "opening": html_of(view.in_words(body.description), numbers, view.link),
        "facts": [
            fact(words("fact_other_names"), *dict.fromkeys(n.text for n in others)),
            *places(view, [body.place]),
            fact(words("fact_region"), view.term("regions", body.region)),
            fact(words("fact_level"), view.term("levels", body.level)),
            fact(words("fact_type"), view.term("organisation-types", body.type)),
            fact(words("fact_functions"), *(view.term("functions", f) for f in body.functions)),
            fact(words("fact_period"), *(wording.period(span, words) for span in body.periods)),
            fact(words("fact_website"), {"text": body.website, "href": body.website} if body.website else ""),
        ],
        **locator(view, [body.place]),
        "named_in": [view.record_link(other) for other in view.site.naming.get(record.slug, ())],
    }
    return page
