"""Numbers, dates and names as each language writes them."""

import pytest

from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.schema.parts import Money
from knowledge_base.staging import wording


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "1,234.5"), ("sv", "1\u00a0234,5"), ("ru", "1\u00a0234,5")],
)
def test_numbers(language: Language, expected: str) -> None:
    assert wording.number(1234.5, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["2001", "October 2011", "16 November 2021", "unknown"]),
        ("sv", ["2001", "oktober 2011", "16 november 2021", "unknown"]),
        ("ru", ["2001", "октябрь 2011", "16 ноября 2021", "unknown"]),
    ],
)
def test_partial_dates(language: Language, expected: list[str]) -> None:
    dates = ["2001", "2011-10", "2021-11-16", "unknown"]
    assert [wording.partial_date(written, language) for written in dates] == expected


def test_money_keeps_its_currency_code() -> None:
    money = Money(amount=103800000, currency="RUB", year=2019, kind="planned", source="x")
    assert wording.money(money, "en") == "103,800,000\u00a0RUB"


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("sv", ["Zink", "Åhus", "Ängelholm", "Örebro"]),
        ("ru", ["Еда", "Ёлка", "Жук"]),
        ("en", ["Åhus", "Zinc"]),
    ],
)
def test_names_are_sorted_by_the_alphabet_of_the_language(language: Language, names: list[str]) -> None:
    assert wording.alphabetical(((name, name) for name in reversed(names)), language) == names


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2019-04-12", "2019-04-12", ["12 April 2019", "12 april 2019", "12 апреля 2019"]),
        ("2019-04-12", "2019-04-16", ["12–16 April 2019", "12–16 april 2019", "12–16 апреля 2019"]),
        ("2019-04-30", "2019-05-02", ["30 April 2019", "30 april 2019", "30 апреля 2019"]),
        ("2019-04", "2019-05", ["April 2019", "april 2019", "апрель 2019"]),
        ("2019-04", "2019-04-16", ["April 2019", "april 2019", "апрель 2019"]),
        ("2019", "2020", ["2019", "2019", "2019"]),
    ],
)
def test_a_month_is_said_once(start: str, end: str, expected: list[str]) -> None:
    for language, words in zip(LANGUAGES, expected, strict=True):
        shown = wording.from_to(start, end, language)
        whole = start == end or "–" in words
        assert shown == words if whole else shown.startswith(f"{words}\xa0– ")
