"""The small mappings that records share: periods, places, figures, sources, pictures."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from knowledge_base.languages import Language
from knowledge_base.schema.fields import (
    Address,
    ByLanguage,
    Day,
    Key,
    PartialDate,
    Strict,
    Text,
    Unknown,
    refused,
    said,
)
from knowledge_base.schema.marks import CitesSource, FromVocabulary

Year = Annotated[int, Field(ge=1900, le=2100)]
Qualifier = Literal["exact", "about", "at_least", "at_most", "planned"]


class Period(Strict):
    """One stretch of time; a start may be unknown and an end still ahead."""

    start: Annotated[
        PartialDate | Unknown,
        said("Start", "Year, month or day (ISO 8601), in quotes; or unknown.", "2001", "2021-11-16"),
    ]
    end: Annotated[
        PartialDate | Unknown | Literal["ongoing"],
        said("End", "Year, month or day (ISO 8601), in quotes; or unknown; or ongoing.", "2007-12"),
    ]
    approximate: Annotated[
        bool, said("Approximate", "True when the sources give the dates only roughly.", True)
    ] = False
    last_confirmed: Annotated[
        PartialDate | None,
        said("Last confirmed", "The latest date at which a source shows it running, in quotes.", "2022"),
    ] = None


class Place(Strict):
    """A named point on the map."""

    name: Annotated[
        ByLanguage,
        said(
            "Name", "Name of the place in each language.", {"en": "Kalmar", "sv": "Kalmar", "ru": "Кальмар"}
        ),
    ]
    latitude: Annotated[
        float,
        Field(ge=-90, le=90),
        said("Latitude", "Degrees north with decimals (WGS 84); negative to the south.", 56.17),
    ]
    longitude: Annotated[
        float,
        Field(ge=-180, le=180),
        said("Longitude", "Degrees east with decimals (WGS 84); negative to the west.", 14.86),
    ]
    approximate: Annotated[
        bool, said("Approximate", "True when the point stands for a town or an area.", True)
    ] = False


class Value(Strict):
    """One measured or planned figure: either `value`, or `low` and `high`."""

    value: Annotated[
        float | None,
        said(
            "Figure",
            "One figure, also with at_least or at_most, without signs for thousands.",
            90,
        ),
    ] = None
    low: Annotated[
        float | None, said("Lower end", "The lower end of a range; only together with `high`.", 20)
    ] = None
    high: Annotated[
        float | None, said("Upper end", "The upper end of a range; only together with `low`.", 40)
    ] = None
    qualifier: Annotated[
        Qualifier,
        FromVocabulary("qualifiers"),
        said("Qualifier", "How the source gives the figure; a plan is never a result.", "about"),
    ]
    year: Annotated[Year, said("Year", "The year that the figure describes.", 2016)]
    source: Annotated[Key, CitesSource(), said("Source", "Key of an entry in `sources`.", "report")]

    @model_validator(mode="after")
    def _one_shape(self) -> Self:
        single = self.value is not None
        span = self.low is not None and self.high is not None
        if single == span or (self.low is None) != (self.high is None):
            raise refused("value-or-range")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise refused("range-upside-down")
        return self


class Evidence(Strict):
    """One quantity with all figures that the sources give for it, also where they disagree."""

    unit: Annotated[
        Text,
        FromVocabulary("units"),
        said("Unit", "What is counted, as an id of the list of units.", "members"),
    ]
    baseline: Annotated[
        Value | None, said("Figure before", "The figure before the work began, if a source gives one.")
    ] = None
    values: Annotated[
        list[Value], Field(min_length=1), said("Figures", "Each figure that a source gives for it.")
    ]


class Money(Strict):
    """One sum, in the currency of its source."""

    amount: Annotated[
        float, Field(ge=0), said("Amount", "The sum in full, without signs for thousands.", 5400000)
    ]
    currency: Annotated[
        str, Field(pattern=r"^[A-Z]{3}$"), said("Currency", "Three capital letters (ISO 4217).", "SEK")
    ]
    year: Annotated[Year, said("Year", "The year of the decision or of the prices.", 2004)]
    kind: Annotated[
        Literal["planned", "granted", "spent"],
        said("Kind", "Whether the sum was planned, granted or spent.", "granted"),
    ]
    source: Annotated[Key, CitesSource(), said("Source", "Key of an entry in `sources`.", "report")]


class Means(Strict):
    """What it took, in bands that a reader can compare with the own means."""

    budget: Annotated[
        Text,
        FromVocabulary("budget-bands"),
        said("Budget", "Band of the total budget; unknown when no source tells.", "unknown"),
    ]
    staff: Annotated[
        Text,
        FromVocabulary("staff-bands"),
        said("Staff", "Band of the people employed for it; unknown when no source tells.", "unknown"),
    ]
    legal_power: Annotated[
        Text,
        FromVocabulary("legal-powers"),
        said("Legal power", "What right it took to do this; unknown when no source tells.", "unknown"),
    ]


class Source(Strict):
    """A published text that a statement rests on."""

    title: Annotated[
        Text, said("Title", "Title of the text in its own language.", "Science park i Karlshamn expanderar")
    ]
    publisher: Annotated[Text, said("Publisher", "Who published it.", "Fastighetssverige")]
    url: Annotated[
        Address | None,
        said(
            "Address",
            "Address of the text, with https://; left out when it has no lasting one.",
            "https://naringsliv.se/",
        ),
    ] = None
    published: Annotated[
        PartialDate | Unknown,
        said("Published", "Year, month or day of the text, in quotes; unknown when it has none.", "2017-05"),
    ]
    accessed: Annotated[
        Day | Unknown,
        said("Opened on", "The day on which you opened the address, in quotes; or unknown.", "2026-11-25"),
    ]
    archived: Annotated[
        Address | None,
        said("Archived copy", "Address of a copy in a web archive.", "https://web.archive.org/web/2017/"),
    ] = None
    weak: Annotated[bool, said("Weak", "True for mirrors, reposts and undated copies.", True)] = False


class Exemption(Strict):
    """A rule that one part of a translation may break, and why."""

    rule: Annotated[
        Literal["numbers-differ", "citations-differ", "links-differ", "translation-identical"],
        said("Rule", "The rule that may be broken.", "numbers-differ"),
    ]
    language: Annotated[Language, said("Language", "The translation that may break it.", "sv")]
    section: Annotated[
        Text,
        said("Section", "Id of the section, or name of the unit, that may break it.", "evidence"),
    ]
    reason: Annotated[Text, said("Reason", "Why it may.", "The Swedish text converts acres to hectares.")]


class Picture(Strict):
    """A picture file in the record's own folder; its alternative text stands in the texts.

    SVG is not taken from contributors: opened on its own it may run a script.
    """

    file: Annotated[
        str,
        Field(pattern=r"^[a-z0-9-]+\.(png|jpg|webp)$"),
        said("File", "Name of the file beside record.yml: .png, .jpg or .webp.", "quay.jpg"),
    ]
    credit: Annotated[Text, said("Credit", "Who made the picture.", "Karlshamn municipality")]
    licence: Annotated[
        Text, said("Licence", "The licence under which it may be shown to everyone.", "CC BY 4.0")
    ]
