"""The command `kb`."""

import argparse
import sys
from datetime import date
from pathlib import Path

from knowledge_base.checks import CHECKS
from knowledge_base.findings import FORMATS, Finding, Severity, exit_code, in_order
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.records import load
from knowledge_base.today import resolve_today
from knowledge_base.translations import State, accepted, changed_units, original_text, state

BROKEN_SET_UP = 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when clean or warned, 1 on errors, 2 when the set-up is broken."""
    parser = argparse.ArgumentParser(prog="kb", description="The RED knowledge base.")
    commands = parser.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--root", type=Path, default=Path(), metavar="DIR", help="the folder that holds practices/"
    )
    common.add_argument("--today", metavar="DATE", help="the day to check for (ISO 8601)")
    check = commands.add_parser(
        "check", help="say all that is wrong with the records; writes nothing", parents=[common]
    )
    check.add_argument("--format", choices=sorted(FORMATS), default="text")
    translations = commands.add_parser("translations", help="what is missing or out of date, and settling it")
    actions = translations.add_subparsers(dest="action", required=True)
    actions.add_parser("status", help="the work list, by unit", parents=[common])
    accept = actions.add_parser("accept", help="settle a change that needs no new words", parents=[common])
    accept.add_argument("record", metavar="KIND/SLUG", help="for example cases/netport-karlshamn")
    accept.add_argument("language", metavar="LANG", choices=LANGUAGES)
    options = parser.parse_args(arguments)
    if not (options.root / "practices").is_dir():
        print(f"{options.root} holds no folder practices/. Name the right one with --root.", file=sys.stderr)
        return BROKEN_SET_UP
    try:
        today = resolve_today(options.today)
    except ValueError:
        print(
            "The day cannot be read. Give --today as 2026-11-25, or mend SOURCE_DATE_EPOCH.", file=sys.stderr
        )
        return BROKEN_SET_UP
    match options.command, getattr(options, "action", None):
        case "translations", "status":
            return run_translations_status(options.root, today)
        case "translations", "accept":
            return run_translations_accept(options.root, today, options.record, options.language)
        case _:
            return run_check(options.root, today, options.format)


def run_check(root: Path, today: date, output_format: str) -> int:
    """Print all findings of `root` in one run and return the exit code."""
    findings = all_findings(root, today)
    text = FORMATS[output_format](findings)
    if text:
        print(text)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    print(f"errors: {errors}, warnings: {len(findings) - errors}", file=sys.stderr)
    return exit_code(findings)


def run_translations_status(root: Path, today: date) -> int:
    """Print one line per record and language that needs work, with the units."""
    catalogue, _ = load(root, today)
    for record in catalogue.records:
        for language in LANGUAGES if record.kind.words else ():
            where = state(record, language)
            if where in (State.MISSING, State.CHANGED):
                changed = ", ".join(changed_units(record, language))
                print(f"{record.kind.folder}/{record.slug} {language}: {where} {changed}".rstrip())
    return 0


def run_translations_accept(root: Path, today: date, name: str, language: Language) -> int:
    """Store the fingerprints of today's original in one translation."""
    catalogue, _ = load(root, today)
    record = next((r for r in catalogue.records if f"{r.kind.folder}/{r.slug}" == name), None)
    where = state(record, language) if record else State.MISSING
    if record is None or where in (State.MISSING, State.ORIGINAL):
        print(f"{name} has no translation into {language}.", file=sys.stderr)
        return BROKEN_SET_UP
    original = original_text(record)
    if original is None:
        print(f"{name} has no text in its original language; add it first.", file=sys.stderr)
        return BROKEN_SET_UP
    file = root / record.texts[language].source.path
    file.write_text(accepted(file.read_text(encoding="utf-8"), original), encoding="utf-8")
    print(f"{name} {language}: current")
    return 0


def all_findings(root: Path, today: date) -> list[Finding]:
    """Return what the readers and every check say of `root`, in order."""
    catalogue, findings = load(root, today)
    return in_order([*findings, *(finding for check in CHECKS for finding in check(catalogue))])
