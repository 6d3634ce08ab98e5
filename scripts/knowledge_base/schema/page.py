"""A hand-written page of `docs/`; the English file lists the sources of all three."""

from pydantic import Field

from knowledge_base.languages import Language
from knowledge_base.schema.fields import Key, Strict
from knowledge_base.schema.parts import Source
from knowledge_base.schema.record import Words


class Page(Strict):
    """What the languages of a page share."""

    original_language: Language
    sources: dict[Key, Source] = {}


class PageWords(Words):
    """The front matter of a page in one language."""

    sources: dict[Key, Source] = Field(default={}, description="In the English file only.")
