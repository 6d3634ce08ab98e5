"""The words of questions in one language: labels, hints and the names of choices."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge_base.languages import Language
from knowledge_base.loading.words import Words
from knowledge_base.proposals.forms import Form
from knowledge_base.proposals.questions import Asked, Question
from knowledge_base.schema.vocabulary import VocabularyTerm

Vocabularies = Mapping[str, Mapping[str, VocabularyTerm]]

# Small mappings that stand alone in one model and in a list in another are asked for in the same words.
_SAME = {"place": "places", "source": "sources"}
# Choices that no vocabulary names, and what their interface words begin with.
_PREFIXES: dict[tuple[str, ...], str] = {("budget", "kind"): "money", ("names", "kind"): "name"}


@dataclass(frozen=True)
class Option:
    """One choice: what is kept, what is shown, and what it means, where a vocabulary says so."""

    id: str
    name: str
    meaning: str = ""


@dataclass(frozen=True)
class Wording:
    """The words of one form in one language."""

    form: Form
    words: Words
    vocabularies: Vocabularies

    @property
    def language(self) -> Language:
        """The language of the words."""
        return self.words.language

    def label(self, asked: Asked, *below: str) -> str:
        """Return what a question asks for; `below` names something of it."""
        return self.words(self._key(asked, below))

    def item(self, asked: Asked, number: object) -> str:
        """Return the name of an entry of a list."""
        return self.words(self._key(asked, ("item",)), number=number)

    def whole_label(self, asked: Asked, *around: str) -> str:
        """Return a label that stands alone: after those of the groups `around` it."""
        return ": ".join([*around, self.label(asked)])

    def heading(self, question: Question) -> str:
        """Return the heading of a section in the record's text."""
        return self.words(f"heading_{question.name.replace('-', '_')}")

    def hint(self, asked: Asked) -> str:
        """Return how to answer, or nothing."""
        key = f"{self._key(asked, ())}_hint"
        return self.words(key) if key in self.words.entries else ""

    def options(self, question: Question) -> list[Option]:
        """Return the choices of a question."""
        if prefix := _PREFIXES.get(question.path):
            return [Option(value, self.words(f"{prefix}_{value}")) for value in question.values]
        terms = self.vocabularies.get(question.vocabulary, {})
        wanted = question.values or tuple(terms)
        return [
            Option(value, terms[value].name[self.language], terms[value].meaning[self.language])
            for value in wanted
            if value in terms
        ]

    def _key(self, asked: Asked, below: tuple[str, ...]) -> str:
        """Return the key of the words that fit best: the form's own, those of the path, or of the name."""
        first, *rest = asked.path
        path = (_SAME.get(first, first), *rest) if rest else asked.path
        ways = ((self.form.name, *path), path, path[-1:])
        keys = ("ask_" + "_".join((*way, *below)).replace("-", "_") for way in ways)
        return next(key for key in keys if key in self.words.entries)
