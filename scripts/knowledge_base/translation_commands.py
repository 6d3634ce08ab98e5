"""What `kb translations` does: the work list, what has changed in an original, and settling that."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from knowledge_base.catalogue import Catalogue, Record, Text
from knowledge_base.history import Change, as_diff, changes
from knowledge_base.inspection import inspect, owner_of
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.records import load
from knowledge_base.loading.words import Words
from knowledge_base.record_names import named_record, short_name
from knowledge_base.reporting import said_in
from knowledge_base.schema.kinds import KINDS, PAGE
from knowledge_base.translation_desk import Desk, Standing
from knowledge_base.translations import accepted, is_settled, original_language, original_text

_NUMBERS = ("original", "current", "changed", "missing", "reviewed")


def print_status(
    root: Path, today: date, into: Language | None, kind: str | None, language: Language
) -> None:
    """Print one line per record and language that needs work, drafts too, then a table of counts.

    `into` and `kind` choose the language of the translations and the kind of record; None means all.
    """
    words = said_in(language)
    inspected = inspect(root, today)
    desk = Desk(inspected.catalogue, inspected.findings, drafts=True)
    languages = [into] if into else list(LANGUAGES)
    kinds = [k for k in (*KINDS, PAGE) if kind in (None, k.name)]
    listed = False
    for standing in desk.standings:
        if standing.has_work and standing.language in languages and standing.record.kind in kinds:
            print(_work(standing, words))
            listed = True
    if listed:
        print()
    heads = [words(f"translations_{name}") for name in ("language", "kind", *_NUMBERS)]
    rows = [_counts(desk, name, code) for code in languages for name in (k.name for k in kinds)]
    for line in _table([heads, *rows]):
        print(line)


def print_changes(root: Path, today: date, name: str, into: Language, language: Language) -> None:
    """Print what has changed in the original since a translation was made, unit by unit.

    Raises ValueError, with words for people, when there is no such translation.
    """
    words = said_in(language)
    record, _ = _translated(root, load(root, today)[0], name, into, language)
    named: dict[str, Any] = {"record": record.name, "language": into}
    if not is_settled(record.texts[into]):
        print(words("translations_not_settled", **named))
        return
    found = changes(root, record, into)
    if not found:
        print(words("translations_unchanged", **named))
    for change in found:
        print(_change(change, words))
        print()


def settle(root: Path, today: date, name: str, into: Language, language: Language) -> None:
    """Store the fingerprints of today's original in one translation.

    Raises ValueError, with words for people, when there is no such translation.
    """
    record, original = _translated(root, load(root, today)[0], name, into, language)
    file = root / record.texts[into].source.path
    file.write_text(accepted(file.read_text(encoding="utf-8"), original), encoding="utf-8")
    print(said_in(language)("translations_accepted", record=record.name, language=into))


def record_to_translate(
    root: Path, catalogue: Catalogue, name: str, into: Language, language: Language
) -> tuple[Record, Text]:
    """Return a record and its original, which can be translated `into` another language.

    Raises ValueError, with words for people, when it cannot.
    """
    words = said_in(language)
    owner = named_record(root, name, language)
    record = next((r for r in catalogue.records if owner_of(r.path) == owner), None)
    named: dict[str, Any] = {"record": short_name(owner), "language": into}
    if record is None or record.kind.words is None:
        raise ValueError(words("translations_in_one_file", **named))
    if into == original_language(record):
        raise ValueError(words("translations_is_original", **named))
    original = original_text(record)
    if original is None:
        raise ValueError(words("translations_no_original", **named))
    return record, original


def _translated(
    root: Path, catalogue: Catalogue, name: str, into: Language, language: Language
) -> tuple[Record, Text]:
    """Return a record that has a translation, and its original; ValueError, with words, when it has none."""
    record, original = record_to_translate(root, catalogue, name, into, language)
    if into not in record.texts:
        raise ValueError(said_in(language)("translations_none", record=record.name, language=into))
    return record, original


def _work(standing: Standing, words: Words) -> str:
    """Return one line of the work list."""
    parts = []
    if standing.needs_words:
        state = words(f"translations_{f'state_{standing.state}' if standing.settled else 'unsettled'}")
        parts.append(f"{state}: {', '.join(standing.units)}" if standing.units else state)
    if standing.identical:
        parts.append(words("desk_identical", units=", ".join(standing.identical)))
    record = standing.record
    draft = f" ({words('translations_draft')})" if record.status == "draft" else ""
    return f"{record.name} {standing.language}: {'; '.join(parts)}{draft}"


def _counts(desk: Desk, kind: str, language: Language) -> list[str]:
    count = desk.count(kind, language)
    return [language, kind, *(str(getattr(count, name)) for name in _NUMBERS)]


def _table(rows: list[list[str]]) -> Iterator[str]:
    """Yield the lines of a table: two columns of words, then numbers."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        sides = ("<", "<", *(">" for _ in row[2:]))
        cells = [f"{cell:{side}{width}}" for cell, side, width in zip(row, sides, widths, strict=True)]
        yield "  ".join(cells)


def _change(change: Change, words: Words) -> str:
    what = "new" if change.new else "gone" if change.now is None else "changed"
    lines = [f"== {change.unit}: {words(f'translations_unit_{what}')} =="]
    if change.then is not None or change.new:
        return "\n".join([*lines, as_diff(change)])
    return "\n".join([*lines, words("translations_not_in_git"), change.now or ""])
