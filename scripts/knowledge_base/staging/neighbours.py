"""The records before and after one in the list of its kind, as readers of a language see that list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from knowledge_base.catalogue import Record
from knowledge_base.languages import Language
from knowledge_base.staging.page import View, shown_language, title_of


@dataclass(frozen=True)
class Neighbours:
    """What stands before and after a record; None at the ends of the list."""

    before: Record | None = None
    after: Record | None = None

    def key(self, language: Language) -> str:
        """Return what of the neighbours a page shows: another text of theirs changes nothing on it."""
        found = (
            f"{r.address} {title_of(r, language)} {shown_language(r, language)}" if r else ""
            for r in (self.before, self.after)
        )
        return "\n".join(found)

    def links(self, view: View) -> list[dict[str, Any]]:
        """Return `{"rel", "text", "href", "language"}` for each neighbour."""
        return [
            {"rel": rel, **view.record_link(record), "language": shown_language(record, view.language)}
            for rel, record in (("prev", self.before), ("next", self.after))
            if record
        ]


def neighbours_in(records: Sequence[Record]) -> dict[str, Neighbours]:
    """Return the neighbours of each record of a list, by address."""
    if not records:  # a kind of which nothing is published yet
        return {}
    around = zip([None, *records[:-1]], records, [*records[1:], None], strict=True)
    return {record.address: Neighbours(before, after) for before, record, after in around}
