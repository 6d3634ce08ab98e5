"""An organisation: a short record whose words stand inside, keyed by language."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge_base.languages import Language
from knowledge_base.schema.fields import Address, ByLanguage, Key, Strict, Text, said
from knowledge_base.schema.marks import FromVocabulary, Prose
from knowledge_base.schema.parts import Period, Place, Source
from knowledge_base.schema.record import Dated


class Name(Strict):
    """A name in one language: the body's own, or our rendering of it."""

    text: Annotated[Text, said("Text", "The name.", "Region Blekinge")]
    kind: Annotated[
        Literal["official", "rendering"],
        said("Kind", "official: the body uses it itself. rendering: our translation.", "official"),
    ]


class Organisation(Dated):
    """A body that acts for regional development."""

    original_language: Annotated[
        Language, said("Original language", "The language in which the text was first written.", "en")
    ]
    names: Annotated[dict[Language, Name], said("Names", "The name in each language.")]
    place: Annotated[Place, said("Place", "Where it has its seat.")]
    region: Annotated[
        Text,
        FromVocabulary("regions"),
        said("Region", "Code of the list of regions (NUTS 2021, else ISO 3166-2).", "SE221"),
    ]
    level: Annotated[Text, FromVocabulary("levels"), said("Level", "The level at which it acts.", "regional")]
    type: Annotated[
        Text,
        FromVocabulary("organisation-types"),
        said("Type", "What kind of body it is, as an id of the list.", "region"),
    ]
    functions: Annotated[
        list[Text],
        FromVocabulary("functions"),
        Field(min_length=1),
        said("Functions", "What it does for regional development, as ids of the list.", ["finance"]),
    ]
    periods: Annotated[list[Period], said("Periods", "When it has existed, as far as sources tell.")] = []
    website: Annotated[
        Address | None, said("Website", "Its own site, with https://.", "https://www.regionblekinge.se/")
    ] = None
    description: Annotated[
        ByLanguage,
        Prose(),
        said(
            "Description",
            "Two or three sentences in each language, each with its citation [^key].",
            {"en": "The agency advises new firms in Blekinge.[^report]"},
        ),
    ]
    sources: Annotated[
        dict[Key, Source],
        Field(min_length=1),
        said(
            "Sources", "The published texts that the record rests on, one block for each, under a short key."
        ),
    ]
    reviewed_by: Annotated[
        str,
        said("Reviewed by", "The native reader who has reviewed the translations; empty until then."),
    ] = ""
