"""From inspected records to staged pages on disk."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from knowledge_base.digests import digest_of
from knowledge_base.documents import Shelf, owner_of
from knowledge_base.drawing.card import Card
from knowledge_base.inspection import Inspected
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.settings import load_settings
from knowledge_base.memory import Memory
from knowledge_base.staging.cards import cards
from knowledge_base.staging.linked_data import linked_data
from knowledge_base.staging.page import FrontMatter, Site, View
from knowledge_base.staging.site import Page, pages
from knowledge_base.staging.writer import Files, files_below, write_page


class Stage:
    """Writes the pages of a site; a preview has pages for drafts too, a release names social cards."""

    def __init__(
        self, inspected: Inspected, drafts: bool = False, shelf: Shelf | None = None, cards: bool = False
    ) -> None:
        self._practices = inspected.root / "practices"
        self._dependencies = inspected.dependencies
        self._shelf = shelf or Shelf()
        words, findings = inspected.words, inspected.findings
        self._site = Site(inspected.catalogue, load_settings(), words, drafts, findings, self._shelf, cards)
        self._found: dict[Language, list[Page]] = {}

    def write(self, language: Language, folder: Path) -> Files:
        """Write the pages of a language below `folder/<language>`; return all its files."""
        return dict(chain.from_iterable(files.items() for files in self.written_one_by_one(language, folder)))

    def written_one_by_one(self, language: Language, folder: Path) -> Iterator[Files]:
        """Write the pages of a language, its home page first, and yield the files of each once it is there.

        A record's page is left as it is when nothing that it depends on has changed.
        """
        memory = Memory(folder / f"{language}.json")
        there = files_below(folder, language)
        gone = set(there)
        for page in sorted(self._pages(language), key=lambda page: page.address != "/"):
            key = self._key(page)
            written: Files | None = memory.recall(page.address, key) if key else None
            if written is None or not there.issuperset(written):
                written = write_page(self._make(page, language), folder, self._practices)
            memory.keep(page.address, key, written)
            gone.difference_update(written)
            yield written
        for name in gone:
            (folder / name).unlink()
        memory.save()

    def _make(self, page: Page, language: Language) -> FrontMatter:
        """Return a page with what other programs read of it."""
        made = page.make()
        view = View(self._site, language, page.address)
        return made | {"linked_data": linked_data(view, made, page.record)}

    def _pages(self, language: Language) -> list[Page]:
        """Return the pages of a language; putting all lists in order is done once."""
        if language not in self._found:
            self._found[language] = list(pages(self._site, language))
        return self._found[language]

    def _key(self, page: Page) -> str:
        """Return what a page depends on, or nothing when that is too much to say."""
        cards = "cards" if self._site.cards else ""
        if page.listed:
            what, records = page.listed
            return digest_of(self._dependencies.of_list(what, records), cards)
        if not page.record or page.address == "/":
            return ""
        near = self._site.relations.of(page.record)
        key = self._dependencies.of_page(page.record, self._site.drafts, near)
        return digest_of(key, self._shelf.key(owner_of(page.record)), page.also, cards)

    def cards(self, languages: Iterable[Language]) -> Iterator[tuple[str, Card]]:
        """Yield path and content of every social card."""
        for language in languages:
            yield from cards(self._site, language)

    def written(self) -> Iterator[tuple[str, Language]]:
        """Yield the address of each page with each language that it is written in."""
        for language in LANGUAGES:
            for page in self._pages(language):
                if page.written:
                    yield page.address, language
