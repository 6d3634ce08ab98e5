"""How the translations stand, as a table."""

from collections.abc import Iterator

from knowledge_base.exports.tables import csv_text
from knowledge_base.translation_desk import Desk


def translations_csv(desk: Desk) -> str:
    """Return one line per language of each record; units are separated by spaces."""
    return csv_text(_rows(desk))


def _rows(desk: Desk) -> Iterator[list[str]]:
    yield ["kind", "slug", "language", "state", "units", "identical_units", "reviewed"]
    for s in desk.standings:
        units, identical = " ".join(s.units), " ".join(s.identical)
        reviewed = "yes" if s.reviewed else "no"
        yield [s.record.kind.name, s.record.slug, s.language, s.state, units, identical, reviewed]
