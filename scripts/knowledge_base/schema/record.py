"""What every kind of record with texts has in common, facts and words."""

from typing import Annotated

from pydantic import Field

from knowledge_base.languages import Language
from knowledge_base.schema.fields import ByLanguage, Day, Key, Slug, Strict, Text
from knowledge_base.schema.parts import Exemption, Source


class Change(Strict):
    """A change that readers should hear of; corrections of spelling are none."""

    date: Day
    note: ByLanguage | None = Field(default=None, description="What is different now, in one sentence.")


class Dated(Strict):
    """When a record came in and when it last changed, by which readers are told what is new."""

    added: Day | None = Field(default=None, description="The day on which it came into the knowledge base.")
    changed: Change | None = Field(default=None, description="The last change that readers should hear of.")


class ReviewedFacts(Dated):
    """Facts that rest on sources and are compared with them again by a day."""

    original_language: Language = Field(description="The language the text was first written in.")
    sources: Annotated[dict[Key, Source], Field(min_length=1)]
    checked_on: Day = Field(description="When the statements were last compared with the sources.")
    review_by: Day = Field(description="When they are to be compared again.")
    exemptions: list[Exemption] = Field(default=[], description="Rules that a section may break, and why.")
    formerly: list[Slug] = Field(default=[], description="Slugs under which it was published before.")


class Words(Strict):
    """The front matter of a text in one language."""

    title: Annotated[Text, Field(max_length=100)]
    summary: Annotated[Text, Field(max_length=300)]
    reviewed_by: str = Field(description="Empty until a native reader has reviewed the text.")
    translated_from: dict[str, str] = Field(
        default={}, description="Fingerprint of the original, by unit; absent in the original."
    )
