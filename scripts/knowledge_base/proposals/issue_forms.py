"""Issue forms for the repository's host: the questions of the page "Propose", in each language."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from knowledge_base.languages import FACTS, LANGUAGES, Language
from knowledge_base.loading.settings import Settings
from knowledge_base.loading.words import Words
from knowledge_base.proposals.elements import PARTS, Element, columns, elements
from knowledge_base.proposals.forms import FORMS
from knowledge_base.proposals.questions import Group, Question
from knowledge_base.proposals.wording import Vocabularies, Wording

FOLDER = ".github/ISSUE_TEMPLATE"
NOTE = "# Made by `kb generate` from the models, the words and the vocabularies: change those.\n"


def issue_forms(
    words: Mapping[Language, Words], vocabularies: Vocabularies, settings: Settings
) -> dict[str, str]:
    """Return path and text of each issue form, and of the settings for the page that lists them."""
    files = {}
    for form in FORMS:
        for language in LANGUAGES:
            wording = Wording(form, words[language], vocabularies)
            files[f"{FOLDER}/{form.name}.{language}.yml"] = _written(_issue_form(wording, settings))
    links = [
        {
            "name": words[language]("propose"),
            "url": f"{settings.site_address.rstrip('/')}{FACTS[language].root}propose/",
            "about": words[language]("propose_summary"),
        }
        for language in LANGUAGES
    ]
    files[f"{FOLDER}/config.yml"] = _written({"blank_issues_enabled": True, "contact_links": links})
    return files


def _issue_form(wording: Wording, settings: Settings) -> dict[str, Any]:
    words, name = wording.words, wording.form.name
    return {
        "name": words(f"propose_{name}"),
        "description": words(f"propose_{name}_summary"),
        "body": [_markdown(words("propose_issue_intro", licence=settings.licence)), *_body(wording)],
    }


def _body(wording: Wording) -> Iterator[dict[str, Any]]:
    part = ""
    for element in elements(wording):
        if element.part != part:
            part = element.part
            yield _markdown(f"## {wording.words(f'part_{part}')}")
        yield _element(wording, element)


def _element(wording: Wording, element: Element) -> dict[str, Any]:
    asked = element.asked
    hint, options = wording.hint(asked), dict[str, Any]()
    if isinstance(asked, Group):
        kind = "textarea"
        order = PARTS.join(_column(wording, column) for column in columns(asked))
        hint = f"{hint} {wording.words('propose_lines', order=order)}".strip()
    elif asked.meaning == "flag":
        kind, options = "checkboxes", {"options": [{"label": wording.words("yes")}]}
    elif asked.meaning == "term":
        names = [option.name for option in wording.options(asked)]
        kind = "checkboxes" if asked.many else "dropdown"
        options = {"options": [{"label": name} for name in names] if asked.many else names}
    else:
        kind = "textarea" if asked.several_lines else "input"
    attributes = {"label": element.label, **({"description": hint} if hint else {}), **options}
    made = {"type": kind, "id": element.id, "attributes": attributes}
    if element.required and kind != "checkboxes":  # there each box would be required
        made["validations"] = {"required": True}
    return made


def _column(wording: Wording, column: Question) -> str:
    label = wording.label(column)
    return f"{label} ({wording.label(column, column.instead)}?)" if column.instead else label


def _markdown(text: str) -> dict[str, Any]:
    return {"type": "markdown", "attributes": {"value": text}}


def _written(values: dict[str, Any]) -> str:
    text: str = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
    return NOTE + text
