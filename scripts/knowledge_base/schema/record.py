"""What every kind of record with texts has in common, facts and words."""

from typing import Annotated

from pydantic import Field

from knowledge_base.languages import Language
from knowledge_base.schema.fields import ByLanguage, Day, Key, Slug, Strict, Text, said
from knowledge_base.schema.parts import Exemption, Source


class Change(Strict):
    """A change that readers should hear of; corrections of spelling are none."""

    date: Annotated[Day, said("Day", "The day of the change, in quotes.", "2027-03-01")]
    note: Annotated[
        ByLanguage | None,
        said("Note", "What is different now, in one sentence.", {"en": "An evaluation has been added."}),
    ] = None


class Dated(Strict):
    """When a record came in and when it last changed, by which readers are told what is new."""

    added: Annotated[
        Day | None,
        said("Added on", "The day on which it came into the knowledge base, in quotes.", "2026-11-25"),
    ] = None
    changed: Annotated[
        Change | None, said("Last change", "The last change that readers should hear of; no corrections.")
    ] = None


class ReviewedFacts(Dated):
    """Facts that rest on sources and are compared with them again by a day."""

    original_language: Annotated[
        Language, said("Original language", "The language in which the text was first written.", "en")
    ]
    sources: Annotated[
        dict[Key, Source],
        Field(min_length=1),
        said(
            "Sources",
            "The published texts that the record rests on, one block for each, under a short key; texts cite "
            "it as [^key].",
        ),
    ]
    checked_on: Annotated[
        Day,
        said(
            "Checked on",
            "The day on which every statement was last compared with the sources, in quotes.",
            "2026-11-25",
        ),
    ]
    review_by: Annotated[
        Day,
        said(
            "Review by",
            "The day by which the record is to be compared again, in quotes; two years later is usual.",
            "2028-11-25",
        ),
    ]
    exemptions: Annotated[
        list[Exemption],
        said("Exemptions", "Rules that a part of a translation may break, each with a reason."),
    ] = []
    formerly: Annotated[
        list[Slug],
        said("Former names", "Names under which the record was published before.", ["netport"]),
    ] = []


class Words(Strict):
    """The front matter of a text in one language."""

    title: Annotated[
        Text,
        Field(max_length=100),
        said(
            "Title",
            "What the page is called, at most 100 characters: the practice and its place.",
            "NetPort in Karlshamn: a science park in an old factory town",
        ),
    ]
    summary: Annotated[
        Text,
        Field(max_length=300),
        said(
            "Summary",
            "What was done, by whom, and what came of it, good or bad, in at most 300 characters.",
            "Municipality, university and firms turned a disused factory into an incubator. It gathered "
            "about 90 members, but its first target for new firms was missed.",
        ),
    ]
    reviewed_by: Annotated[
        str,
        said(
            "Reviewed by",
            "The native reader who has reviewed the text, by name or role; empty until then.",
            "Language reviewer, Region Blekinge",
        ),
    ]
    translated_from: Annotated[
        dict[str, str],
        said(
            "Translated from",
            "Fingerprints of the original, by unit; `kb translations accept` writes them, nobody else does.",
        ),
    ] = {}
