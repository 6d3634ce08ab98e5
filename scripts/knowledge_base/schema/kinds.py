"""The kinds of record, each with its folder, its models and the sections of its texts.

A new kind is one entry here; the readers and checks go through this table.
"""

from dataclasses import dataclass

from pydantic import BaseModel

from knowledge_base.schema import case, guide, seminar
from knowledge_base.schema.case import Case, CaseWords
from knowledge_base.schema.guide import Guide, GuideWords
from knowledge_base.schema.organisation import Organisation
from knowledge_base.schema.page import Page, PageWords
from knowledge_base.schema.seminar import Seminar, SeminarWords
from knowledge_base.schema.term import Term


@dataclass(frozen=True)
class Kind:
    """A kind of record; one without `words` keeps its words inside one YAML file.

    `folder` lies below `practices/` and is the first part of addresses. A kind whose `sections` are
    None takes any.
    """

    name: str
    folder: str
    facts: type[BaseModel]
    words: type[BaseModel] | None = None
    sections: tuple[str, ...] | None = None
    optional_sections: frozenset[str] = frozenset()


CASE = Kind("case", "cases", Case, CaseWords, case.SECTIONS, case.OPTIONAL_SECTIONS)
GUIDE = Kind("guide", "guides", Guide, GuideWords, guide.SECTIONS, guide.OPTIONAL_SECTIONS)
SEMINAR = Kind("seminar", "seminars", Seminar, SeminarWords, seminar.SECTIONS, seminar.OPTIONAL_SECTIONS)
ORGANISATION = Kind("organisation", "organisations", Organisation)
TERM = Kind("term", "glossary", Term)

KINDS: tuple[Kind, ...] = (CASE, GUIDE, SEMINAR, ORGANISATION, TERM)
"""The kinds that live in `practices/`."""

PAGE = Kind("page", "docs", Page, PageWords)
"""The hand-written pages of `docs/`, read beside the records and held to the same rules."""
