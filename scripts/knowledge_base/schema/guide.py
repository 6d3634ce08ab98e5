"""A guide: how to do one thing, step by step, with templates to fill in."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from knowledge_base.schema.fields import ByLanguage, Key, Slug, Strict, Text, WorkPackage
from knowledge_base.schema.marks import CitesSource, FromVocabulary, RefersTo
from knowledge_base.schema.record import ReviewedFacts, Words

SECTIONS = (
    "purpose",
    "who",
    "preparation",
    *(f"step-{n}" for n in range(1, 21)),
    "checklist",
    "pitfalls",
    "success",
)
OPTIONAL_SECTIONS = frozenset(f"step-{n}" for n in range(2, 21))


class Span(Strict):
    """A sourced range, both ends included; without `low` it means "up to"."""

    low: Annotated[float, Field(ge=0)] | None = None
    high: Annotated[float, Field(ge=0)]
    unit: Literal["days", "participants"]
    source: Annotated[Key, CitesSource()]


class Moment(Strict):
    """When one thing of the preparation is due; what it is stands in the texts.

    Without a source the number is our advice.
    """

    weeks_before: Annotated[int, Field(ge=-104, le=104)] = Field(
        description="Whole weeks before the day itself; negative for things to do after it."
    )
    source: Annotated[Key | None, CitesSource()] = None


class Guide(ReviewedFacts):
    """The facts of a guide; its words stand in one Markdown file per language."""

    status: Literal["draft", "published", "archived"]
    work_packages: Annotated[list[WorkPackage], Field(min_length=1, max_length=4)]
    audience: Annotated[list[Text], FromVocabulary("audiences"), Field(min_length=1)]
    group_size: Span | None = Field(default=None, description="How many take part, by a source.")
    duration: Span | None = Field(default=None, description="How long it takes, by a source.")
    timeline: dict[Key, Moment] = Field(
        default={}, description="What the preparation and follow-up need, from the earliest on."
    )
    step_cases: Annotated[dict[Key, list[Slug]], RefersTo("case")] = Field(
        default={}, description="Published cases that show a step, by the id of its section."
    )
    templates: list[Key] = Field(default=[], description="Files templates/<id>.yml, in reading order.")
    related: Annotated[list[Slug], RefersTo("guide")] = []


class GuideWords(Words):
    """The front matter of a guide's text in one language."""

    timeline: dict[Key, Text] = Field(default={}, description="What is to be done, by the key of its moment.")


class TemplateField(Strict):
    """One thing to fill in."""

    id: Key = Field(description="Permanent: by it a browser finds again what a reader has filled in.")
    type: Literal["line", "text", "date", "choice", "check", "table"]
    label: ByLanguage
    hint: ByLanguage | None = None
    options: list[ByLanguage] = Field(default=[], description="The choices of a field of type choice.")
    columns: list[ByLanguage] = Field(default=[], description="The heads of a table's columns.")
    rows: Annotated[int, Field(ge=1, le=40)] = Field(default=1, description="Rows that a table begins with.")

    @model_validator(mode="after")
    def _parts_of_its_type(self) -> Self:
        for part, owner in (("options", "choice"), ("columns", "table")):
            if bool(getattr(self, part)) != (self.type == owner):
                raise ValueError(f"a field of type {owner} has `{part}`, and no other field has them")
        return self


class Template(Strict):
    """A form that belongs to a guide."""

    title: ByLanguage
    purpose: ByLanguage
    fields: Annotated[list[TemplateField], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_id_once(self) -> Self:
        ids = [field.id for field in self.fields]
        if twice := [name for name in ids if ids.count(name) > 1]:
            raise ValueError(f'the id "{twice[0]}" stands twice')
        return self
