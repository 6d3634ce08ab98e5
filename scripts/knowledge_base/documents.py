"""The documents that were made for readers to take home, and which of them belong to a page."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.digests import digest_of
from knowledge_base.languages import Language

BOOK = "book/guides"
"""The owner of the books of all guides."""


@dataclass(frozen=True)
class Download:
    """One finished file: where it lies in the site, what it is, and its size in bytes.

    `form` is pdf, docx, epub or handout; `pages` is 0 where a format has none; `day` is the date of its text;
    `digest` is its name in the store.
    """

    path: str
    form: str
    languages: tuple[Language, ...]
    size: int
    pages: int
    day: str
    sha256: str
    digest: str

    def as_row(self) -> dict[str, Any]:
        """Return the same as JSON values."""
        return asdict(self)

    @staticmethod
    def from_row(row: dict[str, Any]) -> "Download":
        """Return what `as_row` made JSON of."""
        return Download(**{**row, "languages": tuple(row["languages"])})


@dataclass
class Shelf:
    """All documents, by owner: `guide/<slug>` and the like, or the books. A site may have none."""

    by_owner: dict[str, list[Download]] = field(default_factory=dict)

    def of(self, record: Record) -> list[Download]:
        """Return every document of a record."""
        return self.by_owner.get(owner_of(record), [])

    def shown(self, owner: str, languages: Iterable[Language]) -> list[Download]:
        """Return what a page offers: documents in the first language that has some, and its handouts."""
        every = self.by_owner.get(owner, [])
        for language in languages:
            if found := [one for one in every if language in one.languages]:
                return found
        return []

    def key(self, *owners: str) -> str:
        """Return a digest of all that a page can show of the documents of these owners."""
        return digest_of(*(repr(one) for owner in owners for one in self.by_owner.get(owner, [])))

    def files(self) -> dict[str, str]:
        """Return the path of each document and its digest in the store."""
        return {one.path: one.digest for every in self.by_owner.values() for one in every}


def owner_of(record: Record) -> str:
    """Return the name under which the documents of a record stand."""
    return f"{record.kind.name}/{record.slug}"
