"""Closed lists of terms."""

from typing import Annotated

from knowledge_base.languages import Language
from knowledge_base.schema.fields import ByLanguage, Strict, Text, said

UNKNOWN = "unknown"
"""What a field says where the sources say nothing; it stands in no list."""


class VocabularyTerm(Strict):
    """One entry of a closed list; its key in the file is its id."""

    name: Annotated[
        ByLanguage,
        said(
            "Name",
            "What readers see, in each language.",
            {"en": "Clusters", "sv": "Kluster", "ru": "Кластеры"},
        ),
    ]
    meaning: Annotated[ByLanguage, said("Meaning", "What belongs to it and what does not, in each language.")]
    synonyms: Annotated[
        dict[Language, list[Text]], said("Synonyms", "Other words that readers search by, in each language.")
    ] = {}
