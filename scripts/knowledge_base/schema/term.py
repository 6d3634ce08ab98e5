"""A term of the glossary: one concept, its words in three languages."""

from typing import Annotated, Literal

from knowledge_base.languages import Language
from knowledge_base.schema.fields import ByLanguage, Slug, Strict, Text, said
from knowledge_base.schema.marks import RefersTo

Origin = Literal["source", "usage", "check", ""]
"""Where a form comes from: a source, usage, usage that a native reader must check, or nothing is said."""


class Term(Strict):
    """One entry; definitions in Swedish and Russian are the editors' own."""

    original_language: Annotated[
        Language, said("Original language", "The language from which the term was translated.", "en")
    ]
    en: Annotated[Text, said("English", "The term in English.", "action plan")]
    sv: Annotated[Text, said("Swedish", "The term in Swedish.", "handlingsplan")]
    ru: Annotated[Text, said("Russian", "The term in Russian.", "план действий")]
    definition: Annotated[
        ByLanguage,
        said(
            "Definition",
            "One short sentence in each language, without the term itself.",
            {"en": "List of actions, each with an owner and a date."},
        ),
    ]
    source: Annotated[
        dict[Language, Text],
        said("Source", "Where the form was found, by language.", {"sv": "Regulation (EC) No 1083/2006"}),
    ] = {}
    usage: Annotated[
        Literal["usage", "usage, check"] | None,
        said(
            "Usage",
            "For terms without a source: “usage”, or “usage, check” if a native reader must check the form.",
            "usage",
        ),
    ] = None
    variants: Annotated[
        dict[Language, list[Text]],
        said("Variants", "Other words for the same, by language.", {"ru": ["план мероприятий"]}),
    ] = {}
    forbidden: Annotated[
        dict[Language, list[Text]],
        said("Words to avoid", "Words that texts must not use for it, by language.", {"sv": ["aktionsplan"]}),
    ] = {}
    related: Annotated[
        list[Slug],
        RefersTo("term"),
        said("Related terms", "Terms to read next: the names of their files, without .yml.", ["roadmap"]),
    ] = []
    everyday: Annotated[
        list[Language],
        said(
            "Everyday word",
            "Languages in which texts mostly mean by the word what everyone does, as by result; there "
            "they do not point at its definition.",
            ["en"],
        ),
    ] = []
    reviewed_by: Annotated[
        str, said("Reviewed by", "The native reader who has reviewed the translations; empty until then.")
    ] = ""

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
