"""A copy of the example site whose cases differ in their facts: themes, means, periods, grades."""

from pathlib import Path

from tests.places import replace, with_places

BANDS = """
small:
  name: {en: Small, sv: Liten, ru: Малый}
  meaning: {en: Small, sv: Liten, ru: Малый}
large:
  name: {en: Large, sv: Stor, ru: Крупный}
  meaning: {en: Large, sv: Stor, ru: Крупный}
"""

FACTS = {
    # slug: start, grade, outcome, budget, staff
    "naval-town": ("1994", "A", "worked", "small", "small"),
    "ferry-line": ("2003-05", "C", "mixed", "large", "unknown"),
    "soft-town": ("2011", "B", "stopped", "small", "unknown"),
    "small-port": ("1987", "B", "mixed", "unknown", "unknown"),
    "old-yard": ("2001", "A", "mixed", "large", "small"),
    "food-cluster": ("2019", "B", "too_early", "small", "small"),
}
"""`harbour-yard`, the seventh, stays as it is: 2001, B, mixed, means unknown."""


def with_facts(folder: Path) -> Path:
    """Return the root of the copy, made below a folder; `small-port` is written in Swedish only."""
    root = with_places(folder)
    practices = root / "practices"
    for vocabulary in ("budget-bands", "staff-bands"):
        (practices / f"vocabularies/{vocabulary}.yml").write_text(BANDS, encoding="utf-8")
    for slug, (start, grade, outcome, budget, staff) in FACTS.items():
        record = practices / "cases" / slug / "record.yml"
        replace(record, 'start: "2001"', f'start: "{start}"')
        replace(record, "evidence_grade: B", f"evidence_grade: {grade}")
        replace(record, "outcome: mixed", f"outcome: {outcome}")
        replace(record, "{budget: unknown, staff: unknown", f"{{budget: {budget}, staff: {staff}")
    port = practices / "cases/small-port"
    replace(port / "record.yml", "original_language: en", "original_language: sv")
    for language in ("en", "ru"):
        (port / f"{language}.md").unlink()
    swedish = port / "sv.md"
    words = swedish.read_text(encoding="utf-8")
    begin, end = words.index("translated_from:"), words.index("---", 4)
    swedish.write_text(words[:begin] + words[end:], encoding="utf-8")
    return root
