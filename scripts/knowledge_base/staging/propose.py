"""The page "Propose" and its forms: the questions that the models make, in the reader's words."""

import json
from collections.abc import Iterator
from typing import Any

from knowledge_base.addresses import CRITERIA, PROPOSE, absolute
from knowledge_base.languages import FACTS, LANGUAGES
from knowledge_base.proposals.forms import FORMS, SLUG, Form
from knowledge_base.proposals.questions import Asked, Question, questions_of
from knowledge_base.proposals.slugs import LETTERS
from knowledge_base.proposals.wording import Wording
from knowledge_base.schema.fields import SLUG_PATTERN
from knowledge_base.schema.kinds import KINDS
from knowledge_base.staging.page import FrontMatter, View, base

FEW = 6
"""So many choices are all shown; more are folded into a list."""

FOLDERS = {kind.name: kind.folder for kind in KINDS}

ERRORS = (
    "missing", "long", "few", "many", "number", "range", "least", "date", "day", "address", "slug",
    "record", "source", "cites", "uncited", "order", "figure", "pattern",
)  # fmt: skip


def form_address(form: Form) -> str:
    """Return where a form is."""
    return f"{PROPOSE}{form.name}/"


def propose_page(view: View, form: Form) -> FrontMatter:
    """Return the page of one form."""
    words, settings = view.words, view.site.settings
    wording = Wording(form, words, view.site.catalogue.vocabularies)
    asked = questions_of(form)
    page = base(view, "propose", words(f"propose_{form.name}"), words(f"propose_{form.name}_summary"))
    page |= {
        "scripts": ["propose.js"],
        "up": {"text": words("propose"), "href": view.link(PROPOSE)},
        "form": form.name,
        "root": absolute(settings.site_address, "/", view.language),
        "folder": form.kind.folder if form.kind else "",
        "words": list(form.words.model_fields) if form.words else [],
        "ending": "/" if form.words else ".yml",
        "fixed": json.dumps(form.fixed),
        "letters": json.dumps(LETTERS, ensure_ascii=False),
        "slug_pattern": SLUG_PATTERN,
        "locale": FACTS[view.language].locale.replace("_", "-"),
        "parts": [
            {
                "heading": words(f"part_{part}"),
                "questions": [_asked(wording, one) for one in questions],
            }
            for part, questions in asked.items()
        ],
        "questions": [wording.label(one) for one in _needed(asked.values())],
        "errors": {name: _pattern_of(view, f"error_{name}") for name in ERRORS},
        "error_counts": json.dumps(words.entries["propose_errors"], ensure_ascii=False),
        "contact": settings.contact,
        "issue_form": f"{settings.repository}/issues/new?template={form.name}.{view.language}.yml",
        "issue": f"{settings.repository}/issues/new",
        "upload": f"{settings.repository}/upload/main",
        "licence": settings.licence,
    }
    return page


def _needed(parts: Any) -> Iterator[Asked]:
    return (one for questions in parts for one in questions if one.required and one.path != (SLUG,))


def _pattern_of(view: View, key: str) -> str:
    """Return words as they are written, with the places that a script fills in."""
    return str(view.words.entries[key])


def _asked(wording: Wording, asked: Asked, at: str = "", around: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what the template shows of a question.

    `at` is the path of what it stands in, `around` the labels of that.
    """
    path = f"{at}.{asked.name}" if at else ".".join(asked.path)
    if isinstance(asked, Question):
        return _question(wording, asked, path, around)
    shown: dict[str, Any] = {
        "group": asked.shape,
        "path": path,
        "name": asked.name,
        "label": "" if asked.shape == "first" else wording.label(asked),
        "hint": "" if asked.shape == "first" else wording.hint(asked),
        "required": asked.required,
    }
    inside = {"list": f"{path}.{{i}}", "keyed": f"{path}.{{i}}"}.get(asked.shape, path)
    if asked.shape == "languages":
        shown["items"] = [
            {
                "key": code,
                "legend": wording.label(asked, code),
                "questions": [
                    _asked(wording, one, f"{path}.{code}", (wording.label(asked, code),))
                    for one in asked.questions
                ],
            }
            for code in LANGUAGES
        ]
        return shown
    if asked.shape in ("list", "keyed"):
        shown["legend"] = wording.item(asked, "{number}")
    labels = (*around, wording.label(asked)) if asked.shape == "one" else around
    shown["questions"] = [_asked(wording, one, inside, labels) for one in asked.questions]
    return shown


def _question(wording: Wording, asked: Question, path: str, around: tuple[str, ...]) -> dict[str, Any]:
    options = wording.options(asked) if asked.meaning == "term" else []
    return {
        "path": path,
        "name": asked.name,
        "control": _control(asked, options),
        "meaning": asked.meaning,
        "label": wording.label(asked),
        "hint": wording.hint(asked),
        "required": asked.required and asked.empty is None,
        "many": asked.many,
        "least": asked.least,
        "most": asked.most,
        "empty": asked.empty or "",
        "pattern": asked.pattern,
        "record": FOLDERS.get(asked.kind, ""),
        "languages": asked.in_languages,
        "instead": asked.instead or "",
        "instead_label": wording.label(asked, asked.instead) if asked.instead else "",
        "options": [
            {"id": o.id, "name": o.name, "meaning": o.meaning if len(asked.path) == 1 else ""}
            for o in options
        ],
        "whole_label": wording.whole_label(asked, *around),
        "heading": wording.heading(asked) if asked.path[0] == "section" else "",
    }


def _control(asked: Question, options: list[Any]) -> str:
    match asked.meaning:
        case "term" if asked.many:
            return "choices"
        case "term":
            return "choice" if len(options) <= FEW and len(asked.path) == 1 else "select"
        case "flag":
            return "check"
        case _ if asked.several_lines:
            return "text"
        case _:
            return "line"


def propose_index(view: View) -> FrontMatter:
    """Return the page that leads to the forms."""
    page = base(view, "propose_index", view.words("propose"), view.words("propose_summary"))
    page["criteria"] = {"text": view.words("criteria"), "href": view.link(CRITERIA)}
    page["forms"] = [
        {
            "text": view.words(f"propose_{form.name}"),
            "summary": view.words(f"propose_{form.name}_summary"),
            "href": view.link(form_address(form)),
        }
        for form in FORMS
    ]
    return page


def criteria_page(view: View) -> FrontMatter:
    """Return the page of the criteria by which proposals are judged."""
    words, vocabularies = view.words, view.site.catalogue.vocabularies
    page = base(view, "criteria", words("criteria"), words("criteria_summary"))
    page["up"] = {"text": words("propose"), "href": view.link(PROPOSE)}
    page["criteria"] = [
        {
            "id": group,
            "heading": words(f"criteria_{group}"),
            "hint": words(f"criteria_{group}_hint"),
            "entries": [
                {"name": term.name[view.language], "meaning": term.meaning[view.language]}
                for term in vocabularies.get(f"{group.replace('_', '-')}-criteria", {}).values()
            ],
        }
        for group in ("knock_out", "graded")
    ]
    return page
