"""The page of a guide, with its templates to fill in."""

from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.schema.fields import ByLanguage
from knowledge_base.schema.guide import Guide, Span, Template
from knowledge_base.staging import wording
from knowledge_base.staging.facts import checked, work_packages
from knowledge_base.staging.page import FrontMatter, View, fact, labels_of, numbers_of, of_record


def guide_page(view: View, record: Record) -> FrontMatter:
    """Return the page of a guide, with its templates to fill in."""
    assert isinstance(record.facts, Guide)
    guide, words = record.facts, view.words
    page = of_record(view, record, "guide")
    for section in page["sections"]:
        cases = guide.step_cases.get(section["id"], [])
        section["cases"] = view.links("case", cases)
        if section["id"] == "preparation":
            section["timeline"] = _timeline(view, record, guide, numbers_of(page))
    weeks = max((moment.weeks_before for moment in guide.timeline.values()), default=0)
    page |= {
        "kicker": words("kind_guide"),
        "facts": [
            fact(words("fact_audience"), *(view.term("audiences", a) for a in guide.audience)),
            fact(words("fact_group_size"), _span(view, guide.group_size)),
            fact(words("fact_duration"), _span(view, guide.duration)),
            fact(words("fact_preparation"), words("weeks", n=weeks) if weeks > 0 else ""),
            work_packages(view, guide.work_packages),
        ],
        "templates": [_template(view, t, record.templates[t]) for t in guide.templates],
        "related": view.links("guide", guide.related),
        **checked(view, record, guide),
    }
    return page


def _timeline(view: View, record: Record, guide: Guide, numbers: dict[str, int]) -> list[dict[str, Any]]:
    """Return a row per moment: when it is due in words and in weeks, what is due, and its source."""
    labels = labels_of(record, view.language, "timeline")

    def when(weeks: int) -> str:
        if weeks == 0:
            return view.words("timeline_day")
        return view.words("timeline_before" if weeks > 0 else "timeline_after", n=abs(weeks))

    return [
        {
            "weeks": moment.weeks_before,
            "when": when(moment.weeks_before),
            "what": labels.get(key, key),
            "source": moment.source,
            "number": numbers[moment.source] if moment.source else None,
        }
        for key, moment in guide.timeline.items()
    ]


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
