"""A seminar, study visit, bilateral meeting, forum or business meeting, and what came of it."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge_base.schema.fields import (
    Address,
    ByLanguage,
    Key,
    PartialDate,
    Slug,
    Strict,
    Text,
    Unknown,
    WorkPackage,
)
from knowledge_base.schema.marks import CitesSource, FromVocabulary, RefersTo
from knowledge_base.schema.parts import Place
from knowledge_base.schema.record import ReviewedFacts, Words

SECTIONS = ("topics", "results", "follow-up", "lesson")
OPTIONAL_SECTIONS = frozenset({"results", "follow-up", "lesson"})


class Participants(Strict):
    """Who took part; no private persons."""

    number: int | Unknown
    qualifier: Literal["exact", "about", "at_least", "at_most", "planned"]
    kinds: ByLanguage


class Outcome(Strict):
    """One thing the meeting left; its words stand in the texts."""

    type: Annotated[Text, FromVocabulary("outcome-types")]
    source: Annotated[Key, CitesSource()]


class Material(Strict):
    """A published paper of the meeting."""

    title: ByLanguage
    url: Address


class Seminar(ReviewedFacts):
    """The facts of a meeting; its words stand in one Markdown file per language."""

    status: Literal["draft", "published", "archived"]
    type: Annotated[Text, FromVocabulary("seminar-types")]
    start: PartialDate
    end: PartialDate
    places: list[Place] = []
    organisers: Annotated[list[Slug], RefersTo("organisation")] = []
    participants: Participants
    red_event: bool = Field(description="False for every meeting documented so far.")
    work_packages: list[WorkPackage] = []
    outcomes: dict[Key, Outcome] = {}
    materials: list[Material] = []
    related: Annotated[list[Slug], RefersTo("seminar")] = []
    cases: Annotated[list[Slug], RefersTo("case")] = Field(
        default=[], description="Cases that the meeting was about, by its sources."
    )


class SeminarWords(Words):
    """The front matter of a meeting's text in one language."""

    outcomes: dict[Key, Text] = {}
