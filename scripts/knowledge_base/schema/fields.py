"""Single values that several records use, each with the rule that a value alone can break."""

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from knowledge_base.languages import Language
from knowledge_base.schema.marks import InLanguages

LINK_SCHEMES = ("http", "https", "mailto")


class Strict(BaseModel):
    """A mapping whose fields are all known and whose values are what the author typed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def said(label: str, description: str, *examples: Any) -> Any:
    """Return what people are told about a field: its name, what it means, and how a value looks.

    Every field has such words; those in Swedish and Russian stand in overrides/locales/fields.yml.
    """
    return Field(title=label, description=description, examples=list(examples))


def refused(code: str, **values: str) -> PydanticCustomError:
    """Return the error for a value that breaks a rule of ours; its words stand with the rule wrong-value."""
    return PydanticCustomError(code, code, values)


def _safe_link(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in LINK_SCHEMES or not (parts.netloc or parts.scheme == "mailto"):
        raise refused("unsafe-address")
    return address


SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[
    str,
    StringConstraints(min_length=3, max_length=60, pattern=SLUG_PATTERN),
]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Key = Annotated[
    str,
    StringConstraints(pattern=SLUG_PATTERN),
]
PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"),
]
Day = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"),
]
Address = Annotated[str, AfterValidator(_safe_link)]
Unknown = Literal["unknown"]
WorkPackage = Literal["a", "b", "c", "d"]
EvidenceGrade = Literal["A", "B", "C"]
ByLanguage = Annotated[
    dict[Language, Text],
    Field(min_length=1),
    InLanguages(),
]
