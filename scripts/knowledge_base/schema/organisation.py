"""An organisation: a short record whose words stand inside, keyed by language."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge_base.languages import Language
from knowledge_base.schema.fields import Address, ByLanguage, Key, Strict, Text
from knowledge_base.schema.marks import FromVocabulary, Prose
from knowledge_base.schema.parts import Period, Place, Source
from knowledge_base.schema.record import Dated


class Name(Strict):
    """A name in one language: the body's own, or our rendering of it."""

    text: Text
    kind: Literal["official", "rendering"]


class Organisation(Dated):
    """A body that acts for regional development."""

    original_language: Language
    names: dict[Language, Name]
    place: Place
    region: Annotated[Text, FromVocabulary("regions")]
    level: Annotated[Text, FromVocabulary("levels")]
    type: Annotated[Text, FromVocabulary("organisation-types")]
    functions: Annotated[list[Text], FromVocabulary("functions"), Field(min_length=1)]
    periods: list[Period] = []
    website: Address | None = None
    description: Annotated[ByLanguage, Prose()] = Field(description="Two or three sentences, with citations.")
    sources: Annotated[dict[Key, Source], Field(min_length=1)]
    reviewed_by: str = ""
