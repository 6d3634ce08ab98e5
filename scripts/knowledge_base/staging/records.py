"""The pages of cases, guides, seminars and organisations."""

from collections.abc import Iterator
from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.schema.case import Case
from knowledge_base.schema.fields import ByLanguage
from knowledge_base.schema.guide import Guide, Span, Template
from knowledge_base.schema.organisation import Organisation
from knowledge_base.schema.parts import Evidence, Place, Value
from knowledge_base.schema.seminar import Seminar
from knowledge_base.staging import wording
from knowledge_base.staging.markup import html_of
from knowledge_base.staging.page import (
    Fact,
    FrontMatter,
    View,
    citation_numbers,
    fact,
    of_record,
    shown_text,
    title_of,
)
from knowledge_base.texts import CITATION


def case_page(view: View, record: Record) -> FrontMatter:
    """Return the page of a case."""
    assert isinstance(record.facts, Case)
    case, words = record.facts, view.words
    page = of_record(view, record, "case")
    text = shown_text(record, view.language)
    labels: dict[str, str] = getattr(text.words, "evidence", {}) if text else {}
    alternatives: dict[str, str] = getattr(text.words, "pictures", {}) if text else {}
    numbers = citation_numbers(record, text)
    page |= {
        "kicker": words("kind_case"),
        "facts": [
            fact(words("fact_outcome"), view.term("outcomes", case.outcome)),
            fact(words("fact_evidence_grade"), view.term("evidence-grades", case.evidence_grade)),
            fact(words("fact_period"), *(wording.period(span, words) for span in case.periods)),
            *_places(view, case.places),
            fact(words("fact_region"), *(view.term("regions", code) for code in case.regions)),
            fact(words("fact_level"), view.term("levels", case.level)),
            fact(words("fact_lead"), view.record_link(view.record("organisation", case.lead))),
            fact(
                words("fact_partners"),
                *(view.record_link(view.record("organisation", slug)) for slug in case.partners),
            ),
            fact(words("fact_themes"), *(view.term("themes", theme) for theme in case.themes)),
            _work_packages(view, case.work_packages),
            fact(words("fact_budget"), *_budget(view, case)),
            fact(words("fact_staff"), view.term("staff-bands", case.means.staff)),
            fact(words("fact_legal_power"), view.term("legal-powers", case.means.legal_power)),
        ],
        "evidence": [_evidence(view, labels.get(k, k), e, numbers) for k, e in case.evidence.items()],
        "pictures": [
            {"file": p.file, "alt": alternatives.get(k, ""), "credit": p.credit, "licence": p.licence}
            for k, p in case.pictures.items()
        ],
        "related": [view.record_link(view.record("case", slug)) for slug in case.related],
        "used_in": list(_guides_using(view, record.slug)),
        **_checked(view, record, case),
    }
    return page


def guide_page(view: View, record: Record) -> FrontMatter:
    """Return the page of a guide, with its templates to fill in."""
    assert isinstance(record.facts, Guide)
    guide, words = record.facts, view.words
    page = of_record(view, record, "guide")
    for section in page["sections"]:
        cases = guide.step_cases.get(section["id"], [])
        section["cases"] = [view.record_link(view.record("case", slug)) for slug in cases]
    page |= {
        "kicker": words("kind_guide"),
        "facts": [
            fact(words("fact_audience"), *(view.term("audiences", a) for a in guide.audience)),
            fact(words("fact_group_size"), _span(view, guide.group_size)),
            fact(words("fact_duration"), _span(view, guide.duration)),
            fact(
                words("fact_preparation"),
                words("weeks", n=guide.preparation_weeks) if guide.preparation_weeks else "",
            ),
            _work_packages(view, guide.work_packages),
        ],
        "templates": [_template(view, t, record.templates[t]) for t in guide.templates],
        "related": [view.record_link(view.record("guide", slug)) for slug in guide.related],
        **_checked(view, record, guide),
    }
    return page


def seminar_page(view: View, record: Record) -> FrontMatter:
    """Return the page of a meeting and what it left."""
    assert isinstance(record.facts, Seminar)
    seminar, words = record.facts, view.words
    page = of_record(view, record, "seminar")
    text = shown_text(record, view.language)
    said: dict[str, str] = getattr(text.words, "outcomes", {}) if text else {}
    numbers = citation_numbers(record, text)
    start, end = (wording.partial_date(day, view.language) for day in (seminar.start, seminar.end))
    count = seminar.participants.number
    page |= {
        "kicker": view.term("seminar-types", seminar.type),
        "facts": [
            fact(words("fact_date"), start if start == end else f"{start} {wording.EN_DASH} {end}"),
            *_places(view, seminar.places),
            fact(
                words("fact_organisers"),
                *(view.record_link(view.record("organisation", slug)) for slug in seminar.organisers),
            ),
            fact(
                words("fact_participants"),
                words("participants_unknown")
                if isinstance(count, str)
                else _qualified(view, seminar.participants.qualifier, wording.number(count, view.language)),
                view.in_words(seminar.participants.kinds),
            ),
            _work_packages(view, seminar.work_packages),
            fact(words("fact_red_event"), words("yes") if seminar.red_event else words("not_red_event")),
        ],
        "outcomes": [
            {
                "type": view.term("outcome-types", outcome.type),
                "text": said.get(key, key),
                "number": numbers[outcome.source],
                "source": outcome.source,
            }
            for key, outcome in seminar.outcomes.items()
        ],
        "materials": [{"text": view.in_words(m.title), "href": m.url} for m in seminar.materials],
        "related": [view.record_link(view.record("seminar", slug)) for slug in seminar.related],
        **_checked(view, record, seminar),
    }
    return page


