"""The content of one root as values: records by kind and slug, with their texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pydantic import BaseModel

from knowledge_base.addresses import CRITERIA, FORMS, LISTS, PROPOSE, address_of
from knowledge_base.glossary import Glossary
from knowledge_base.languages import Language
from knowledge_base.marks_to_fill_in import marked
from knowledge_base.schema.guide import Template
from knowledge_base.schema.kinds import ORGANISATION, TERM, Kind
from knowledge_base.schema.organisation import Organisation
from knowledge_base.schema.term import Term
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
    the pictures in its folder by name, with the outer marks by which they count as untouched.
    """

    kind: Kind
    slug: str
    path: str
    yaml: str
    facts: BaseModel | None
    texts: dict[Language, Text] = field(default_factory=dict)
    templates: dict[str, Template] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    @property
    def status(self) -> str:
        """The record's status; of kinds without one, what is still to be filled in is a draft."""
        if (status := getattr(self.facts, "status", None)) is not None:
            return str(status)
        return "draft" if self.kind.words is None and marked(self.yaml) else "published"

    @property
    def name(self) -> str:
        """What people call the record on a command line, for example `cases/harbour-yard`."""
        return f"{self.kind.folder}/{self.slug}"

    @property
    def address(self) -> str:
        """The record's permanent address, equal in all languages."""
        return address_of(self.kind, self.slug)


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

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address that a text may link to."""
        return frozenset([*LISTS, PROPOSE, CRITERIA, *FORMS, *(record.address for record in self.records)])

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The address of each draft: it has no page on the published site."""
        return frozenset(record.address for record in self.records if record.status == "draft")

    @cached_property
    def glossary(self) -> Glossary:
        """The valid terms that are no drafts."""
        terms = ((slug, r) for slug, r in self.of_kind(TERM.name).items() if r.status != "draft")
        return Glossary({slug: record.facts for slug, record in terms if isinstance(record.facts, Term)})

    @cached_property
    def organisation_names(self) -> tuple[str, ...]:
        """Every name of an organisation, in any language."""
        organisations = self.of_kind(ORGANISATION.name).values()
        facts = (record.facts for record in organisations if isinstance(record.facts, Organisation))
        return tuple(name.text for found in facts for name in found.names.values())

    @cached_property
    def _owners(self) -> dict[tuple[str, str], Record]:
        owners = {(record.kind.name, record.slug): record for record in self.records}
        for record in self.records:
            former: list[str] = getattr(record.facts, "formerly", [])
            for slug in former:
                owners.setdefault((record.kind.name, slug), record)
        return owners

    def owner_of(self, kind: str, slug: str) -> Record:
        """Return the record that has a slug now, else the first that once had it; KeyError when none did."""
        return self._owners[kind, slug]
