"""Single values that several records use, each with the rule that a value alone can break."""

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from knowledge_base.languages import Language
from knowledge_base.schema.marks import InLanguages

LINK_SCHEMES = ("http", "https", "mailto")


class Strict(BaseModel):
    """A mapping whose fields are all known and whose values are what the author typed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _described(description: str, *examples: Any) -> Any:
    return Field(description=description, examples=list(examples))


def _safe_link(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in LINK_SCHEMES or not (parts.netloc or parts.scheme == "mailto"):
        raise ValueError("the address must begin with https://, http:// or mailto:")
    return address


def _not_reserved(slug: str) -> str:
    if slug == "by":
        raise ValueError('"by" is reserved for lists; choose another name')
    return slug


SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[
    str,
    StringConstraints(min_length=3, max_length=60, pattern=SLUG_PATTERN),
    AfterValidator(_not_reserved),
    _described("Permanent name in addresses: small letters, digits and hyphens.", "netport-karlshamn"),
]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Key = Annotated[
    str,
    StringConstraints(pattern=SLUG_PATTERN),
    _described("Name of an entry inside one record.", "members"),
]
PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"),
    _described("Year, month or day (ISO 8601), in quotes.", "2001", "2021-11-16"),
]
Day = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"),
    _described("A day (ISO 8601), in quotes.", "2026-11-25"),
]
Address = Annotated[
    str, AfterValidator(_safe_link), _described("Full address of a page.", "https://www.oecd.org/")
]
Unknown = Literal["unknown"]
WorkPackage = Literal["a", "b", "c", "d"]
EvidenceGrade = Literal["A", "B", "C"]
ByLanguage = Annotated[
    dict[Language, Text],
    Field(min_length=1),
    InLanguages(),
    _described("Words keyed by language.", {"en": "Kalmar", "sv": "Kalmar", "ru": "Кальмар"}),
]
