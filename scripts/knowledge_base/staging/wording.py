"""Numbers, dates, sums and names as a reader of each language writes them (CLDR, through Babel)."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TypeVar

from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal

from knowledge_base.languages import FACTS, Language
from knowledge_base.loading.words import Words
from knowledge_base.schema.parts import Money, Period, Value

EN_DASH = "\u2013"
NO_BREAK_SPACE = "\u00a0"

Item = TypeVar("Item")


def number(value: float, language: Language) -> str:
    """Return `value` with the language's signs for decimals and thousands."""
    return format_decimal(value, locale=FACTS[language].locale)


def figure(value: Value, language: Language) -> str:
    """Return the bare figure: one number, or a range."""
    if value.value is not None:
        return number(value.value, language)
    assert value.low is not None and value.high is not None  # the model allows nothing else
    return span(value.low, value.high, language)


def span(low: float, high: float, language: Language) -> str:
    """Return a range with both ends, or one number when they are the same."""
    if low == high:
        return number(low, language)
    return f"{number(low, language)}{EN_DASH}{number(high, language)}"


def money(sum_of: Money, language: Language) -> str:
    """Return the sum with its ISO currency code."""
    pattern = f"#,##0.##{NO_BREAK_SPACE}¤¤"
    return format_currency(
        sum_of.amount, sum_of.currency, pattern, locale=FACTS[language].locale, currency_digits=False
    )


def partial_date(written: str, language: Language) -> str:
    """Return a year, a month or a day in words; anything else stays as it is written."""
    locale = FACTS[language].locale
    match written.split("-"):
        case [year, month]:
            words = format_skeleton("yMMMM", date(int(year), int(month), 1), locale=locale)
        case [year, month, day]:
            words = format_date(date(int(year), int(month), int(day)), "long", locale=locale)
        case _:
            return written
    # Russian ends with "г." for "year", which many texts leave out: no sentence shall end with two stops.
    return words.removesuffix("г.").rstrip()


def from_to(start: str, end: str, language: Language) -> str:
    """Return two partial dates as one stretch: the month stands once for days of the same month."""
    if start == end:
        return partial_date(start, language)
    # In all three languages the day is first; Babel's intervals have no full names of months.
    month, _, day = start.rpartition("-")
    if len(start) == len("2019-04-12") and end.startswith(f"{month}-"):
        return f"{int(day)}{EN_DASH}{partial_date(end, language)}"
    return f"{partial_date(start, language)}{NO_BREAK_SPACE}{EN_DASH} {partial_date(end, language)}"


def period(stretch: Period, words: Words) -> str:
    """Return a period, with what is unknown, approximate or still going on said in words."""

    def end_of(written: str) -> str:
        known = {"unknown": words("period_unknown"), "ongoing": words("period_ongoing")}
        return known.get(written) or partial_date(written, words.language)

    start, end = end_of(stretch.start), end_of(stretch.end)
    shown = start if start == end else f"{start}{NO_BREAK_SPACE}{EN_DASH} {end}"
    if stretch.approximate:
        shown = words("period_approximate", period=shown)
    if stretch.last_confirmed:
        seen = partial_date(stretch.last_confirmed, words.language)
        shown += f" ({words('period_confirmed', date=seen)})"
    return shown


def alphabetical(items: Iterable[tuple[str, Item]], language: Language) -> list[Item]:
    """Return items sorted by their names in the alphabet of the language (å, ä, ö after z)."""
    return [item for _, item in sorted(items, key=lambda pair: _collation_key(pair[0], language))]


# Letters that stand behind the whole alphabet (å, ä, ö), or right behind another letter (ё after е).
# Locale collations need ICU, which has no wheels; three alphabets need no more than this.
_PLACES: dict[Language, dict[int, str]] = {
    "en": {},
    "sv": str.maketrans({"å": "z\ue000", "ä": "z\ue001", "ö": "z\ue002"}),
    "ru": str.maketrans({"ё": "е\ue000", "й": "и\ue000"}),
}


def initial(name: str, language: Language) -> str:
    """Return the letter under which a name stands in the alphabet of the language: Ё stands under Е."""
    first = next((sign for sign in name.casefold() if sign.isalnum()), name[0])
    own = "åäö" if language == "sv" else "й" if language == "ru" else ""
    return (first if first in own else unicodedata.normalize("NFD", first)[0]).upper()


@lru_cache(2**15)  # a title stands in ten lists
def _collation_key(name: str, language: Language) -> tuple[str, str]:
    folded = name.casefold()
    placed = unicodedata.normalize("NFD", folded.translate(_PLACES[language]))
    # Other accents do not count, nor do quotation marks and hyphens.
    kept = (sign for sign in placed if sign.isalnum() or sign.isspace() or sign >= "\ue000")
    return "".join(kept), folded