def organisation_page(view: View, record: Record) -> FrontMatter:
    """Return the page of an organisation and the records that name it."""
    assert isinstance(record.facts, Organisation)
    body, words = record.facts, view.words
    page = of_record(view, record, "organisation")
    name = body.names.get(view.language) or body.names["en"]
    numbers = citation_numbers(record, None)
    others = [n for code, n in body.names.items() if code != view.language and n.text != name.text]
    page |= {
        "kicker": words("kind_organisation"),
        "description": " ".join(CITATION.sub("", view.in_words(body.description)).split()),
        "rendering": name.kind == "rendering",
        "opening": html_of(view.in_words(body.description), numbers, view.link),
        "facts": [
            fact(words("fact_other_names"), *dict.fromkeys(n.text for n in others)),
            *_places(view, [body.place]),
            fact(words("fact_region"), view.term("regions", body.region)),
            fact(words("fact_level"), view.term("levels", body.level)),
            fact(words("fact_type"), view.term("organisation-types", body.type)),
            fact(words("fact_functions"), *(view.term("functions", f) for f in body.functions)),
            fact(words("fact_period"), *(wording.period(span, words) for span in body.periods)),
            fact(words("fact_website"), {"text": body.website, "href": body.website} if body.website else ""),
        ],
        "named_in": [view.record_link(other) for other in _naming(view, record.slug)],
    }
    return page


def _naming(view: View, slug: str) -> Iterator[Record]:
    for other in view.site.catalogue.records:
        match other.facts:
            case Case(lead=lead, partners=partners) if slug in (lead, *partners):
                yield other
            case Seminar(organisers=organisers) if slug in organisers:
                yield other


def _guides_using(view: View, slug: str) -> Iterator[dict[str, str]]:
    for guide in view.site.catalogue.of_kind("guide").values():
        assert isinstance(guide.facts, Guide)
        for step, slugs in guide.facts.step_cases.items():
            if slug in slugs:
                link = view.record_link(guide)
                n = step.removeprefix("step-")
                text = view.words("used_in_step", guide=title_of(guide, view.language), step=n)
                yield {"text": text, "href": f"{link['href']}#{step}"}


def _checked(view: View, record: Record, facts: Case | Guide | Seminar) -> dict[str, Any]:
    day = wording.partial_date(facts.checked_on, view.language)
    site, publisher = view.words("site_name"), view.site.settings.publisher
    return {
        "checked_on": day,
        "review_by": wording.partial_date(facts.review_by, view.language),
        "overdue": facts.review_by < view.site.catalogue.today.isoformat(),
        "cite": f"{title_of(record, view.language)}. {site}, {publisher}, {day}.",
        "status": view.term("statuses", facts.status) if facts.status != "published" else "",
    }


def _places(view: View, places: list[Place]) -> list[Fact]:
    return [fact(view.words("fact_place"), *(view.in_words(place.name) for place in places))]


def _work_packages(view: View, letters: list[Any]) -> Fact:
    return fact(view.words("fact_work_packages"), *(view.term("work-packages", letter) for letter in letters))


def _budget(view: View, case: Case) -> list[str]:
    if not case.budget:
        return [view.term("budget-bands", case.means.budget)]
    return [
        f"{wording.money(m, view.language)} ({m.year}, {view.words(f'money_{m.kind}')})" for m in case.budget
    ]


def _span(view: View, span: Span | None) -> str:
    if span is None:
        return ""
    if span.low is None:
        return view.words(f"up_to_{span.unit}", number=wording.number(span.high, view.language))
    shown = wording.span(span.low, span.high, view.language)
    return view.words(f"span_{span.unit}", n=span.high, number=shown)


def _qualified(view: View, qualifier: str, shown: str) -> str:
    if qualifier in ("exact", "planned"):  # a plan has a tag of its own
        return shown
    return f"{view.term('qualifiers', qualifier).lower()} {shown}"


def _evidence(view: View, label: str, evidence: Evidence, numbers: dict[str, int]) -> dict[str, Any]:
    def row(value: Value) -> dict[str, Any]:
        return {
            "figure": _qualified(view, value.qualifier, wording.figure(value, view.language)),
            "planned": value.qualifier == "planned",
            "year": str(value.year),
            "source": value.source,
            "number": numbers[value.source],
        }

    return {
        "label": label,
        "unit": view.term("units", evidence.unit),
        "baseline": row(evidence.baseline) if evidence.baseline else None,
        "values": [row(value) for value in evidence.values],
    }


def _template(view: View, template_id: str, template: Template) -> dict[str, Any]:
    def said(words: ByLanguage | None) -> str:
        return view.in_words(words) if words else ""

    return {
        "id": template_id,
        "title": said(template.title),
        "purpose": said(template.purpose),
        "fields": [
            {
                "id": f"{template_id}-{field.id}",
                "type": field.type,
                "label": said(field.label),
                "hint": said(field.hint),
                "options": [said(option) for option in field.options],
                "columns": [said(column) for column in field.columns],
                "rows": field.rows,
            }
            for field in template.fields
        ],
    }
