"""What a translation remembers of its original, and what has changed since.

A text is divided into units: its title, its summary, each label (`evidence.jobs`) and each section
(`#challenge`). A translation stores the fingerprint of each unit it was made from, so that one edit
makes one unit of each translation out of date and no more.
"""

from enum import StrEnum
from hashlib import sha256

from knowledge_base.catalogue import Record, Text
from knowledge_base.languages import Language
from knowledge_base.texts import Section

LABEL_FIELDS = ("evidence", "adaptations", "outcomes", "pictures", "timeline")


class State(StrEnum):
    """Where one language of a record stands."""

    ORIGINAL = "original"
    CURRENT = "current"
    CHANGED = "changed"
    MISSING = "missing"


def fingerprint(words: str) -> str:
    """Return 12 hexadecimal digits that change when anything but white space does."""
    return sha256("".join(words.split()).encode()).hexdigest()[:12]


def unit_texts(text: Text) -> dict[str, str]:
    """Return the words of each unit of `text`, in reading order; those of a section without its heading."""
    found = _words_of_front_matter(text)
    found.update({section_unit(s): s.body for s in text.source.sections})
    return found


def units(text: Text) -> dict[str, str]:
    """Return the fingerprint of each unit of `text`, in reading order."""
    found = _words_of_front_matter(text)
    found.update({section_unit(s): f"{s.heading}\n{s.body}" for s in text.source.sections})
    return {unit: fingerprint(words) for unit, words in found.items()}


def _words_of_front_matter(text: Text) -> dict[str, str]:
    front_matter = text.source.front_matter
    found = {name: str(front_matter.get(name, "")) for name in ("title", "summary")}
    for name in LABEL_FIELDS:
        labels = front_matter.get(name)
        if isinstance(labels, dict):
            found.update({f"{name}.{key}": str(label) for key, label in labels.items()})
    return found


def section_unit(section: Section) -> str:
    """Return the name of a section as a unit; words before the first heading are the opening."""
    return f"#{section.id}" if section.id else "opening"


def changed_units(record: Record, language: Language) -> list[str]:
    """Return the units of the original that are new, changed or gone since `language` was translated."""
    original = original_text(record)
    text = record.texts.get(language)
    if original is None or text is None or text is original:
        return []
    now = units(original)
    then = remembered_units(text)
    return [unit for unit in [*now, *(u for u in then if u not in now)] if now.get(unit) != then.get(unit)]


def is_settled(text: Text) -> bool:
    """Tell whether a translation remembers any original; a fresh one does not, until it is accepted."""
    return bool(remembered_units(text))


def remembered_units(text: Text) -> dict[str, str]:
    """Return the fingerprint of each unit of the original that a translation was made from."""
    remembered = text.source.front_matter.get("translated_from")
    return remembered if isinstance(remembered, dict) else {}


def state(record: Record, language: Language) -> State:
    """Return where `language` stands."""
    if language not in record.texts:
        return State.MISSING
    if record.texts[language] is original_text(record):
        return State.ORIGINAL
    return State.CHANGED if changed_units(record, language) else State.CURRENT


def accepted(written: str, original: Text) -> str:
    """Return the file text `written` with `translated_from` set to today's units of `original`."""
    lines = written.splitlines()
    end = lines.index("---", 1)
    kept: list[str] = []
    inside = False
    for line in lines[1:end]:
        # The block ends at the next field, which begins at the margin.
        inside = line.startswith("translated_from:") or (inside and line[:1] in ("", " "))
        if not inside:
            kept.append(line)
    block = ["translated_from:", *(f'  "{unit}": "{mark}"' for unit, mark in units(original).items())]
    return "\n".join(["---", *kept, *block, *lines[end:]]) + "\n"


def original_text(record: Record) -> Text | None:
    """Return the text in the original language, or None when that is not there."""
    return record.texts.get(original_language(record))


def original_language(record: Record) -> Language:
    """Return the language a record was first written in; English while its facts are broken."""
    language: Language = getattr(record.facts, "original_language", "en")
    return language
