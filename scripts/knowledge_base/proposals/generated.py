"""What stands in .github/ and follows from models, words and vocabularies."""

from pathlib import Path

from knowledge_base.loading.settings import load_settings
from knowledge_base.loading.vocabularies import load_vocabularies
from knowledge_base.loading.words import LOCALES, load_words
from knowledge_base.proposals.checklist import PATH, review_checklist
from knowledge_base.proposals.issue_forms import issue_forms


def github_files(root: Path) -> dict[str, str]:
    """Return path and text of each generated file of a root."""
    words, _ = load_words(LOCALES)
    vocabularies, _ = load_vocabularies(root)
    return {**issue_forms(words, vocabularies, load_settings()), PATH: review_checklist(words, vocabularies)}
