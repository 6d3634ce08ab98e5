"""Where each language of each record stands, and what is left to do: the translators' work list.

It is put together from findings, which are remembered from one run to the next, so that nothing has to be
compared again for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding
from knowledge_base.inspection import owner_of
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.translations import State, original_language


@dataclass(frozen=True)
class Standing:
    """One language of a record: its state, the units that need work, and whether a native reader has read it.

    `identical` are units that only repeat the original; a short record has units, too, which are missing.
    `settled` tells whether the translation remembers an original that it can have changed from.
    """

    record: Record
    language: Language
    state: State
    units: tuple[str, ...] = ()
    identical: tuple[str, ...] = ()
    reviewed: bool = False
    settled: bool = True

    @property
    def needs_words(self) -> bool:
        """Tell whether the text lacks something, or no longer follows its original."""
        return self.state in (State.MISSING, State.CHANGED)

    @property
    def has_work(self) -> bool:
        """Tell whether something is to be translated; a review is another kind of work."""
        return self.needs_words or bool(self.identical)


@dataclass(frozen=True)
class Count:
    """How many records of one kind stand how, in one language."""

    original: int
    current: int
    changed: int
    missing: int
    reviewed: int


class Desk:
    """The standing of every language of every record that is no draft, or with `drafts` of every record."""

    def __init__(self, catalogue: Catalogue, findings: Iterable[Finding], drafts: bool = False) -> None:
        self._catalogue = catalogue
        self._drafts = drafts
        self._found: dict[tuple[str, str], list[Finding]] = {}
        for found in findings:
            if found.rule in ("translation-missing", "translation-changed", "translation-identical"):
                self._found.setdefault((owner_of(found.path), found.value("language")), []).append(found)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every standing, in the order of the records, language by language."""
        records = [r for r in self._catalogue.records if self._drafts or r.status != "draft"]
        return tuple(self.standing(record, language) for record in records for language in LANGUAGES)

    def work(self, language: Language) -> list[Standing]:
        """Return what is to be translated into a language."""
        return [s for s in self.standings if s.language == language and s.has_work]

    def count(self, kind: str, language: Language) -> Count:
        """Return how the records of a kind stand in a language."""
        of_kind = [s for s in self.standings if s.record.kind.name == kind and s.language == language]
        states = [s.state for s in of_kind]
        return Count(
            original=states.count(State.ORIGINAL),
            current=states.count(State.CURRENT),
            changed=states.count(State.CHANGED),
            missing=states.count(State.MISSING),
            reviewed=sum(s.reviewed for s in of_kind),
        )

    def standing(self, record: Record, language: Language) -> Standing:
        """Return the standing of one language of a record."""
        found = self._found.get((owner_of(record.path), language), [])
        units = [f.value("unit") or f.value("name") for f in found if f.rule != "translation-identical"]
        identical = tuple(f.value("unit") for f in found if f.rule == "translation-identical")
        rules = {f.rule for f in found}
        if "translation-missing" in rules:
            state = State.MISSING
        elif language == original_language(record):
            state = State.ORIGINAL
        else:
            state = State.CHANGED if "translation-changed" in rules else State.CURRENT
        text = record.texts.get(language)
        reviewed = bool(getattr(text.words if text else record.facts, "reviewed_by", ""))
        translated = state in (State.CURRENT, State.CHANGED)
        shown = tuple(dict.fromkeys(unit for unit in units if unit))
        settled = all(f.saying != "not-accepted" for f in found)
        return Standing(record, language, state, shown, identical, reviewed and translated, settled)
