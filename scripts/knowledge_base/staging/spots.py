"""The places that cases and meetings name, each once, with an id that is the same in all languages."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, count

from knowledge_base.catalogue import Record
from knowledge_base.drawing.frame import SOUTH_BALTIC
from knowledge_base.schema.case import Case
from knowledge_base.schema.parts import Place
from knowledge_base.schema.seminar import Seminar

NEAR = 0.25
"""Degrees within which a place of the same name is the same place."""


@dataclass
class Spot:
    """A place with the records that name it; the map asks for cases only."""

    id: str
    place: Place
    cases: list[Record] = field(default_factory=list)

    @property
    def on_map(self) -> bool:
        """Whether the place lies in the box that maps show."""
        return SOUTH_BALTIC.holds(self.place.longitude, self.place.latitude)


def spots_of(records: Iterable[Record]) -> list[Spot]:
    """Return the places of cases or meetings; a place of the same name nearby is the same one."""
    by_name: dict[str, list[Spot]] = {}
    ids: set[str] = set()
    # In the order of slugs: which record's coordinates count must not depend on the reader's language.
    for record in sorted(records, key=lambda record: record.slug):
        assert isinstance(record.facts, Case | Seminar)
        for place in record.facts.places:
            name = one_name(place)
            known = by_name.setdefault(name, [])
            spot = next((s for s in known if _is_near(s.place, place)), None)
            if spot is None:
                spot = Spot(_free_id(name, place, ids), place)
                known.append(spot)
            if record not in spot.cases[-1:]:  # one case may name two points of a place
                spot.cases.append(record)
    return [spot for known in by_name.values() for spot in known]


def one_name(place: Place) -> str:
    """Return the name by which places are compared: the English one, if there is one."""
    return place.name.get("en") or next(iter(place.name.values()))


def _is_near(one: Place, other: Place) -> bool:
    return abs(one.latitude - other.latitude) < NEAR and abs(one.longitude - other.longitude) < 2 * NEAR


# Letters that do not come apart into a Latin letter and an accent.
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ß": "ss"})


def _free_id(name: str, place: Place, taken: set[str]) -> str:
    """Return an id for an anchor: the name in small Latin letters, or the coordinates."""
    letters = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", letters)).strip("-")
    plain = plain or f"{place.latitude:.2f}-{place.longitude:.2f}".replace(".", "-")
    numbered = (f"{plain}-{n}" for n in count(2))
    found = next(name for name in chain([plain], numbered) if name not in taken)
    taken.add(found)
    return found
