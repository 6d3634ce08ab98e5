"""The page of a guide: numbered steps, advice set apart, and what can be ticked, dated and filled in."""

import re
from typing import Any

from knowledge_base.catalogue import Record, Text
from knowledge_base.schema.guide import Guide, Span
from knowledge_base.staging import wording
from knowledge_base.staging.advice import with_advice
from knowledge_base.staging.checklist import as_checklist
from knowledge_base.staging.facts import checked, work_packages
from knowledge_base.staging.page import FrontMatter, View, fact, labels_of, numbers_of, of_record, shown_text
from knowledge_base.staging.template import template_of
from knowledge_base.translations import original_text


def guide_page(view: View, record: Record) -> FrontMatter:
    """Return the page of a guide."""
    assert isinstance(record.facts, Guide)
    guide, words = record.facts, view.words
    page = of_record(view, record, "guide")
    for section in page["sections"]:
        section["html"] = with_advice(section["html"])
        section["cases"] = view.links("case", guide.step_cases.get(section["id"], []))
        if section["id"] == "preparation":
            section["timeline"] = _timeline(view, record, guide, numbers_of(page))
        elif section["id"] == "checklist":
            section |= _checklist(view, record, section["html"])
        else:
            section |= numbered_step(section["id"], section["heading"])
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
        "advice": any('class="advice"' in section["html"] for section in page["sections"]),
        "templates": [template_of(view, record, template_id) for template_id in guide.templates],
        "related": view.links("guide", guide.related),
        "slug": record.slug,
        **checked(view, record, guide),
    }
    page["scripts"] += _scripts(page)
    return page


_STEP = re.compile(r"step-(\d+)")


def numbered_step(section_id: str, heading: str) -> dict[str, Any]:
    """Return the number of a step, and its heading parted into "Step 3: " and the rest; else nothing.

    Whoever writes "Step 3: Build" in any language names the number; without it nothing is parted.
    """
    step = _STEP.fullmatch(section_id)
    if not step:
        return {}
    named = re.match(rf"\D*\b{step[1]}\s*[.:–—-]\s+", heading)
    label = named[0] if named else ""
    return {"step": int(step[1]), "label": label, "name": heading.removeprefix(label)}


def _checklist(view: View, record: Record, html: str) -> dict[str, Any]:
    def body(text: Text | None) -> str:
        return next((s.body for s in text.source.sections if s.id == "checklist"), "") if text else ""

    html, points = as_checklist(html, body(shown_text(record, view.language)), body(original_text(record)))
    return {"html": html, "points": points}


def _scripts(page: FrontMatter) -> list[str]:
    """Return the scripts that a guide's page needs, with those that they import, to load all at once."""
    scripts = []
    if any(section.get("points") for section in page["sections"]):
        scripts += ["checklist.js"]
    if any(section.get("timeline") for section in page["sections"]):
        scripts += ["timeline.js", "calendar.js", "download.js"]
    if page["templates"]:
        scripts += [
            "form.js",
            "fields.js",
            "table_field.js",
            "text_control.js",
            "form_export.js",
            "download.js",
        ]
    return list(dict.fromkeys(["keep.js", "clear.js", "print.js", *scripts])) if scripts else []


def _timeline(view: View, record: Record, guide: Guide, numbers: dict[str, int]) -> list[dict[str, Any]]:
    """Return a row per moment: when it is due in words and in weeks, what is due, and its source."""
    labels = labels_of(record, view.language, "timeline")

    def when(weeks: int) -> str:
        if weeks == 0:
            return view.words("timeline_day")
        return view.words("timeline_before" if weeks > 0 else "timeline_after", n=abs(weeks))

    return [
        {
            "key": key,
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
