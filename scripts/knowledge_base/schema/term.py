"""A term of the glossary: one concept, its words in three languages."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge_base.languages import Language
from knowledge_base.schema.fields import ByLanguage, Slug, Strict, Text
from knowledge_base.schema.marks import RefersTo

Origin = Literal["source", "usage", "check", ""]
"""Where a form comes from: a source, usage, usage that a native reader must check, or nothing is said."""


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
    everyday: list[Language] = Field(
        default=[],
        description="Languages in which texts mostly mean by the word what everyone does, as by result; "
        "there they do not point at its definition.",
    )
    reviewed_by: str = ""

    def name(self, language: Language) -> str:
        """Return the term in a language."""
        return {"en": self.en, "sv": self.sv, "ru": self.ru}[language]

    def origin(self, language: Language) -> Origin:
        """Return where the form in a language comes from; what `usage` says is about translations."""
        if language in self.source:
            return "source"
        if language == self.original_language or self.usage is None:
            return ""
        return "check" if "check" in self.usage else "usage"
