"""A case: one documented practice, what it took, what came of it and what others can use."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from knowledge_base.schema.fields import EvidenceGrade, Key, Slug, Strict, Text, WorkPackage
from knowledge_base.schema.marks import CitesSource, FromVocabulary, RefersTo
from knowledge_base.schema.parts import Evidence, Means, Money, Period, Picture, Place
from knowledge_base.schema.record import ReviewedFacts, Words

SECTIONS = ("context", "challenge", "approach", "resources", "evidence", "lessons", "transfer")
OPTIONAL_SECTIONS = frozenset({"context"})


class Adaptation(Strict):
    """A documented use of the practice elsewhere."""

    year: Annotated[int, Field(ge=1900, le=2100)]
    source: Annotated[Key, CitesSource()]


class Case(ReviewedFacts):
    """The facts of a case; its words stand in one Markdown file per language."""

    status: Literal["draft", "published", "archived", "withdrawn"]
    reason: Text | None = Field(default=None, description="Why the case was withdrawn.")
    outcome: Literal["worked", "mixed", "stopped", "too_early"]
    evidence_grade: EvidenceGrade = Field(
        description="A: assessed from outside. B: reported by the owner. C: described only."
    )
    periods: Annotated[list[Period], Field(min_length=1)]
    work_packages: Annotated[list[WorkPackage], Field(min_length=1, max_length=4)]
    themes: Annotated[list[Text], FromVocabulary("themes"), Field(min_length=1, max_length=3)]
    places: list[Place] = []
    regions: Annotated[
        list[Text], FromVocabulary("regions"), Field(min_length=1, description="NUTS 2021, else ISO 3166-2.")
    ]
    level: Annotated[Text, FromVocabulary("levels")]
    lead: Annotated[Slug | None, RefersTo("organisation")] = Field(
        default=None, description="Slug of the leading organisation; left out when no source names one."
    )
    partners: Annotated[list[Slug], RefersTo("organisation")] = []
    means: Means
    budget: list[Money] = []
    evidence: dict[Key, Evidence] = {}
    related: Annotated[list[Slug], RefersTo("case")] = []
    adaptations: dict[Key, Adaptation] = {}
    pictures: dict[Key, Picture] = {}
    licence: Text = "CC BY 4.0"

    @model_validator(mode="after")
    def _reason_belongs_to_withdrawal(self) -> Self:
        if (self.status == "withdrawn") != (self.reason is not None):
            raise ValueError("`reason` stands with status withdrawn, and only there")
        return self


class CaseWords(Words):
    """The front matter of a case's text in one language."""

    evidence: dict[Key, Text] = Field(default={}, description="Label of each evidence key.")
    adaptations: dict[Key, Text] = {}
    pictures: dict[Key, Text] = Field(default={}, description="Alternative text of each picture.")
