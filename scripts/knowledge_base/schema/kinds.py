"""The kinds of record, each with its folder, its models and the sections of its texts.

A new kind is one entry here; the readers and checks go through this table.
"""

from dataclasses import dataclass

from pydantic import BaseModel

from knowledge_base.schema import case
from knowledge_base.schema.case import Case, CaseWords
from knowledge_base.schema.organisation import Organisation
from knowledge_base.schema.term import Term


@dataclass(frozen=True)
class Kind:
    """A kind of record; one without `words` keeps its words inside one YAML file."""

    name: str
    folder: str
    facts: type[BaseModel]
    words: type[BaseModel] | None = None
    sections: tuple[str, ...] = ()
    optional_sections: frozenset[str] = frozenset()


KINDS: tuple[Kind, ...] = (
    Kind("case", "cases", Case, CaseWords, case.SECTIONS, case.OPTIONAL_SECTIONS),
    Kind("organisation", "organisations", Organisation),
    Kind("term", "glossary", Term),
)
