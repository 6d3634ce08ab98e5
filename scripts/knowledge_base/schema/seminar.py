"""A seminar, study visit, bilateral meeting, forum or business meeting, and what came of it."""

from datetime import date
from typing import Annotated, Literal

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
    said,
)
from knowledge_base.schema.marks import CitesSource, FromVocabulary, RefersTo
from knowledge_base.schema.parts import Place, Qualifier
from knowledge_base.schema.record import ReviewedFacts, Words

SECTIONS = ("topics", "results", "follow-up", "lesson")
OPTIONAL_SECTIONS = frozenset({"results", "follow-up", "lesson"})


class Participants(Strict):
    """Who took part; no private persons."""

    number: Annotated[
        int | Unknown, said("Number", "How many took part, by a source; else unknown.", 120, "unknown")
    ]
    qualifier: Annotated[
        Qualifier,
        FromVocabulary("qualifiers"),
        said("Qualifier", "How the source gives the number.", "about"),
    ]
    kinds: Annotated[
        ByLanguage,
        said(
            "Who",
            "What kinds of people and bodies took part, in each language; no names of persons.",
            {"en": "Municipalities", "sv": "Kommuner", "ru": "Муниципалитеты"},
        ),
    ]


class Outcome(Strict):
    """One thing the meeting left; its words stand in the texts."""

    type: Annotated[
        Text,
        FromVocabulary("outcome-types"),
        said("Type", "A decision, a lesson or a commitment.", "decision"),
    ]
    source: Annotated[Key, CitesSource(), said("Source", "Key of an entry in `sources`.", "minutes")]


class Material(Strict):
    """A published paper of the meeting."""

    title: Annotated[
        ByLanguage,
        said(
            "Title",
            "What the paper is called, in each language.",
            {"en": "Programme", "sv": "Program", "ru": "Программа"},
        ),
    ]
    url: Annotated[
        Address, said("Address", "Address of the paper, with https://.", "https://interreg-baltic.eu/")
    ]


class Seminar(ReviewedFacts):
    """The facts of a meeting; its words stand in one Markdown file per language."""

    status: Annotated[
        Literal["draft", "published", "archived"],
        FromVocabulary("statuses"),
        said("Status", "A draft is shown in the preview only; only what is ready is published.", "draft"),
    ]
    type: Annotated[
        Text,
        FromVocabulary("seminar-types"),
        said("Type", "What kind of meeting it was, as an id of the list.", "conference"),
    ]
    start: Annotated[
        PartialDate, said("First day", "Day, or month or year if no more is known, in quotes.", "2006-02-23")
    ]
    end: Annotated[
        PartialDate, said("Last day", "Day, or month or year if no more is known, in quotes.", "2006-02-24")
    ]
    places: Annotated[list[Place], said("Places", "Where it was held.")] = []
    organisers: Annotated[
        list[Slug],
        RefersTo("organisation"),
        said("Organisers", "Who invited: the names of their files, without .yml.", ["region-blekinge"]),
    ] = []
    participants: Annotated[Participants, said("Participants", "Who took part, and how many.")]
    red_event: Annotated[
        bool, said("RED event", "Whether RED held it; false for every meeting documented so far.", False)
    ]
    work_packages: Annotated[
        list[WorkPackage],
        FromVocabulary("work-packages"),
        said("RED work packages", "The work packages of RED that the meeting belongs to.", ["d"]),
    ] = []
    outcomes: Annotated[
        dict[Key, Outcome],
        said("Outcomes", "What the meeting left, each under a short key; the words stand in the texts."),
    ] = {}
    materials: Annotated[list[Material], said("Materials", "Published papers of the meeting.")] = []
    related: Annotated[
        list[Slug],
        RefersTo("seminar"),
        said("Related meetings", "Meetings to read next: the names of their folders."),
    ] = []
    cases: Annotated[
        list[Slug],
        RefersTo("case"),
        said("Cases", "Cases that the meeting was about, by its sources: the names of their folders."),
    ] = []

    def is_to_come(self, today: date) -> bool:
        """Tell whether a meeting with known days ends today or later."""
        days = (self.start, self.end)
        return all(len(day) == len("2026-11-25") for day in days) and self.end >= today.isoformat()


class SeminarWords(Words):
    """The front matter of a meeting's text in one language."""

    outcomes: Annotated[
        dict[Key, Text],
        said(
            "Outcomes",
            "What was decided, learnt or promised, by its key in record.yml.",
            {"programme": "The regions agreed to carry out the programme."},
        ),
    ] = {}
