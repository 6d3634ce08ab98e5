"""A case: one documented practice, what it took, what came of it and what others can use."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from knowledge_base.schema.fields import EvidenceGrade, Key, Slug, Strict, Text, WorkPackage, refused, said
from knowledge_base.schema.marks import CitesSource, FromVocabulary, RefersTo
from knowledge_base.schema.parts import Evidence, Means, Money, Period, Picture, Place, Year
from knowledge_base.schema.record import ReviewedFacts, Words

SECTIONS = ("context", "challenge", "approach", "resources", "evidence", "lessons", "transfer")
OPTIONAL_SECTIONS = frozenset({"context"})


class Adaptation(Strict):
    """A documented use of the practice elsewhere."""

    year: Annotated[Year, said("Year", "The year in which it was taken up elsewhere.", 2019)]
    source: Annotated[Key, CitesSource(), said("Source", "Key of an entry in `sources`.", "report")]


class Case(ReviewedFacts):
    """The facts of a case; its words stand in one Markdown file per language."""

    status: Annotated[
        Literal["draft", "published", "archived", "withdrawn"],
        FromVocabulary("statuses"),
        said("Status", "A draft is shown in the preview only; only what is ready is published.", "draft"),
    ]
    reason: Annotated[
        Text | None,
        said(
            "Reason",
            "Why the case was withdrawn; with that status only.",
            "The report that it rested on was retracted.",
        ),
    ] = None
    outcome: Annotated[
        Literal["worked", "mixed", "stopped", "too_early"],
        FromVocabulary("outcomes"),
        said("Outcome", "What came of it, by the sources; failures are as welcome as successes.", "mixed"),
    ]
    evidence_grade: Annotated[
        EvidenceGrade,
        FromVocabulary("evidence-grades"),
        said(
            "Evidence grade",
            "A: at least one outcome figure or assessment comes from outside the practice, with a second "
            "independent source. B: figures exist but are mainly the owner's own, or measure only outputs. "
            "C: the sources give aims and activities but no results.",
            "B",
        ),
    ]
    periods: Annotated[
        list[Period],
        Field(min_length=1),
        said("Periods", "When the practice was at work, from the earliest on."),
    ]
    work_packages: Annotated[
        list[WorkPackage],
        Field(min_length=1, max_length=4),
        FromVocabulary("work-packages"),
        said("RED work packages", "The work packages of RED that the practice belongs to.", ["a", "c"]),
    ]
    themes: Annotated[
        list[Text],
        FromVocabulary("themes"),
        Field(min_length=1, max_length=3),
        said("Themes", "One to three ids of the list of themes, the most fitting first.", ["science-parks"]),
    ]
    places: Annotated[list[Place], said("Places", "Where it happened; the first place leads.")] = []
    regions: Annotated[
        list[Text],
        FromVocabulary("regions"),
        Field(min_length=1),
        said(
            "Regions",
            "Codes of the list of regions (NUTS 2021, else ISO 3166-2); the first leads.",
            ["SE221"],
        ),
    ]
    level: Annotated[
        Text, FromVocabulary("levels"), said("Level", "The level at which it was decided and run.", "local")
    ]
    lead: Annotated[
        Slug | None,
        RefersTo("organisation"),
        said(
            "Lead",
            "The leading organisation: the name of its file without .yml; left out when no source names one.",
            "netport-science-park",
        ),
    ] = None
    partners: Annotated[
        list[Slug],
        RefersTo("organisation"),
        said(
            "Partners",
            "Organisations that took part: the names of their files, without .yml.",
            ["blekinge-institute-of-technology"],
        ),
    ] = []
    means: Annotated[Means, said("Means", "What it took: money, staff and legal power.")]
    budget: Annotated[list[Money], said("Budget", "Sums that sources give, each with year and source.")] = []
    evidence: Annotated[
        dict[Key, Evidence],
        said(
            "Figures",
            "Quantities that sources give, each under a short key; their labels stand in the texts.",
        ),
    ] = {}
    related: Annotated[
        list[Slug],
        RefersTo("case"),
        said("Related cases", "Cases to read next: the names of their folders.", ["ideon-lund"]),
    ] = []
    adaptations: Annotated[
        dict[Key, Adaptation],
        said("Adaptations", "Documented uses of the practice elsewhere, each under a short key."),
    ] = {}
    pictures: Annotated[
        dict[Key, Picture], said("Pictures", "Pictures in the folder, each under a short key.")
    ] = {}
    licence: Annotated[
        Text,
        said("Licence", "The licence of the text; CC BY 4.0 unless something else is agreed.", "CC BY 4.0"),
    ] = "CC BY 4.0"

    @model_validator(mode="after")
    def _reason_belongs_to_withdrawal(self) -> Self:
        if (self.status == "withdrawn") != (self.reason is not None):
            raise refused("reason-for-withdrawal")
        return self


class CaseWords(Words):
    """The front matter of a case's text in one language."""

    evidence: Annotated[
        dict[Key, Text],
        said(
            "Labels of figures", "What each figure counts, by its key in record.yml.", {"members": "Members"}
        ),
    ] = {}
    adaptations: Annotated[
        dict[Key, Text],
        said(
            "Labels of adaptations",
            "Who took up the practice, and where, by its key in record.yml.",
            {"gdynia": "The science park in Gdynia"},
        ),
    ] = {}
    pictures: Annotated[
        dict[Key, Text],
        said(
            "Descriptions of pictures",
            "What each picture shows, for those who do not see it, by its key in record.yml.",
            {"quay": "A red crane on the quay."},
        ),
    ] = {}
