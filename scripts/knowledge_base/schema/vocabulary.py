"""Closed lists of terms."""

from knowledge_base.languages import Language
from knowledge_base.schema.fields import ByLanguage, Strict, Text

UNKNOWN = "unknown"
"""What a field says where the sources say nothing; it stands in no list."""


class VocabularyTerm(Strict):
    """One entry of a closed list; its key in the file is its id."""

    name: ByLanguage
    meaning: ByLanguage
    synonyms: dict[Language, list[Text]] = {}
