"""What is proposed about a record that is there already: a correction, or a use elsewhere."""

from typing import Annotated

from pydantic import Field

from knowledge_base.schema.fields import Address, Slug, Strict, Text
from knowledge_base.schema.marks import Prose, RefersTo
from knowledge_base.schema.parts import Source


class Correction(Strict):
    """A statement that is wrong or out of date, and what a source says instead."""

    page: Address = Field(description="Address of the page with the statement.")
    statement: Annotated[Text, Prose()] = Field(description="The statement, as it stands there.")
    correction: Annotated[Text, Prose()] = Field(description="What is right.")
    source_text: Annotated[Text, Prose()] = Field(description="Title, publisher and address.")


class Reuse(Strict):
    """A documented use of a case's practice elsewhere; it becomes an entry of `adaptations`."""

    case: Annotated[Slug, RefersTo("case")] = Field(description="The case whose practice was used.")
    label: Text = Field(description="Who used it, where and for what, in one sentence.")
    year: Annotated[int, Field(ge=1900, le=2100)] = Field(description="The year in which it began.")
    source: Source = Field(description="The published text that tells of it.")
