"""Records that belong together, with the reason in words: cases among each other, cases and meetings.

What the editors have chosen comes first, whichever of the two records says so. The rest is computed from what
the records share: themes, means, place and guide; for a meeting its organisers, place and work packages.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.schema.case import Case
from knowledge_base.schema.guide import Guide
from knowledge_base.schema.kinds import CASE, GUIDE, SEMINAR, Kind
from knowledge_base.schema.parts import Place
from knowledge_base.schema.seminar import Seminar
from knowledge_base.schema.vocabulary import UNKNOWN
from knowledge_base.staging.likeness import Feature, Likeness
from knowledge_base.staging.spots import one_name, spots_of

SHOWN = 5
"""So many related records of a kind are shown; more only if the editors name more."""

CASES = {"theme": 3, "guide": 3, "place": 2, "budget": 2, "region": 1, "staff": 1, "power": 1}
MEETINGS = {"organisation": 9, "place": 2, "work-package": 1}
"""What each thing in common weighs."""

LEAST_FOR_CASES, LEAST_FOR_MEETINGS = 3, 9
"""Less is no reason to read on: a region says little; a case and a meeting need an organisation in common."""

Key = tuple[str, str]
"""Kind and slug of a record."""


@dataclass(frozen=True)
class Relation:
    """A related record and what it has in common; nothing when only the editors know why they chose it."""

    record: Record
    shared: tuple[Feature, ...]
    chosen: bool


class Relations:
    """The related records of a catalogue's cases and meetings; `drafts` may be among those chosen."""

    def __init__(self, catalogue: Catalogue, drafts: bool = False) -> None:
        self._catalogue = catalogue
        self._drafts = drafts
        self._found: dict[tuple[Key, str], list[Relation]] = {}

    def of(self, record: Record) -> list[tuple[Record, str]]:
        """Return all that a page says of other records: each with what it has in common, as one text."""
        found = [
            *(self.cases_of(record) if record.kind in (CASE, SEMINAR) else ()),
            *(self.meetings_of(record) if record.kind is CASE else ()),
        ]
        return [(relation.record, repr(relation.shared)) for relation in found]

    def cases_of(self, record: Record) -> list[Relation]:
        """Return the cases related to a case or a meeting."""
        if record.kind is SEMINAR:
            among, features, least = self._cases_in_meetings, self._of_meeting(record), LEAST_FOR_MEETINGS
        else:
            among, features, least = self._cases, self._of_case(record), LEAST_FOR_CASES
        return self._related(record, CASE, among, features, least)

    def meetings_of(self, record: Record) -> list[Relation]:
        """Return the meetings related to a case."""
        features = self._as_in_meetings(record)
        return self._related(record, SEMINAR, self._meetings, features, LEAST_FOR_MEETINGS)

    def _related(
        self, record: Record, kind: Kind, among: Likeness, features: list[Feature], least: int
    ) -> list[Relation]:
        # Asked for by every language, for the page and for its key.
        asked = (key_of(record), kind.name)
        if asked not in self._found:
            self._found[asked] = list(self._look(record, kind, among, features, least))
        return self._found[asked]

    def _look(
        self, record: Record, kind: Kind, among: Likeness, features: list[Feature], least: int
    ) -> Iterator[Relation]:
        every = self._catalogue.of_kind(kind.name)
        chosen = self._chosen.get(key_of(record), {}).get(kind.name, [])
        found = among.shared(features, (slug for slug in chosen if self._has_page(every[slug])))
        but = [record.slug, *chosen]  # a meeting's slug is among no cases, and says where to begin
        found |= among.most_alike(features, max(0, SHOWN - len(found)), least, but)
        yield from (Relation(every[slug], tuple(shared), slug in chosen) for slug, shared in found.items())

    def _has_page(self, record: Record) -> bool:
        return self._drafts or record.status != "draft"

    @cached_property
    def _chosen(self) -> Mapping[Key, Mapping[str, list[str]]]:
        """By record and kind the slugs that the editors relate to it, its own before those of the others."""
        own: list[tuple[Key, Key]] = []
        every = (self._catalogue.of_kind(kind.name).values() for kind in (CASE, SEMINAR))
        for record in chain.from_iterable(every):
            match record.facts:
                case Case(related=slugs) | Seminar(cases=slugs):
                    own += [(key_of(record), (CASE.name, slug)) for slug in slugs]
        found: dict[Key, dict[str, list[str]]] = {}
        for one, (kind, slug) in [*own, *((other, one) for one, other in own)]:
            slugs = found.setdefault(one, {}).setdefault(kind, [])
            if slug not in slugs:
                slugs.append(slug)
        return found

    def _published(self, kind: Kind) -> list[Record]:
        every = self._catalogue.of_kind(kind.name).values()
        return [record for record in every if record.status == "published"]

    @cached_property
    def _cases(self) -> Likeness:
        return Likeness({r.slug: self._of_case(r) for r in self._published(CASE)}, CASES)

    @cached_property
    def _cases_in_meetings(self) -> Likeness:
        return Likeness({r.slug: self._as_in_meetings(r) for r in self._published(CASE)}, MEETINGS)

    @cached_property
    def _meetings(self) -> Likeness:
        return Likeness({r.slug: self._of_meeting(r) for r in self._published(SEMINAR)}, MEETINGS)

    @cached_property
    def places(self) -> Mapping[Key, Mapping[str, Place]]:
        """By record its places, by an id that is the same for all records."""
        found: dict[Key, dict[str, Place]] = {}
        for spot in spots_of([*self._published(CASE), *self._published(SEMINAR)]):
            for record in spot.cases:
                assert isinstance(record.facts, Case | Seminar)
                own = next(p for p in record.facts.places if one_name(p) == one_name(spot.place))
                found.setdefault(key_of(record), {})[spot.id] = own
        return found

    @cached_property
    def _guides(self) -> Mapping[str, list[str]]:
        """By slug of a case the published guides that show it."""
        found: dict[str, list[str]] = {}
        for guide in self._published(GUIDE):
            if isinstance(guide.facts, Guide):
                shown = (slug for slugs in guide.facts.step_cases.values() for slug in slugs)
                for slug in dict.fromkeys(shown):
                    found.setdefault(slug, []).append(guide.slug)
        return found

    def _of_case(self, record: Record) -> list[Feature]:
        case = record.facts
        assert isinstance(case, Case)
        means = {"budget": case.means.budget, "staff": case.means.staff, "power": case.means.legal_power}
        return [
            *(("theme", theme) for theme in case.themes),
            *(("guide", slug) for slug in self._guides.get(record.slug, ())),
            *(("place", place) for place in self.places.get(key_of(record), ())),
            *(("region", region) for region in case.regions),
            *((sort, band) for sort, band in means.items() if band != UNKNOWN),
        ]

    def _as_in_meetings(self, record: Record) -> list[Feature]:
        case = record.facts
        assert isinstance(case, Case)
        leads = [case.lead] if case.lead else []
        bodies = (("organisation", body) for body in dict.fromkeys([*leads, *case.partners]))
        return [*bodies, *self._where_and_what(record, case.work_packages)]

    def _of_meeting(self, record: Record) -> list[Feature]:
        meeting = record.facts
        assert isinstance(meeting, Seminar)
        bodies = (("organisation", body) for body in meeting.organisers)
        return [*bodies, *self._where_and_what(record, meeting.work_packages)]

    def _where_and_what(self, record: Record, work_packages: Iterable[str]) -> list[Feature]:
        places = (("place", place) for place in self.places.get(key_of(record), ()))
        return [*places, *(("work-package", letter) for letter in work_packages)]


def key_of(record: Record) -> Key:
    """Return what tells a record from all others."""
    return record.kind.name, record.slug
