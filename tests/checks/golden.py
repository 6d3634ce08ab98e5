"""Broken records and exactly what is said about them: one file of examples for each rule.

The first example of a rule that names a file is the one that its page shows; the others stand in
`golden/<rule>.yml` as a list of

    name: what is wrong
    change: a list of edits of the example site: {file, old, new}, {file, write}, {file, bytes}, {file, link},
            {file, delete: true} or {file, move: target}
    today: the day to check for, when another than usual
    finds: a list of all findings, each with its place, rule, severity and the words in three languages

`python -m tests.checks.golden` writes `finds` anew, to be read before it is committed.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from tests.conftest import TODAY, clean_copy

from knowledge_base.findings import Finding, in_order
from knowledge_base.inspection import findings_of
from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.words import LOCALES, load_words
from knowledge_base.reporting import said
from knowledge_base.rules import rule, rule_names

FOLDER = Path(__file__).parent / "golden"

FROM_RULE = "the example of the rule's page"


@dataclass
class Golden:
    """One broken record."""

    rule: str
    name: str
    change: list[dict[str, Any]]
    today: date = TODAY
    finds: list[dict[str, str]] = field(default_factory=list)


def goldens() -> Iterator[Golden]:
    """Yield every example: those of the rules' pages, and the others."""
    for name in rule_names():
        file = FOLDER / f"{name}.yml"
        written = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else []
        by_name = {entry["name"]: entry for entry in written}
        example = rule(name).example
        if example.file:
            change = [{"file": example.file, "old": example.right, "new": example.wrong}]
            finds = by_name.pop(FROM_RULE, {}).get("finds", [])
            yield Golden(name, FROM_RULE, change, TODAY, finds)
        for entry in by_name.values():
            today = date.fromisoformat(entry.get("today", TODAY.isoformat()))
            yield Golden(name, entry["name"], entry["change"], today, entry.get("finds", []))


def apply(golden: Golden, site: Path) -> None:
    """Break a copy of the example site."""
    for edit in golden.change:
        file = site / edit["file"]
        match edit:
            case {"old": old, "new": new}:
                text = file.read_text(encoding="utf-8")
                assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {edit['file']}"
                file.write_text(text.replace(old, new), encoding="utf-8")
            case {"write": text}:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            case {"bytes": text}:
                file.write_bytes(text.encode("latin-1"))
            case {"link": target}:
                file.symlink_to(target)
            case {"move": target}:
                file.rename(site / target)
            case {"delete": True}:
                file.unlink()
            case _:
                raise AssertionError(edit)


def found(golden: Golden, site: Path) -> list[dict[str, str]]:
    """Return all that is said about the broken site."""
    if any(edit["file"].startswith("overrides/") for edit in golden.change):
        shutil.copytree(LOCALES, site / "overrides/locales")
        apply(golden, site)
        return [_shown(finding) for finding in in_order(load_words(site / "overrides/locales")[1])]
    apply(golden, site)
    return [_shown(finding) for finding in findings_of(site, golden.today)]


def _shown(finding: Finding) -> dict[str, str]:
    words = {language: said(finding, language) for language in LANGUAGES}
    return {
        "at": f"{finding.path}:{finding.line}:{finding.column}",
        "rule": f"{finding.rule} ({finding.severity})",
        **{language: f"{what.message} / {what.remedy}" for language, what in words.items()},
    }


def write() -> None:
    """Write what is found as what is expected."""
    by_rule: dict[str, list[dict[str, Any]]] = {}
    for golden in list(goldens()):
        with TemporaryDirectory() as folder:
            finds = found(golden, clean_copy(Path(folder) / "site"))
        entry: dict[str, Any] = {"name": golden.name}
        if golden.name != FROM_RULE:
            entry["change"] = golden.change
        if golden.today != TODAY:
            entry["today"] = golden.today.isoformat()
        by_rule.setdefault(golden.rule, []).append(entry | {"finds": finds})
    for name, entries in by_rule.items():
        text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=110)
        (FOLDER / f"{name}.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
