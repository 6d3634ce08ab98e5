"""Pages for contributors that follow from the code: of each rule, and of the fields of each kind."""

import re
from functools import partial
from typing import Any

from pydantic import BaseModel

from knowledge_base.addresses import FIELDS, RULES
from knowledge_base.field_guide import FieldGuide, guide_to, meaning_of
from knowledge_base.reporting import severity_in_words
from knowledge_base.rules import Rule, rule, rule_names
from knowledge_base.schema.guide import Template
from knowledge_base.schema.kinds import KINDS
from knowledge_base.schema.vocabulary import UNKNOWN
from knowledge_base.skeleton import skeleton_word
from knowledge_base.staging.page import FrontMatter, View, base
from knowledge_base.yaml_writing import inline

_GAP = re.compile(r"\{[a-z_]+\}")

MODELS: dict[str, tuple[type[BaseModel], type[BaseModel] | None]] = {
    **{kind.name: (kind.facts, kind.words) for kind in KINDS},
    "template": (Template, None),
}
"""What people write, by the name of its kind: facts, and the front matter of texts."""


def rules_page(view: View) -> FrontMatter:
    """Return the list of all rules."""
    page = base(view, "rules", view.words("rules"), view.words("rules_summary"))
    page["rules"] = [
        {
            "name": name,
            "title": rule(name).title[view.language],
            "severity": severity_in_words(rule(name), view.words),
            "href": view.link(f"{RULES}{name}/"),
        }
        for name in rule_names()
    ]
    return page


def rule_page(view: View, name: str) -> FrontMatter:
    """Return what is to be said about a rule: why, a wrong and a right example, what to do."""
    found: Rule = rule(name)
    language = view.language
    page = base(view, "rule", found.title[language], found.why[language])
    page |= {
        "name": name,
        "severity": severity_in_words(found, view.words),
        "is_error": found.severity == "error",
        "says": [
            {
                "message": _without_gaps(words[language], view),
                "remedy": _without_gaps(found.remedy(saying)[language], view),
            }
            for saying, words in found.says.items()
            if saying != "other"
        ],
        "file": found.example.file,
        "wrong": found.example.wrong.strip("\n"),
        "right": found.example.right.strip("\n"),
        "up": {"text": view.words("rules"), "href": view.link(RULES)},
    }
    return page


def fields_pages_list(view: View) -> FrontMatter:
    """Return the page that leads to the fields of each kind."""
    page = base(view, "fields-of-kinds", view.words("fields"), view.words("fields_summary"))
    page["kinds"] = [
        {"text": view.words(f"kind_{name}"), "href": view.link(f"{FIELDS}{name}/")} for name in MODELS
    ]
    return page


def fields_page(view: View, name: str) -> FrontMatter:
    """Return every field of a kind: what it is called, means and takes."""
    facts, words = MODELS[name]
    title = view.words("fields_of", kind=view.words(f"kind_{name}"))
    page = base(view, "fields", title, view.words("fields_summary"))
    one_file = words is None
    parts = [(view.words("fields_file" if one_file else "fields_facts"), facts)]
    parts += [(view.words("fields_texts"), words)] if words else []
    page |= {
        "up": {"text": view.words("fields"), "href": view.link(FIELDS)},
        "parts": [{"heading": heading, "fields": _fields(view, model)} for heading, model in parts],
        "new": f"kb new {name} {'GUIDE/NAME' if name == 'template' else 'NAME'}",
        "kind": name,
    }
    return page


def _fields(view: View, model: type[BaseModel]) -> list[dict[str, Any]]:
    return [_field(view, field) for field in guide_to(model)]


def _field(view: View, field: FieldGuide) -> dict[str, Any]:
    words = field.words(view.language)
    need = "required" if field.required else "optional"
    return {
        "name": field.name,
        "label": words.label,
        "meaning": words.meaning,
        "required": field.required,
        "need": skeleton_word(need, view.language),
        "choices": _choices(view, field),
        "example": f"{field.name}: {inline(field.examples[0])}" if field.examples else "",
        "consists": meaning_of(field.model, view.language) if field.model else "",
        "fields": _fields(view, field.model) if field.model else [],
    }


def _choices(view: View, field: FieldGuide) -> list[dict[str, str]]:
    """Return the ids that a field takes, with their names where a closed list has them."""
    terms = view.site.catalogue.vocabularies.get(field.vocabulary or "", {})
    ids = list(field.choices or terms)
    if field.vocabulary and not field.choices and UNKNOWN in field.examples:
        ids.append(UNKNOWN)
    name = partial(view.term, field.vocabulary or "")
    return [{"id": i, "name": name(i) if i in terms or (terms and i == UNKNOWN) else ""} for i in ids]


def _without_gaps(words: str, view: View) -> str:
    """Return a saying as one reads it where it has no values: gaps become dots, or tell what fills them."""
    explained = words.replace("{meaning}{example}", "{meaning}").replace(
        "{meaning}", view.words("rule_meaning")
    )
    return _GAP.sub("…", explained).replace("{{", "{").replace("}}", "}").replace("….", "…")
