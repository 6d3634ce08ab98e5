"""What is most alike among many things, by the features that they share.

A feature that few have tells more than one that many have. The things with a feature are the bits of one
whole number, so that a few operations on numbers count for all things at once: the answer is exact, and
3,000 things among each other take well below a second.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

Feature = tuple[str, str]
"""Its sort, and what it is: ("theme", "clusters")."""

STEPS = 32
"""A weight counts so many times, so that what rarity adds never comes to one."""

RAREST = 3
"""What rarity adds at most for one feature."""


class Likeness:
    """Things by their features, with the weight of each sort of feature, a small whole number."""

    def __init__(self, things: Mapping[str, Collection[Feature]], weights: Mapping[str, int]) -> None:
        self._names = sorted(things)
        self._things = things
        self._weights = weights

    def most_alike(
        self, features: Iterable[Feature], most: int, least: int, but: Sequence[str] = ()
    ) -> Iterator[tuple[str, list[Feature]]]:
        """Yield the things most like one with these features, and the features they share, best first.

        They share features that weigh `least` or more, and none of `but` is yielded. Of things that are
        equally alike those behind the first name of `but` come first: not all point at the same ones.
        """
        mine = [feature for feature in features if feature in self._having]
        left = self._add_up(mine)
        others = ~sum(1 << self._place[name] for name in but if name in self._place)
        first = self._place.get(but[0], -1) + 1 if but else 0
        for _ in range(most):
            left = [bits & others for bits in left]
            best, worth = _best(left)
            if worth < least * STEPS:
                return
            place = _first_from(best, first)
            others &= ~(1 << place)
            yield self._names[place], self._shared(mine, self._names[place])

    def shared(self, features: Iterable[Feature], names: Iterable[str]) -> dict[str, list[Feature]]:
        """Return what each of these things shares with one that has these features."""
        mine = list(features)
        return {name: self._shared(mine, name) if name in self._place else [] for name in names}

    def _shared(self, features: list[Feature], name: str) -> list[Feature]:
        return [feature for feature in features if feature in self._things[name]]

    @cached_property
    def _place(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self._names)}

    @cached_property
    def _having(self) -> dict[Feature, int]:
        """By feature, the things that have it, as bits."""
        found: dict[Feature, int] = {}
        for place, name in enumerate(self._names):
            for feature in self._things[name]:
                found[feature] = found.get(feature, 0) | 1 << place
        return found

    @cached_property
    def _worth(self) -> dict[Feature, int]:
        def worth(feature: Feature, having: int) -> int:
            rarity = (len(self._names) // having.bit_count()).bit_length()
            return STEPS * self._weights[feature[0]] + min(rarity - 1, RAREST)

        return {feature: worth(feature, having) for feature, having in self._having.items()}

    def _add_up(self, features: Iterable[Feature]) -> list[int]:
        """Return the sum of what each thing shares: the bits of all sums, the lowest first."""
        sums: list[int] = []
        for feature in features:
            worth, digit = self._worth[feature], 0
            carry = 0
            while worth >> digit or carry:
                if digit == len(sums):
                    sums.append(0)
                added = self._having[feature] if worth >> digit & 1 else 0
                before = sums[digit]
                sums[digit] = before ^ added ^ carry
                carry = before & added | before & carry | added & carry
                digit += 1
        return sums


def _best(sums: list[int]) -> tuple[int, int]:
    """Return the things with the highest sum, and that sum."""
    best, highest = -1, 0
    for digit in reversed(range(len(sums))):
        if having := best & sums[digit]:
            best, highest = having, highest + (1 << digit)
    return best, highest


def _first_from(bits: int, place: int) -> int:
    """Return the first of these bits at or after a place, else the first of all."""
    bits = bits >> place << place or bits
    return (bits & -bits).bit_length() - 1
