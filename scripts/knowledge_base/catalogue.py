"""The content of one root as values: records by kind and slug, with their texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pydantic import BaseModel

from knowledge_base.languages import Language
from knowledge_base.schema.guide import Template
from knowledge_base.schema.kinds import Kind
from knowledge_base.schema.vocabulary import VocabularyTerm
from knowledge_base.texts import TextSource


@dataclass(frozen=True, slots=True)
class Text:
    """One language of a record; `words` is None when its front matter is invalid."""

    source: TextSource
    words: BaseModel | None


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `facts` is None when its YAML is invalid, which a finding has said.

    `yaml` is the text of the file at `path`, so that a rule can say where a value stands; `files` are
    the names of the pictures in its folder.
    """

    kind: Kind
    slug: str
    path: str
    yaml: str
    facts: BaseModel | None
    texts: dict[Language, Text] = field(default_factory=dict)
    templates: dict[str, Template] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Catalogue:
    """All records of a root in stable order, its closed lists by name, and the day it is read for."""

    records: tuple[Record, ...]
    vocabularies: dict[str, dict[str, VocabularyTerm]]
    today: date

    @cached_property
    def _by_kind(self) -> dict[str, dict[str, Record]]:
        found: dict[str, dict[str, Record]] = {}
        for record in self.records:
            found.setdefault(record.kind.name, {})[record.slug] = record
        return found

    def of_kind(self, kind: str) -> Mapping[str, Record]:
        """Return the records of one kind by slug, valid or not: one can link to a broken one."""
        return self._by_kind.get(kind, {})
