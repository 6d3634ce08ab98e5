"""All records of a root with everything that is wrong with them: what every command begins with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from knowledge_base.catalogue import Catalogue
from knowledge_base.checks import CHECKS
from knowledge_base.findings import Finding, Severity, as_row, exit_code, from_row, in_order
from knowledge_base.languages import Language
from knowledge_base.loading.readings import Readings, Seen
from knowledge_base.loading.records import load
from knowledge_base.loading.words import LOCALES, Words, load_words
from knowledge_base.memory import Memory
from knowledge_base.reuse import Dependencies, inputs_digest


@dataclass(frozen=True)
class Inspected:
    """What a root holds: its records, the interface words, and all findings."""

    root: Path
    catalogue: Catalogue
    findings: list[Finding]
    words: Mapping[Language, Words]
    dependencies: Dependencies

    @property
    def failed(self) -> bool:
        """Tell whether an error stands in the way of publishing."""
        return exit_code(self.findings) != 0


def inspect(root: Path, today: date, work: Path | None = None, seen: Seen | None = None) -> Inspected:
    """Return the records of `root` and all findings: readers, interface words and every check.

    What was read and found about a record is remembered in `work` (default: build/) until something that
    it depends on changes; `seen` is for a process that inspects again and again.
    """
    work = work or root / "build"
    with Readings(work / "readings.db", seen) as readings:
        catalogue, findings = load(root, today, readings)
    words, found = load_words(LOCALES)
    dependencies = Dependencies(catalogue)
    memory = Memory(work / "findings.json")
    checked = _check(catalogue, dependencies, memory)
    return Inspected(root, catalogue, in_order([*findings, *found, *checked]), words, dependencies)


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


def showable(inspected: Inspected, before: Inspected | None, work: Path) -> Inspected | None:
    """Return what a preview can show in spite of errors, with all findings.

    A broken record is shown as it was `before`, or left out. Returns None when an error is not that of a
    record, such as one in a vocabulary.
    """
    good = {owner_of(record.path): record for record in before.catalogue.records} if before else {}
    records = {owner_of(record.path): record for record in inspected.catalogue.records}
    catalogue, dependencies = inspected.catalogue, inspected.dependencies
    memory = Memory(work / "findings-preview.json")
    broken = _broken(inspected.findings)
    if broken - records.keys():
        return None
    while broken:
        for owner in broken:
            # A record that is still wrong as it was before refers to one that is gone: leave it out too.
            if (as_before := good.pop(owner, None)) is not None:
                records[owner] = as_before
            else:
                del records[owner]
        catalogue = replace(catalogue, records=tuple(records.values()))
        dependencies = Dependencies(catalogue)
        broken = _broken(_check(catalogue, dependencies, memory))
    return replace(inspected, catalogue=catalogue, dependencies=dependencies)


def _check(catalogue: Catalogue, dependencies: Dependencies, memory: Memory) -> list[Finding]:
    findings: list[Finding] = []
    for record in catalogue.records:
        key = dependencies.of_findings(record)
        kept = memory.recall(record.path, key)
        if kept is None:
            kept = [as_row(finding) for check in CHECKS for finding in check(record, catalogue)]
        memory.keep(record.path, key, kept)
        findings.extend(from_row(row) for row in kept)
    memory.save()
    return findings


def _broken(findings: Iterable[Finding]) -> set[str]:
    # In a preview drafts have pages: what leads to one is not broken there.
    bad = (f for f in findings if f.severity is Severity.ERROR and f.saying != "draft")
    return {owner_of(finding.path) for finding in bad}


def owner_of(path: str) -> str:
    """Return what the files of one record have in common: `practices/cases/<slug>`, `docs/<slug>`."""
    parts = path.split("/")
    if parts[0] == "docs":
        return "/".join([*parts[:-1], parts[-1].partition(".")[0]])
    return "/".join(parts[:3]).removesuffix(".yml")
