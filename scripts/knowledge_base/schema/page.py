"""A hand-written page of `docs/`; the English file lists the sources of all three."""

from typing import Annotated

from knowledge_base.languages import Language
from knowledge_base.schema.fields import Key, Strict, said
from knowledge_base.schema.parts import Source
from knowledge_base.schema.record import Words


class Page(Strict):
    """What the languages of a page share."""

    original_language: Annotated[
        Language, said("Original language", "The language in which the text was first written.", "en")
    ]
    sources: Annotated[dict[Key, Source], said("Sources", "The published texts that the page rests on.")] = {}


class PageWords(Words):
    """The front matter of a page in one language."""

    sources: Annotated[
        dict[Key, Source],
        said("Sources", "The published texts that the page rests on; in the English file only."),
    ] = {}
