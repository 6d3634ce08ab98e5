"""The public page of the translation desk: how each language stands, and what is left to do."""

from typing import Any

from knowledge_base.addresses import DESK, from_root
from knowledge_base.catalogue import Record
from knowledge_base.digests import digest_of
from knowledge_base.field_guide import field_at
from knowledge_base.languages import FACTS, LANGUAGES, Language
from knowledge_base.schema.kinds import KINDS, PAGE
from knowledge_base.schema.marks import way_named
from knowledge_base.staging.page import FrontMatter, Site, View, base, title_of, unit_name
from knowledge_base.translation_desk import Standing
from knowledge_base.translations import State

SHOWN = 50
"""How many records a language's list shows, so that the page does not grow with the catalogue."""

_KINDS = (*KINDS, PAGE)


def desk_page(view: View) -> FrontMatter:
    """Return counts by language and kind, and the first of what is to be translated."""
    page = base(view, "desk", view.words("desk"), view.words("desk_summary"))
    page["columns"] = [
        view.words(f"desk_{name}") for name in ("missing", "changed", "current", "original", "reviewed")
    ]
    page["desks"] = [_of_language(view, language) for language in LANGUAGES]
    page["data"] = from_root(view.address, view.language, "data/translations.csv")
    return page


def desk_dependencies(site: Site) -> tuple[str, tuple[Record, ...]]:
    """Return what the page depends on: every standing, and the records that it names."""
    parts = (
        f"{s.record.path} {s.language} {s.state} {s.units} {s.identical} {s.reviewed}"
        for s in site.desk.standings
    )
    named = [s.record for language in LANGUAGES for s in site.desk.work(language)[:SHOWN]]
    return digest_of(DESK, *parts), tuple(named)


def _of_language(view: View, language: Language) -> dict[str, Any]:
    desk = view.site.desk
    work = desk.work(language)
    rows = []
    for kind in _KINDS:
        count = desk.count(kind.name, language)
        numbers = [count.missing, count.changed, count.current, count.original, count.reviewed]
        rows.append({"name": view.words(f"list_{kind.folder}"), "numbers": numbers})
    return {
        "code": language,
        "name": FACTS[language].own_name,
        "rows": rows,
        "work": [_work(view, standing) for standing in work[:SHOWN]],
        "count": view.words("desk_work", n=len(work)) if work else view.words("desk_nothing"),
        "more": view.words("desk_more", n=len(work) - SHOWN) if len(work) > SHOWN else "",
    }


def _work(view: View, standing: Standing) -> dict[str, Any]:
    record = standing.record
    state = view.words(f"desk_{standing.state}").lower()
    parts = []
    if standing.state in (State.MISSING, State.CHANGED):
        units = ", ".join(_unit(view, record, standing.language, unit) for unit in standing.units)
        parts.append(f"{state}: {units}" if units else state)
    if standing.identical:
        units = ", ".join(_unit(view, record, standing.language, unit) for unit in standing.identical)
        parts.append(view.words("desk_identical", units=units))
    return {
        "title": title_of(record, view.language),
        "href": view.link(record.address),
        "id": record.name,
        "what": "; ".join(parts),
    }


def _unit(view: View, record: Record, language: Language, unit: str) -> str:
    """Return a unit in the reader's words: the heading of a section, or the name of a field."""
    if record.kind.words is None:
        field = field_at(record.kind.facts, way_named(unit))
        return field.words(view.language).label.lower() if field else unit
    text = record.texts.get(view.language) or record.texts.get(language)
    headings = {f"#{s.id}": s.heading for s in text.source.sections} if text else {}
    return headings.get(unit) or unit_name(unit, view.words)
