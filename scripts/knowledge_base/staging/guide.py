"""The page of a guide, with its templates to fill in."""

from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.schema.fields import ByLanguage
from knowledge_base.schema.guide import Guide, Span, Template
from knowledge_base.staging import wording
from knowledge_base.staging.facts import checked, work_packages
from knowledge_base.staging.page import FrontMatter, View, fact, of_record


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
            work_packages(view, guide.work_packages),
        ],
        "templates": [_template(view, t, record.templates[t]) for t in guide.templates],
        "related": [view.record_link(view.record("guide", slug)) for slug in guide.related],
        **checked(view, record, guide),
    }
    return page


def _span(view: View, span: Span | None) -> str:
    if span is None:
        return ""
    if span.low is None:
        return view.words(f"up_to_{span.unit}", number=wording.number(span.high, view.language))
    shown = wording.span(span.low, span.high, view.language)
    return view.words(f"span_{span.unit}", n=span.high, number=shown)


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
