"""From a root to staged pages: load, check, and write only when there is no error."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge_base.catalogue import Catalogue
from knowledge_base.checks import CHECKS
from knowledge_base.findings import Finding, exit_code, in_order
from knowledge_base.loading.records import load
from knowledge_base.loading.settings import PROJECT, load_settings
from knowledge_base.loading.words import load_words
from knowledge_base.staging.page import Site
from knowledge_base.staging.site import pages
from knowledge_base.staging.writer import write_pages


@dataclass(frozen=True)
class Staged:
    """What a root gave: its records, all findings, and how many pages were staged."""

    catalogue: Catalogue
    findings: list[Finding]
    pages: int

    @property
    def failed(self) -> bool:
        """Tell whether an error stands in the way; then no page was touched."""
        return exit_code(self.findings) != 0


def inspect(root: Path, today: date) -> tuple[Catalogue, list[Finding]]:
    """Return the records of `root` and all findings: readers, interface words and every check."""
    catalogue, findings = load(root, today)
    findings += load_words(PROJECT / "overrides" / "locales")[1]
    return catalogue, in_order(
        [
            *findings,
            *(f for record in catalogue.records for check in CHECKS for f in check(record, catalogue)),
        ]
    )


def stage(root: Path, folder: Path, today: date) -> Staged:
    """Write the pages of `root` below `folder`, unless a finding is an error."""
    catalogue, findings = inspect(root, today)
    if exit_code(findings):
        return Staged(catalogue, findings, 0)
    words, _ = load_words(PROJECT / "overrides" / "locales")
    site = Site(catalogue, load_settings(), words)
    return Staged(catalogue, findings, write_pages(pages(site), folder, root / "practices"))
