"""The page of a case."""

from collections.abc import Iterator

from knowledge_base.addresses import REUSE
from knowledge_base.catalogue import Record
from knowledge_base.schema.case import Case
from knowledge_base.staging import wording
from knowledge_base.staging.facts import checked, places, work_packages
from knowledge_base.staging.figures import figures
from knowledge_base.staging.locator import locator
from knowledge_base.staging.page import (
    FrontMatter,
    View,
    fact,
    labels_of,
    numbers_of,
    of_record,
    shown_text,
)
from knowledge_base.staging.reasons import related_links


def case_page(view: View, record: Record) -> FrontMatter:
    """Return the page of a case."""
    assert isinstance(record.facts, Case)
    case, words = record.facts, view.words
    page = of_record(view, record, "case")
    labels = labels_of(record, view.language, "evidence")
    alternatives = labels_of(record, view.language, "pictures")
    uses = labels_of(record, view.language, "adaptations")
    numbers = numbers_of(page)
    page |= {
        "kicker": words("kind_case"),
        "slug": record.slug,
        "scripts": [*page["scripts"], "shortlist.js"],
        "facts": [
            fact(words("fact_outcome"), view.term("outcomes", case.outcome)),
            fact(words("fact_evidence_grade"), view.term("evidence-grades", case.evidence_grade)),
            fact(words("fact_period"), *(wording.period(span, words) for span in case.periods)),
            *places(view, case.places),
            fact(words("fact_region"), *(view.term("regions", code) for code in case.regions)),
            fact(words("fact_level"), view.term("levels", case.level)),
            fact(
                words("fact_lead"),
                *(view.links("organisation", [case.lead]) if case.lead else [words("unknown")]),
            ),
            fact(words("fact_partners"), *view.links("organisation", case.partners)),
            fact(words("fact_themes"), *(view.term("themes", theme) for theme in case.themes)),
            work_packages(view, case.work_packages),
            fact(words("fact_budget"), *_budget(view, case)),
            fact(words("fact_staff"), view.term("staff-bands", case.means.staff)),
            fact(words("fact_legal_power"), view.term("legal-powers", case.means.legal_power)),
        ],
        **locator(view, case.places, cases=True),
        **figures(view, case, labels, numbers),
        "pictures": [
            {"file": p.file, "alt": alternatives.get(k, ""), "credit": p.credit, "licence": p.licence}
            for k, p in case.pictures.items()
        ],
        "adaptations": [
            {
                "text": uses.get(key, key),
                "year": use.year,
                "source": use.source,
                "number": numbers[use.source],
            }
            for key, use in case.adaptations.items()
        ],
        "reuse": view.link(f"{REUSE}#{record.address}"),  # the form fills in the case
        "related": related_links(view, view.site.relations.cases_of(record)),
        "meetings": related_links(view, view.site.relations.meetings_of(record)),
        "used_in": list(_guides_using(view, record.slug)),
        **checked(view, record, case),
    }
    return page


def _budget(view: View, case: Case) -> list[str]:
    if not case.budget:
        return [view.term("budget-bands", case.means.budget)]
    return [
        f"{wording.money(m, view.language)} ({m.year}, {view.words(f'money_{m.kind}')})" for m in case.budget
    ]


def _guides_using(view: View, slug: str) -> Iterator[dict[str, str]]:
    """Yield each step of a guide that shows the case: where it is, in one line and in two."""
    for guide, step in view.site.steps_showing.get(slug, ()):
        if not view.site.has_page(guide):
            continue
        link = view.record_link(guide)
        text = shown_text(guide, view.language)
        headings = {s.id: s.heading for s in text.source.sections} if text else {}
        line = view.words("used_in_step", guide=link["text"], step=step.removeprefix("step-"))
        yield {
            "text": line,
            "href": f"{link['href']}#{step}",
            "guide": link["text"],
            "step": headings.get(step, step),
        }
