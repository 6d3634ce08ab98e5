"""What is most alike by shared features."""

import random

from knowledge_base.staging.likeness import Feature, Likeness

WEIGHTS = {"theme": 3, "place": 2, "power": 1}
THINGS: dict[str, list[Feature]] = {
    "a": [("theme", "food"), ("place", "lund")],
    "b": [("theme", "food")],
    "c": [("place", "lund"), ("power", "none")],
    "d": [("theme", "ports"), ("power", "none")],
    "e": [("theme", "food")],
}


def alike(slug: str, most: int = 5, least: int = 1) -> list[str]:
    return [name for name, _ in Likeness(THINGS, WEIGHTS).most_alike(THINGS[slug], most, least, [slug])]


def test_what_shares_most_comes_first_and_with_its_features() -> None:
    found = list(Likeness(THINGS, WEIGHTS).most_alike(THINGS["a"], 2, 1, ["a"]))
    assert found == [("b", [("theme", "food")]), ("e", [("theme", "food")])]
    assert alike("a") == ["b", "e", "c"]


def test_too_little_in_common_is_nothing() -> None:
    assert alike("a", least=3) == ["b", "e"]
    assert alike("d", least=2) == []


def test_equals_begin_behind_the_one_who_asks() -> None:
    # "b" and "e" both share the theme with "a" and with each other.
    assert alike("b") == ["e", "a"]
    assert alike("e") == ["a", "b"]


def test_the_rarer_feature_decides_between_equals() -> None:
    things = {f"n{n}": [("theme", "common")] for n in range(20)}
    things |= {"x": [("theme", "rare")], "y": [("theme", "rare"), ("theme", "common")]}
    [(first, _)] = Likeness(things, WEIGHTS).most_alike(things["y"], 1, 1, ["y"])
    assert first == "x"


def test_it_finds_what_comparing_all_with_all_finds() -> None:
    draw = random.Random(1)
    things = {
        f"case-{n:03}": [
            *(("theme", theme) for theme in draw.sample("abcdefgh", draw.randint(1, 3))),
            ("place", draw.choice("klmno")),
            ("power", draw.choice("xyz")),
        ]
        for n in range(200)
    }
    likeness = Likeness(things, WEIGHTS)
    for name, features in things.items():
        weights = [
            sum(WEIGHTS[sort] for sort, _ in set(features) & set(other))
            for other_name, other in things.items()
            if other_name != name
        ]
        found = list(likeness.most_alike(features, 5, 3, [name]))
        assert [sum(WEIGHTS[sort] for sort, _ in shared) for _, shared in found] == [
            weight for weight in sorted(weights, reverse=True)[:5] if weight >= 3
        ]
        assert len({other for other, _ in found} - {name}) == len(found)
