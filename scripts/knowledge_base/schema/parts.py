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
)
from knowledge_base.schema.marks import CitesSource, FromVocabulary


class Period(Strict):
    """One stretch of time; a start may be unknown and an end still ahead."""

    start: PartialDate | Unknown
    end: PartialDate | Unknown | Literal["ongoing"]
    approximate: bool = Field(default=False, description="True when the sources give the dates roughly.")
    last_confirmed: PartialDate | None = Field(
        default=None, description="The latest date at which a source shows it running.", examples=["2022"]
    )


class Place(Strict):
    """A named point on the map, WGS 84 in decimal degrees."""

    name: ByLanguage
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    approximate: bool = Field(default=False, description="True when the point stands for a town or area.")


class Value(Strict):
    """One measured or planned figure: either `value`, or `low` and `high`."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Literal["exact", "about", "at_least", "at_most", "planned"] = Field(
        description="How the source gives the figure; a plan is never a result."
    )
    year: Annotated[int, Field(ge=1900, le=2100, description="The year that the figure describes.")]
    source: Annotated[Key, CitesSource()] = Field(description="Key of an entry in `sources`.")

    @model_validator(mode="after")
    def _one_shape(self) -> Self:
        single = self.value is not None
        span = self.low is not None and self.high is not None
        if single == span or (self.low is None) != (self.high is None):
            raise ValueError("give either `value`, or both `low` and `high`")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("`low` is larger than `high`")
        return self


class Evidence(Strict):
    """One quantity with all figures that the sources give for it, also where they disagree."""

    unit: Annotated[Text, FromVocabulary("units")]
    baseline: Value | None = Field(default=None, description="The figure before the work began.")
    values: Annotated[list[Value], Field(min_length=1)]


class Money(Strict):
    """One sum, in the currency of its source."""

    amount: Annotated[float, Field(ge=0)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217 code.", examples=["SEK"])]
    year: Annotated[int, Field(ge=1900, le=2100)]
    kind: Literal["planned", "granted", "spent"]
    source: Annotated[Key, CitesSource()]


class Means(Strict):
    """What it took, in bands that a reader can compare with the own means."""

    budget: Annotated[Text, FromVocabulary("budget-bands")]
    staff: Annotated[Text, FromVocabulary("staff-bands")]
    legal_power: Annotated[Text, FromVocabulary("legal-powers")]


class Source(Strict):
    """A published text that a statement rests on."""

    title: Text
    publisher: Text
    url: Address | None = Field(default=None, description="Left out when the text has no stable address.")
    published: PartialDate | Unknown
    accessed: Day | Unknown = Field(
        description="The day on which an editor opened the address; unknown when nobody noted it."
    )
    archived: Address | None = None
    weak: bool = Field(default=False, description="True for mirrors, reposts and undated copies.")


class Exemption(Strict):
    """A rule that one section of one language may break, and why."""

    rule: Literal["numbers-differ", "citations-differ", "links-differ"]
    language: Language
    section: Text
    reason: Text


class Picture(Strict):
    """A picture file in the record's own folder; its alternative text stands in the texts.

    SVG is not taken from contributors: opened on its own it may run a script.
    """

    file: Annotated[str, Field(pattern=r"^[a-z0-9-]+\.(png|jpg|webp)$")]
    credit: Text
    licence: Text
