"""A term of the glossary: one concept, its words in three languages."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge_base.languages import Language
from knowledge_base.schema.fields import ByLanguage, Slug, Strict, Text
from knowledge_base.schema.marks import RefersTo


class Term(Strict):
    """One entry; definitions in Swedish and Russian are the editors' own."""

    original_language: Language
    en: Text
    sv: Text
    ru: Text
    definition: ByLanguage
    source: dict[Language, Text] = Field(default={}, description="Where a term's form was found.")
    usage: Annotated[
        Literal["usage", "usage, check"] | None,
        Field(
            description="For terms without a source: from usage, or usage that a native reader must check."
        ),
    ] = None
    variants: dict[Language, list[Text]] = {}
    forbidden: dict[Language, list[Text]] = Field(default={}, description="Words that texts must not use.")
    related: Annotated[list[Slug], RefersTo("term")] = []
    reviewed_by: str = ""
