"""From a root to staged pages: load, check, and write only when there is no error."""

from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from knowledge_base.catalogue import Catalogue
from knowledge_base.checks import CHECKS
from knowledge_base.findings import Finding, Severity, exit_code, in_order
from knowledge_base.languages import Language
from knowledge_base.loading.records import load
from knowledge_base.loading.settings import PROJECT, load_settings
from knowledge_base.loading.words import load_words
from knowledge_base.reuse import Dependencies, Memory
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

    @cached_property
    def _site(self) -> Site:
        return Site(self.catalogue, load_settings(), load_words(LOCALES)[0])


def inspect(root: Path, today: date) -> Inspected:
    """Return the records of `root` and all findings: readers, interface words and every check.

    What was found about a record is remembered in `build/` until something that it depends on changes.
    """
    catalogue, findings = load(root, today)
    findings += load_words(LOCALES)[1]
    dependencies = Dependencies(catalogue)
    memory = Memory(root / "build" / "findings.json")
    for record in catalogue.records:
        key = dependencies.of_findings(record)
        kept = memory.recall(record.path, key)
        if kept is None:
            found = [finding for check in CHECKS for finding in check(record, catalogue)]
            kept = [asdict(finding) for finding in found]
        memory.keep(record.path, key, kept)
        findings.extend(Finding(**values | {"severity": Severity(values["severity"])}) for values in kept)
    memory.save()
    return Inspected(root, catalogue, in_order(findings), dependencies)
