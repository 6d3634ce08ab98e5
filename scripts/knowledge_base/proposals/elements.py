"""A form's questions as one row of things to fill in, as an issue form and an issue's text have them.

Groups that stand once are taken apart; a list is one text with an entry on each line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_base.languages import LANGUAGES
from knowledge_base.proposals.forms import SLUG
from knowledge_base.proposals.questions import Asked, Group, Question, every_question, questions_of
from knowledge_base.proposals.wording import Wording

PARTS = " | "
"""What parts the answers of one line of a list."""


@dataclass(frozen=True)
class Element:
    """One thing to fill in: what it is called, where its answer belongs, and what is asked."""

    part: str
    label: str
    path: tuple[str, ...]
    asked: Asked
    required: bool

    @property
    def id(self) -> str:
        """A name that is the same in all languages."""
        return "-".join(self.path).replace("_", "-")


def elements(wording: Wording) -> Iterator[Element]:
    """Yield the elements of a form, in order."""
    for part, questions in questions_of(wording.form).items():
        for asked in questions:
            yield from _elements(wording, part, asked, (), asked.path, True)


def _elements(
    wording: Wording,
    part: str,
    asked: Asked,
    around: tuple[str, ...],
    path: tuple[str, ...],
    needed: bool,
) -> Iterator[Element]:
    required = needed and asked.required and getattr(asked, "empty", None) is None
    required = required and asked.name != SLUG  # the title makes one
    if isinstance(asked, Question) or asked.shape in ("list", "keyed"):
        yield Element(part, wording.whole_label(asked, *around), path, asked, required)
    elif asked.shape == "languages":
        for language in LANGUAGES:
            label, own = wording.label(asked, language), language == wording.language
            for one in asked.questions:
                yield from _elements(wording, part, one, (label,), (*path, language, one.name), own)
    else:
        label = wording.label(asked)
        for one in asked.questions:
            yield from _elements(wording, part, one, (*around, label), (*path, one.name), needed)


def columns(group: Group) -> list[Question]:
    """Return what each line of a list answers, in order."""
    return list(every_question(group.questions))
