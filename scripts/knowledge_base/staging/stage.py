"""From a root to staged pages: load, check, and write only when there is no error."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from knowledge_base.catalogue import Catalogue
from knowledge_base.checks import CHECKS
from knowledge_base.findings import Finding, exit_code, in_order
from knowledge_base.languages import Language
from knowledge_base.loading.records import load
from knowledge_base.loading.settings import PROJECT, load_settings
from knowledge_base.loading.words import load_words
from knowledge_base.staging.page import Site
from knowledge_base.staging.site import pages
from knowledge_base.staging.writer import write_pages

LOCALES = PROJECT / "overrides" / "locales"


@dataclass(frozen=True)
class Inspected:
    """What a root holds: its records and all findings."""

    root: Path
    catalogue: Catalogue
    findings: list[Finding]

    @property
    def failed(self) -> bool:
        """Tell whether an error stands in the way of publishing."""
        return exit_code(self.findings) != 0

    @cached_property
    def _site(self) -> Site:
        return Site(self.catalogue, load_settings(), load_words(LOCALES)[0])

    def stage(self, language: Language, folder: Path) -> int:
        """Write the pages of a language below `folder/<language>` and return their number."""
        return write_pages(pages(self._site, language), folder / language, self.root / "practices")


def inspect(root: Path, today: date) -> Inspected:
    """Return the records of `root` and all findings: readers, interface words and every check."""
    catalogue, findings = load(root, today)
    findings += load_words(LOCALES)[1]
    for record in catalogue.records:
        for check in CHECKS:
            findings.extend(check(record, catalogue))
    return Inspected(root, catalogue, in_order(findings))
