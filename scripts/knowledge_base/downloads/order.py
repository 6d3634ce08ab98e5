"""What is wanted: every document of a site, each with what it depends on and a way to compose it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from knowledge_base.catalogue import Record
from knowledge_base.digests import digest_of
from knowledge_base.documents import BOOK, owner_of
from knowledge_base.downloads.compose import Chapter, PaperView, chapter_of
from knowledge_base.downloads.document import Document, book_of, document_of, handout_of
from knowledge_base.inspection import Inspected
from knowledge_base.languages import Language
from knowledge_base.loading.settings import load_settings
from knowledge_base.schema.kinds import CASE, GUIDE, SEMINAR
from knowledge_base.staging.page import Site
from knowledge_base.staging.wording import alphabetical

SINGLE, HANDOUT = ("pdf", "docx", "epub"), ("handout",)

PRINTED = ("published", "archived")
"""Statuses of records that have documents."""


@dataclass(frozen=True)
class Wanted:
    """Documents made of the same text: one of a record, a handout, or a book.

    `stem` is the beginning of their file names, `key` changes whenever their content may.
    """

    owner: str
    stem: str
    languages: tuple[Language, ...]
    forms: tuple[str, ...]
    key: str
    compose: Callable[[], Document]


class Order:
    """Lists what is wanted of a site in some languages; chapters are composed once, and only on demand."""

    def __init__(self, inspected: Inspected, languages: tuple[Language, ...]) -> None:
        self._site = Site(inspected.catalogue, load_settings(), inspected.words)
        self._practices = inspected.root / "practices"
        self._dependencies = inspected.dependencies
        self._languages = languages

    def __iter__(self) -> Iterator[Wanted]:
        guides = self._records(GUIDE.name)
        if guides:  # the longest work first, so that no process is left with it at the end
            yield from (self._book(language, guides) for language in self._languages)
        for record in [*guides, *self._records(SEMINAR.name), *self._records(CASE.name)]:
            yield from self._of_record(record)

    def _records(self, kind: str) -> list[Record]:
        return [r for r in self._site.catalogue.of_kind(kind).values() if r.status in PRINTED]

    def _of_record(self, record: Record) -> Iterator[Wanted]:
        key = self._dependencies.of_page(record, drafts=False)
        chapters = _Chapters(self._site, record, self._practices)
        written = [language for language in self._languages if language in record.texts]
        stem = f"red-{record.kind.name}-{record.slug}"
        for language in written:
            yield Wanted(
                owner_of(record),
                f"{stem}-{language}",
                (language,),
                SINGLE,
                key,
                lambda language=language: chapters.single(language),  # type: ignore[misc]
            )
        for pair in combinations(written, 2):
            yield Wanted(
                owner_of(record),
                f"{stem}-{'-'.join(pair)}",
                pair,
                HANDOUT,
                key,
                lambda pair=pair: chapters.pair(pair),  # type: ignore[misc]
            )

    def _book(self, language: Language, guides: list[Record]) -> Wanted:
        chosen = [guide for guide in guides if language in guide.texts]
        key = digest_of(*(self._dependencies.of_page(guide, drafts=False) for guide in chosen))

        def compose() -> Document:
            chapters = [_Chapters(self._site, guide, self._practices) for guide in chosen]
            named = ((c.of(language)["title"], c) for c in chapters)
            in_order = alphabetical(named, language)
            day = max(c.day for c in in_order)
            return book_of(in_order[0].view(language), [c.of(language) for c in in_order], day)

        return Wanted(BOOK, f"red-book-guides-{language}", (language,), SINGLE, key, compose)


class _Chapters:
    """The chapters of one record, each composed when it is first asked for."""

    def __init__(self, site: Site, record: Record, practices: Path) -> None:
        self._site, self._record, self._practices = site, record, practices
        self._made: dict[Language, Chapter] = {}
        self.day = str(getattr(record.facts, "checked_on", ""))

    def view(self, language: Language) -> PaperView:
        return PaperView(self._site, language, self._record.address)

    def of(self, language: Language) -> Chapter:
        if language not in self._made:
            self._made[language] = chapter_of(self.view(language), self._record, self._practices)
        return self._made[language]

    def single(self, language: Language) -> Document:
        return document_of(self.view(language), self.of(language), self.day)

    def pair(self, pair: tuple[Language, Language]) -> Document:
        left, right = pair
        return handout_of((self.view(left), self.view(right)), (self.of(left), self.of(right)), self.day)
