"""A hand-written page of `docs/`; the English file lists the sources of all three."""

from typing import Annotated

from pydantic import Field

from knowledge_base.languages import Language
from knowledge_base.schema.fields import Key, Strict, Text
from knowledge_base.schema.parts import Source


class Page(Strict):
    """What the languages of a page share."""

    original_language: Language
    sources: dict[Key, Source] = {}


class PageWords(Strict):
    """The front matter of a page in one language."""

    title: Annotated[Text, Field(max_length=100)]
    summary: Annotated[Text, Field(max_length=300)]
    reviewed_by: str
    sources: dict[Key, Source] = Field(default={}, description="In the English file only.")
    translated_from: dict[str, str] = {}
