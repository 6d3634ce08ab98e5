"""Findings in words, in three languages: text for people, JSON for tools, annotations for GitHub."""

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from knowledge_base.field_guide import field_named
from knowledge_base.findings import Finding
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.words import LOCALES, Words, words_of
from knowledge_base.rules import Rule, rule
from knowledge_base.yaml_writing import inline

_ASKING = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that ask for a language of messages, the first that is set before the others."""


@dataclass(frozen=True)
class Said:
    """What a finding says in one language: what is wrong, and what to do."""

    message: str
    remedy: str


def language_of_system() -> Language:
    """Return the language that LANGUAGE, LC_ALL, LC_MESSAGES or LANG asks for, else English.

    LC_CTYPE is not asked: where the system lacks the locale that LANG names, Python itself sets it to C.
    """
    asked = next((value for name in _ASKING if (value := os.environ.get(name))), "")
    # LANGUAGE is a list, the most wanted first; the others look like sv_SE.UTF-8.
    wanted = (re.split(r"[_.@]", name)[0] for name in asked.split(":"))
    return next((language for name in wanted for language in LANGUAGES if language == name), "en")


def said(finding: Finding, language: Language) -> Said:
    """Return a finding's words: those of its rule, with its values and the words of the field."""
    # Not every value stands in a field that can be explained, but the words have gaps for it.
    words, values = said_in(language), {"meaning": "", "example": "", **dict(finding.values)}
    meant, name = values.get("meant"), values.get("field")
    if name:
        values |= _about_field(name, language)
    found = rule(finding.rule)
    message = found.says[finding.saying][language].format(**values)
    if meant:
        message += " " + words("finding_meant", word=meant)
    return Said(message, found.remedy(finding.saying)[language].format(**values).strip())


def as_text(findings: Iterable[Finding], language: Language) -> str:
    """Return two lines per finding: place and message, then the remedy."""
    words = said_in(language)

    def lines(f: Finding) -> str:
        what = said(f, language)
        severity = words(f"severity_{f.severity}")
        return f"{f.path}:{f.line}:{f.column}: {severity} [{f.rule}] {what.message}\n    {what.remedy}"

    return "\n".join(map(lines, findings))


def as_json(findings: Iterable[Finding], language: Language) -> str:
    """Return a JSON list of objects: path, line, column, severity, rule, message, remedy."""
    rows = [
        {
            "path": f.path,
            "line": f.line,
            "column": f.column,
            "severity": f.severity,
            "rule": f.rule,
            "message": said(f, language).message,
            "remedy": said(f, language).remedy,
        }
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(findings: Iterable[Finding], language: Language) -> str:
    """Return workflow commands that GitHub shows beside the changed lines."""

    def line(f: Finding) -> str:
        what = said(f, language)
        place = f"file={_property(f.path)},line={f.line},col={f.column},title={_property(f.rule)}"
        return f"::{f.severity} {place}::{_data(what.message)}%0A{_data(what.remedy)}"

    return "\n".join(map(line, findings))


FORMATS: Mapping[str, Callable[[Iterable[Finding], Language], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def explained(name: str, language: Language) -> str:
    """Return all that is to be said about a rule, for a terminal.

    Raises FileNotFoundError when there is no rule of that name.
    """
    found: Rule = rule(name)
    words = said_in(language)
    parts = [
        f"{name} ({severity_in_words(found, words)}): {found.title[language]}",
        found.why[language].strip(),
        f"{words('rule_wrong')}:\n{_indented(found.example.wrong)}",
        f"{words('rule_right')}:\n{_indented(found.example.right)}",
    ]
    return "\n\n".join(parts)


def severity_in_words(found: Rule, words: Words) -> str:
    """Return how bad what a rule finds is, also where a draft is judged otherwise."""
    if found.severity_in_draft is None:
        return words(f"severity_{found.severity}")
    in_draft = words(f"severity_{found.severity_in_draft}")
    return words("severity_by_status", in_draft=in_draft, otherwise=words(f"severity_{found.severity}"))


@cache
def said_in(language: Language) -> Words:
    """Return the interface words of a language, read without the others."""
    return words_of(LOCALES, language)[0]


def _about_field(name: str, language: Language) -> dict[str, str]:
    field = field_named(name)
    example = ""
    if field.examples:
        shown = f"{field.name}: {inline(field.examples[0])}"
        example = " " + said_in(language)("finding_example", example=shown)
    return {"meaning": field.words(language).meaning, "example": example}


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").splitlines())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
