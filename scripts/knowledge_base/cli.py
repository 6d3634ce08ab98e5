"""The command `kb`."""

import argparse
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic

from knowledge_base.findings import FORMATS, Severity, as_text, exit_code, summary
from knowledge_base.inspection import findings_of
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.records import load
from knowledge_base.loading.settings import PROJECT
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
        "check", help="say all that is wrong with the records; changes none", parents=[common]
    )
    check.add_argument("--format", choices=sorted(FORMATS), default="text")
    translations = commands.add_parser("translations", help="what is missing or out of date, and settling it")
    actions = translations.add_subparsers(dest="action", required=True)
    actions.add_parser("status", help="the work list, by unit", parents=[common])
    accept = actions.add_parser("accept", help="settle a change that needs no new words", parents=[common])
    accept.add_argument("record", metavar="KIND/SLUG", help="for example cases/netport-karlshamn")
    accept.add_argument("language", metavar="LANG", choices=LANGUAGES)
    builds = argparse.ArgumentParser(add_help=False, parents=[common])
    builds.add_argument("--languages", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    builds.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes at once"
    )
    builds.add_argument(
        "--no-search",
        dest="search",
        action="store_false",
        help="make no search index, which takes time",
    )
    build = commands.add_parser("build", help="the whole site, published in one step", parents=[builds])
    build.add_argument(
        "--output", type=Path, metavar="DIR", help="where the site appears (default: ROOT/site)"
    )
    commands.add_parser(
        "links", help="ask for every outside address that records name (uses the network)", parents=[common]
    )
    imports = commands.add_parser(
        "import-issue", help="make a record of the text of an issue or an e-mail", parents=[common]
    )
    imports.add_argument("file", type=Path, metavar="FILE", help="the text, as it was written")
    serve = commands.add_parser(
        "serve", help="a live preview on this machine: follows every edit, shows drafts", parents=[builds]
    )
    serve.add_argument("--port", type=int, default=8000)
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
        case "build", _:
            return run_build(options.root, today, options.output or options.root / "site", options)
        case "links", _:
            return run_links(options.root, today)
        case "import-issue", _:
            return run_import_issue(options.root, options.file, today)
        case "serve", _:
            return run_serve(options.root, today, options)
        case _:
            return run_check(options.root, today, options.format)


@contextmanager
def no_cycle_search() -> Iterator[None]:
    """Leave reference cycles alone for a while: there are few, and looking takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def run_check(root: Path, today: date, output_format: str) -> int:
    """Print all findings of `root` in one run and return the exit code."""
    with no_cycle_search():
        findings = findings_of(root, today)
    text = FORMATS[output_format](findings)
    if text:
        print(text)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    print(f"errors: {errors}, warnings: {len(findings) - errors}", file=sys.stderr)
    return exit_code(findings)


def run_build(root: Path, today: date, output: Path, options: argparse.Namespace) -> int:
    """Build and publish the site; on any failure the last good one stays."""
    # Imported here: the other commands need not wait for MkDocs.
    from knowledge_base.website.build import Options, build

    begun = monotonic()
    try:
        chosen = Options(options.languages, options.jobs, options.search)
        with no_cycle_search():
            result = build(root.absolute(), output.absolute(), today, chosen)
    except RuntimeError as error:
        print(f"{error}\nThe last good site still stands in {output}.", file=sys.stderr)
        return BROKEN_SET_UP
    if result.release is None:
        print(as_text(result.findings))
        print(f"Nothing was built; the last good site, if any, still stands in {output}.", file=sys.stderr)
        return 1
    if result.findings:
        print(f"{summary(result.findings)} (kb check lists them)")
    seconds = monotonic() - begun
    print(
        f"{output}: {result.pages} pages, {result.painted} of them new, in {seconds:.1f} s "
        f"({result.painted / seconds:.0f} pages per second)"
    )
    return 0


def run_serve(root: Path, today: date, options: argparse.Namespace) -> int:
    """Serve a preview that follows every edit, until interrupted."""
    # Imported here: the other commands need not wait for MkDocs.
    from knowledge_base.preview.serve import serve
    from knowledge_base.preview.workshop import Workshop
    from knowledge_base.website.build import Options

    workshop = Workshop(root.absolute(), today, Options(options.languages, options.jobs, options.search))
    folders = [root.absolute() / "practices", root.absolute() / "docs", PROJECT / "overrides"]
    try:
        with suppress(KeyboardInterrupt):
            serve(workshop, folders, options.port, partial(print, flush=True))
    except OSError as error:
        print(
            f"Port {options.port} cannot be used ({error.strerror}). Choose another with --port.",
            file=sys.stderr,
        )
        return BROKEN_SET_UP
    return 0


def run_links(root: Path, today: date) -> int:
    """Print the addresses that do not answer, with the files that name them; 1 when a page is gone."""
    # Imported here: the other commands need no network.
    from knowledge_base.links import addresses_of, check_links

    catalogue, _ = load(root, today)
    answers = check_links(addresses_of(catalogue.records))
    for answer in answers:
        if answer.state != "ok":
            print(f"{answer.state} ({answer.detail}): {answer.address}", *answer.paths, sep="\n    ")
    counts = {state: sum(a.state == state for a in answers) for state in ("ok", "gone", "refused", "silent")}
    print(", ".join(f"{state}: {count}" for state, count in counts.items()))
    return int(counts["gone"] > 0)


def run_import_issue(root: Path, file: Path, today: date) -> int:
    """Make a record of the text of an issue; say what was written, or why nothing was."""
    # Imported here: the other commands need none of the forms.
    from knowledge_base.proposals.answers import Refused
    from knowledge_base.proposals.imports import import_issue

    try:
        imported = import_issue(root, file.read_text(encoding="utf-8-sig"), today)
    except (OSError, UnicodeDecodeError) as error:
        print(f"{file} cannot be read as UTF-8 text: {error}.", file=sys.stderr)
        return BROKEN_SET_UP
    except Refused as refusal:
        print(
            "Nothing was written:", *(f"- {reason}" for reason in refusal.reasons), sep="\n", file=sys.stderr
        )
        return 1
    for path in imported.paths:
        print(f"written: {path}")
    if imported.findings:
        print("left to do:", as_text(imported.findings), sep="\n")
    return 0


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


def run() -> None:
    """Run the command and end the process at once: taking a catalogue apart takes longer than a check."""
    try:
        code = main()
    except SystemExit as stop:  # argparse ends so, for --help and for wrong options
        code = stop.code if isinstance(stop.code, int) else 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
