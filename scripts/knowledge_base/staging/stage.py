"""From a root to staged pages: load, check, and write only when there is no error."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from knowledge_base.catalogue import Catalogue
from knowledge_base.checks import CHECKS
from knowledge_base.findings import Finding, as_row, exit_code, from_row, in_order
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.records import load
from knowledge_base.loading.settings import PROJECT, load_settings
from knowledge_base.loading.words import load_words
from knowledge_base.reuse import Dependencies, Memory, inputs_digest
from knowledge_base.staging.page import Site
from knowledge_base.staging.site import pages
from knowledge_base.staging.writer import Files, remove_others, write_page

LOCALES = PROJECT / "overrides" / "locales"


@dataclass(frozen=True)
class Inspected:
    """What a root holds: its records and all findings."""

    root: Path
    catalogue: Catalogue
    findings: list[Finding]
    _dependencies: Dependencies

    @property
    def failed(self) -> bool:
        """Tell whether an error stands in the way of publishing."""
        return exit_code(self.findings) != 0

    def stage(self, language: Language, folder: Path) -> Files:
        """Write the pages of a language below `folder/<language>`; return all its files.

        A record's page is left as it is when nothing that it depends on has changed.
        """
        memory = Memory(folder / f"{language}.json")
        files: Files = {}
        for page in pages(self._site, language):
            key = self._dependencies.of_page(page.record) if page.record else ""
            written: Files | None = memory.recall(page.address, key) if key and page.address != "/" else None
            if written is None or not all((folder / name).exists() for name in written):
                written = write_page(page.make(), folder, self.root / "practices")
            memory.keep(page.address, key, written)
            files |= written
        remove_others(files, folder / language)
        memory.save()
        return files

    def written(self) -> Iterator[tuple[str, Language]]:
        """Yield the address of each page with each language that it is written in."""
        for language in LANGUAGES:
            for page in pages(self._site, language):
                if page.written:
                    yield page.address, language

    @cached_property
    def _site(self) -> Site:
        return Site(self.catalogue, load_settings(), load_words(LOCALES)[0])


def findings_of(root: Path, today: date) -> list[Finding]:
    """Return all findings of `root`, from the last time when nothing has changed since."""
    key = inputs_digest(root, today)
    memory = Memory(root / "build" / "checked.json")
    kept = memory.recall("findings", key)
    if kept is not None:
        return [from_row(row) for row in kept]
    findings = inspect(root, today).findings
    memory.keep("findings", key, [as_row(finding) for finding in findings])
    memory.save()
    return findings


def inspect(root: Path, today: date, work: Path | None = None) -> Inspected:
    """Return the records of `root` and all findings: readers, interface words and every check.

    What was found about a record is remembered in `work` (default: build/) until something that it
    depends on changes.
    """
    catalogue, findings = load(root, today)
    findings += load_words(LOCALES)[1]
    dependencies = Dependencies(catalogue)
    memory = Memory((work or root / "build") / "findings.json")
    for record in catalogue.records:
        key = dependencies.of_findings(record)
        kept = memory.recall(record.path, key)
        if kept is None:
            kept = [as_row(finding) for check in CHECKS for finding in check(record, catalogue)]
        memory.keep(record.path, key, kept)
        findings.extend(from_row(row) for row in kept)
    memory.save()
    return Inspected(root, catalogue, in_order(findings), dependencies)
