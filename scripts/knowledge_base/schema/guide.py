"""A guide: how to do one thing, step by step, with templates to fill in."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from knowledge_base.schema.fields import ByLanguage, Key, Slug, Strict, Text, WorkPackage, refused, said
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

    low: Annotated[
        Annotated[float, Field(ge=0)] | None, said("Lower end", "The lower end; left out for “up to”.", 2)
    ] = None
    high: Annotated[float, Field(ge=0), said("Upper end", "The upper end.", 5)]
    unit: Annotated[Literal["days", "participants"], said("Unit", "What is counted.", "days")]
    source: Annotated[Key, CitesSource(), said("Source", "Key of an entry in `sources`.", "handbook")]


class Moment(Strict):
    """When one thing of the preparation is due; what it is stands in the texts.

    Without a source the number is our advice.
    """

    weeks_before: Annotated[
        int,
        Field(ge=-104, le=104),
        said("Weeks before", "Whole weeks before the day itself; negative for things to do after it.", 12),
    ]
    source: Annotated[
        Key | None,
        CitesSource(),
        said("Source", "Key of an entry in `sources`; without one the number is our advice.", "handbook"),
    ] = None


class Guide(ReviewedFacts):
    """The facts of a guide; its words stand in one Markdown file per language."""

    status: Annotated[
        Literal["draft", "published", "archived"],
        FromVocabulary("statuses"),
        said("Status", "A draft is shown in the preview only; only what is ready is published.", "draft"),
    ]
    work_packages: Annotated[
        list[WorkPackage],
        Field(min_length=1, max_length=4),
        FromVocabulary("work-packages"),
        said("RED work packages", "The work packages of RED that the guide belongs to.", ["d"]),
    ]
    audience: Annotated[
        list[Text],
        FromVocabulary("audiences"),
        Field(min_length=1),
        said("Audience", "Who can use the guide, as ids of the list of audiences.", ["municipality"]),
    ]
    group_size: Annotated[Span | None, said("Group size", "How many take part, by a source.")] = None
    duration: Annotated[Span | None, said("Duration", "How long it takes, by a source.")] = None
    timeline: Annotated[
        dict[Key, Moment],
        said(
            "Timeline",
            "What preparation and follow-up need, from the earliest on, each under a short key.",
            {"invitations": {"weeks_before": 9}},
        ),
    ] = {}
    step_cases: Annotated[
        dict[Key, list[Slug]],
        RefersTo("case"),
        said(
            "Cases of steps", "Cases that show a step, by the id of its section.", {"step-1": ["ideon-lund"]}
        ),
    ] = {}
    templates: Annotated[
        list[Key],
        said("Templates", "Files templates/<id>.yml, in the order of reading.", ["visit-programme"]),
    ] = []
    related: Annotated[
        list[Slug],
        RefersTo("guide"),
        said("Related guides", "Guides to read next: the names of their folders.", ["bilateral-study-visit"]),
    ] = []


class GuideWords(Words):
    """The front matter of a guide's text in one language."""

    timeline: Annotated[
        dict[Key, Text],
        said(
            "Tasks of the timeline",
            "What is to be done, by the key of its moment in record.yml.",
            {"invitations": "Send the letters of invitation."},
        ),
    ] = {}


class TemplateField(Strict):
    """One thing to fill in."""

    id: Annotated[
        Key, said("Id", "Permanent: by it a browser finds again what a reader has filled in.", "first-day")
    ]
    type: Annotated[
        Literal["line", "text", "date", "choice", "check", "table"],
        said("Type", "line, text (several lines), date, choice, check (a box to tick) or table.", "date"),
    ]
    label: Annotated[
        ByLanguage,
        said(
            "Label",
            "What is to be filled in, in each language.",
            {"en": "First day", "sv": "Första dagen", "ru": "Первый день"},
        ),
    ]
    hint: Annotated[
        ByLanguage | None,
        said(
            "Hint",
            "A word of help below the label, in each language.",
            {"en": "Day and month", "sv": "Dag och månad", "ru": "День и месяц"},
        ),
    ] = None
    options: Annotated[
        list[ByLanguage],
        said("Options", "The choices of a field of type choice.", [{"en": "Yes", "sv": "Ja", "ru": "Да"}]),
    ] = []
    columns: Annotated[
        list[ByLanguage],
        said("Columns", "The heads of a table's columns.", [{"en": "Time", "sv": "Tid", "ru": "Время"}]),
    ] = []
    rows: Annotated[int, Field(ge=1, le=40), said("Rows", "How many empty rows a table begins with.", 6)] = 1

    @model_validator(mode="after")
    def _parts_of_its_type(self) -> Self:
        for part, owner in (("options", "choice"), ("columns", "table")):
            if bool(getattr(self, part)) != (self.type == owner):
                raise refused("parts-of-type", part=part, owner=owner)
        return self


class Template(Strict):
    """A form that belongs to a guide."""

    title: Annotated[
        ByLanguage,
        said(
            "Title",
            "What the form is called, in each language.",
            {"en": "Programme of the visit", "sv": "Program för besöket", "ru": "Программа визита"},
        ),
    ]
    purpose: Annotated[
        ByLanguage,
        said(
            "Purpose",
            "What the form is for, in each language.",
            {
                "en": "Shows who meets whom, where and when.",
                "sv": "Visar vem som möter vem, var och när.",
                "ru": "Показывает, кто с кем, где и когда встречается.",
            },
        ),
    ]
    fields: Annotated[
        list[TemplateField],
        Field(min_length=1),
        said("Fields", "What is to be filled in, from top to bottom."),
    ]

    @model_validator(mode="after")
    def _each_id_once(self) -> Self:
        ids = [field.id for field in self.fields]
        if twice := [name for name in ids if ids.count(name) > 1]:
            raise refused("id-twice", id=twice[0])
        return self
