"""The forms: which fields each one asks for, in which order, and why it leaves out the others.

A field that stands in neither list fails a test, so a new field of a model is never forgotten here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from knowledge_base.proposals.models import Correction, Reuse
from knowledge_base.schema.kinds import CASE, ORGANISATION, SEMINAR, Kind

SLUG = "slug"
"""The question for the folder's name, which no model holds."""

SECTION = "section."
"""What the name of a question for a section begins with."""


@dataclass(frozen=True, eq=False)
class Form:
    """One form: its parts with the questions of each, and what it knows without asking.

    `parts` names fields of the facts, then of the words, or sections as `section.<id>`.
    """

    name: str
    facts: type[BaseModel]
    parts: Mapping[str, tuple[str, ...]]
    kind: Kind | None = None
    fixed: Mapping[str, Any] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> type[BaseModel] | None:
        """The model of the record's texts, if it has some."""
        return self.kind.words if self.kind else None

    @property
    def asked(self) -> list[str]:
        """Every question's name, in order."""
        return [name for names in self.parts.values() for name in names]


_BY_EDITORS = "the editors decide"
_LATER = "comes with a later change of a published record"
_DATES = {"added": "set when a record is published", "changed": _LATER}
_TEXTS = {
    **_DATES,
    "original_language": "the language of the form",
    "translated_from": "written by the tools",
    "reviewed_by": "a proposal has no reviewed translation",
    "exemptions": _LATER,
    "formerly": _LATER,
    "review_by": "two years after checked_on",
}

CASE_FORM = Form(
    "case",
    CASE.facts,
    {
        "beginning": ("title", "summary", SLUG),
        "sources": ("sources", "checked_on"),
        "about": ("outcome", "evidence_grade", "themes", "work_packages", "periods"),
        "where": ("regions", "level", "places", "lead", "partners"),
        "means": ("means", "budget"),
        "text": tuple(SECTION + name for name in CASE.sections or ()),
        "figures": ("evidence",),
        "related": ("related",),
    },
    CASE,
    fixed={"status": "draft"},
    left_out={
        **_TEXTS,
        "reason": _LATER,
        "adaptations": "has a form of its own",
        "pictures": "files with credits and licences are sent to the editors",
        "licence": _BY_EDITORS,
        "evidence.baseline": "told as a figure of its own, with an earlier year",
    },
)

SEMINAR_FORM = Form(
    "seminar",
    SEMINAR.facts,
    {
        "beginning": ("title", "summary", SLUG),
        "sources": ("sources", "checked_on"),
        "about": ("type", "start", "end", "places", "work_packages"),
        "who": ("organisers", "participants"),
        "text": tuple(SECTION + name for name in SEMINAR.sections or ()),
        "outcomes": ("outcomes",),
        "materials": ("materials", "related"),
    },
    SEMINAR,
    fixed={"status": "draft", "red_event": False},
    left_out={**_TEXTS, "cases": _BY_EDITORS},
)

ORGANISATION_FORM = Form(
    "organisation",
    ORGANISATION.facts,
    {
        "beginning": ("names", SLUG),
        "sources": ("sources",),
        "about": ("description", "type", "level", "functions", "website"),
        "where": ("region", "place", "periods"),
    },
    ORGANISATION,
    left_out={
        **_DATES,
        "original_language": "the language of the form",
        "reviewed_by": "a proposal has no reviewed translation",
    },
)

REUSE_FORM = Form("reuse", Reuse, {"about": ("case", "label", "year", "source")})

CORRECTION_FORM = Form(
    "correction", Correction, {"about": ("page", "statement", "correction", "source_text")}
)

FORMS = (CASE_FORM, SEMINAR_FORM, ORGANISATION_FORM, REUSE_FORM, CORRECTION_FORM)
