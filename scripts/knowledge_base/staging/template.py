"""A guide's template as a form to fill in."""

from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.digests import digest_of
from knowledge_base.languages import LANGUAGES
from knowledge_base.schema.fields import ByLanguage
from knowledge_base.schema.guide import TemplateField
from knowledge_base.staging.page import View

STACKED, WIDE = 5, 6
"""Columns from which on a table shows its rows as blocks, and from which on it is printed across the page."""


def template_of(view: View, record: Record, template_id: str) -> dict[str, Any]:
    """Return what a page shows of a template."""
    template = record.templates[template_id]
    return {
        "id": template_id,
        "file": f"{record.slug}-{template_id}",
        "title": view.in_words(template.title),
        "purpose": view.in_words(template.purpose),
        "wide": any(len(field.columns) >= WIDE for field in template.fields),
        "fields": [_field(view, template_id, field) for field in template.fields],
    }


def _field(view: View, template_id: str, field: TemplateField) -> dict[str, Any]:
    return {
        # No key has an underscore, so no two ids of a page can meet.
        "id": f"{template_id}__{field.id}",
        "name": field.id,
        "type": field.type,
        "label": view.in_words(field.label),
        "hint": view.in_words(field.hint) if field.hint else "",
        "options": [{"id": _option_id(o), "words": view.in_words(o)} for o in field.options],
        "columns": [view.in_words(column) for column in field.columns],
        "rows": field.rows,
        "stacked": len(field.columns) >= STACKED,
    }


def _option_id(option: ByLanguage) -> str:
    """Return what a browser remembers of a choice: equal in all languages, wherever it stands."""
    return digest_of(next(option[language] for language in LANGUAGES if language in option))[:8]
