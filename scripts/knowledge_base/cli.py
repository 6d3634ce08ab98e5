"""The command `kb`."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic

from knowledge_base.findings import Severity, exit_code, nearest, summary
from knowledge_base.generate import generate, stale
from knowledge_base.inspection import findings_of, owner_of
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.records import load
from knowledge_base.loading.settings import PROJECT, load_settings, reserved
from knowledge_base.new import PORT, new_record, new_translation
from knowledge_base.record_names import named_record
from knowledge_base.reporting import FORMATS, as_text, explained, language_of_system, said_in
from knowledge_base.rules import rule_names
from knowledge_base.schema.kinds import KINDS, PAGE
from knowledge_base.today import resolve_today
from knowledge_base.translation_commands import print_changes, print_status, settle

BROKEN_SET_UP = 2

READER_IS_GONE = 141
"""What a shell says of a program that the signal for a broken pipe has ended."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when clean or warned, 1 on errors, 2 when the set-up is broken."""
    parser = argparse.ArgumentParser(prog="kb", description="The RED knowledge base.")
    commands = parser.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--root", type=Path, default=Path(), metavar="DIR", help="the folder that holds practices/"
    )
    speaking = argparse.ArgumentParser(add_help=False)
    speaking.add_argument(
        "--lang",
        choices=LANGUAGES,
        help="language of what is said (default: that of the system, else English)",
    )
    common.add_argument("--today", metavar="DATE", help="the day to check for (ISO 8601)")
    check = commands.add_parser(
        "check", help="say all that is wrong with the records; changes none", parents=[common, speaking]
    )
    check.add_argument(
        "records",
        nargs="*",
        metavar="KIND/SLUG",
        help="only these records, for example cases/netport-karlshamn, or the path of a file (default: all)",
    )
    check.add_argument("--explain", metavar="RULE", help="say why a rule is there, with examples, and stop")
    check.add_argument("--format", choices=sorted(FORMATS), default="text")
    translations = commands.add_parser("translations", help="what is missing or out of date, and settling it")
    actions = translations.add_subparsers(dest="action", required=True)
    status = actions.add_parser(
        "status", help="the work list, by language, kind and unit", parents=[common, speaking]
    )
    status.add_argument("--language", choices=LANGUAGES, help="only translations into this language")
    status.add_argument("--kind", choices=[kind.name for kind in (*KINDS, PAGE)], help="only this kind")
    diff = actions.add_parser(
        "diff",
        help="what has changed in the original since a translation was made",
        parents=[common, speaking],
    )
    diff.add_argument("record", metavar="KIND/SLUG", help="for example cases/netport-karlshamn")
    diff.add_argument("language", metavar="LANGUAGE", choices=LANGUAGES, help="that of the translation")
    accept = actions.add_parser(
        "accept", help="settle that a translation follows its original", parents=[common, speaking]
    )
    accept.add_argument("record", metavar="KIND/SLUG", help="for example cases/netport-karlshamn")
    accept.add_argument("language", metavar="LANGUAGE", choices=LANGUAGES, help="that of the translation")
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
    build = commands.add_parser(
        "build", help="the whole site, published in one step", parents=[builds, speaking]
    )
    build.add_argument(
        "--no-downloads", dest="downloads", action="store_false", help="make no PDF, DOCX and EPUB"
    )
    build.add_argument(
        "--output", type=Path, metavar="DIR", help="where the site appears (default: ROOT/site)"
    )
    build.add_argument(
        "--release",
        action="store_true",
        help="to publish: also offline packs, social cards, compressed copies and checksums; "
        "every setting must be made",
    )
    new = commands.add_parser("new", help="a skeleton with each field explained", parents=[common, speaking])
    made = [*(kind.name for kind in KINDS), "template", "translation"]
    new.add_argument("kind", metavar="KIND", choices=made, help=", ".join(made))
    new.add_argument(
        "slug",
        metavar="SLUG",
        help="its permanent name in addresses; a template: GUIDE/NAME; a translation: KIND/SLUG",
    )
    new.add_argument("language", metavar="LANGUAGE", nargs="?", choices=LANGUAGES, help="of a translation")
    generated = commands.add_parser(
        "generate", help="write the files that follow from others: schemas, settings of editors"
    )
    generated.add_argument(
        "--root", type=Path, default=Path(), metavar="DIR", help="the folder that holds practices/"
    )
    generated.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 when a file is out of date"
    )
    commands.add_parser(
        "links", help="ask for every outside address that records name (uses the network)", parents=[common]
    )
    imports = commands.add_parser(
        "import-issue", help="make a record of the text of an issue or an e-mail", parents=[common, speaking]
    )
    imports.add_argument("file", type=Path, metavar="FILE", help="the text, as it was written")
    serve = commands.add_parser(
        "serve", help="a live preview on this machine: follows every edit, shows drafts", parents=[builds]
    )
    serve.add_argument("--port", type=int, default=PORT)
    options = parser.parse_args(arguments)
    if options.command == "new" and (options.kind == "translation") != (options.language is not None):
        new.error("a translation, and nothing else, is named with its language: cases/netport-karlshamn sv")
    language = getattr(options, "lang", None) or language_of_system()
    if getattr(options, "explain", None):
        return run_explain(options.explain, language)
    if not (options.root / "practices").is_dir():
        print(f"{options.root} holds no folder practices/. Name the right one with --root.", file=sys.stderr)
        return BROKEN_SET_UP
    try:
        today = resolve_today(getattr(options, "today", None))
    except ValueError:
        print(
            "The day cannot be read. Give --today as 2026-11-25, or mend SOURCE_DATE_EPOCH.", file=sys.stderr
        )
        return BROKEN_SET_UP
    match options.command, getattr(options, "action", None):
        case "translations", "status":
            print_status(options.root, today, options.language, options.kind, language)
            return 0
        case "translations", "diff":
            return run_on_translation(print_changes, options, today, language)
        case "translations", "accept":
            return run_on_translation(settle, options, today, language)
        case "build", _:
            return run_build(options.root, today, options.output or options.root / "site", options)
        case "new", _:
            return run_new(options.root, today, options, language)
        case "generate", _:
            return run_generate(options.root, options.check)
        case "links", _:
            return run_links(options.root, today)
        case "import-issue", _:
            return run_import_issue(options.root, options.file, today, language)
        case "serve", _:
            return run_serve(options.root, today, options)
        case _:
            return run_check(options.root, today, options.format, language, options.records)


@contextmanager
def no_cycle_search() -> Iterator[None]:
    """Leave reference cycles alone for a while: there are few, and looking takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def run_check(
    root: Path, today: date, output_format: str, language: Language, records: Iterable[str] = ()
) -> int:
    """Print all findings of `root`, or those of some records, in one run and return the exit code."""
    try:
        owners = {named_record(root, name, language) for name in records}
    except ValueError as reason:
        print(reason, file=sys.stderr)
        return BROKEN_SET_UP
    with no_cycle_search():
        findings = findings_of(root, today)
    if owners:
        findings = [finding for finding in findings if owner_of(finding.path) in owners]
    text = FORMATS[output_format](findings, language)
    if text:
        print(text)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    words = said_in(language)
    print(words("findings_count", errors=errors, warnings=len(findings) - errors), file=sys.stderr)
    if findings:
        print(words("findings_explain"), file=sys.stderr)
    return exit_code(findings)


def run_explain(name: str, language: Language) -> int:
    """Print why a rule is there, with examples."""
    names = rule_names()
    if name not in names:
        meant = nearest(name, names)
        hint = f" {said_in(language)('finding_meant', word=meant)}" if meant else ""
        print(f"{name}: ?{hint}\n{', '.join(names)}", file=sys.stderr)
        return BROKEN_SET_UP
    print(explained(name, language))
    return 0


def run_build(root: Path, today: date, output: Path, options: argparse.Namespace) -> int:
    """Build and publish the site; on any failure the last good one stays."""
    # Imported here: the other commands need not wait for MkDocs.
    from knowledge_base.downloads.press import FOLDER
    from knowledge_base.website.build import Options, build

    if options.release and (missing := reserved(load_settings())):
        print(
            f"These settings are not made yet: {', '.join(missing)}. Give them in mkdocs.yml under "
            f"`extra: settings:`, or in the environment as {', '.join(f'KB_{m.upper()}' for m in missing)}; "
            "a release names its owner.",
            file=sys.stderr,
        )
        return BROKEN_SET_UP
    begun = monotonic()
    try:
        chosen = Options(
            options.languages,
            options.jobs,
            options.search,
            downloads=options.downloads,
            release=options.release,
        )
        with no_cycle_search():
            result = build(root.absolute(), output.absolute(), today, chosen)
    except RuntimeError as error:
        print(f"{error}\nThe last good site still stands in {output}.", file=sys.stderr)
        return BROKEN_SET_UP
    if result.release is None:
        print(as_text(result.findings, options.lang or language_of_system()))
        print(f"Nothing was built; the last good site, if any, still stands in {output}.", file=sys.stderr)
        return 1
    if result.findings:
        print(f"{summary(result.findings)} (kb check lists them)")
    seconds = monotonic() - begun
    print(
        f"{output}: {result.pages} pages, {result.painted} of them new, in {seconds:.1f} s "
        f"({result.painted / seconds:.0f} pages per second)"
    )
    if result.documents:
        print(f"{output / FOLDER}: {result.documents} documents, {result.printed} of them new")
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


def run_generate(root: Path, check: bool) -> int:
    """Write the generated files that are out of date, or only say which they are."""
    if not check:
        for path in generate(root):
            print(f"written: {path}")
        return 0
    for path in (old := stale(root)):
        print(f"{path} is out of date: run `kb generate`.", file=sys.stderr)
    return int(bool(old))


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


def run_import_issue(root: Path, file: Path, today: date, language: Language) -> int:
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
        print("left to do:", as_text(imported.findings, language), sep="\n")
    return 0


def run_on_translation(
    action: Callable[[Path, date, str, Language, Language], None],
    options: argparse.Namespace,
    today: date,
    language: Language,
) -> int:
    """Do something with one translation of a record, or say why it cannot be done."""
    try:
        action(options.root, today, options.record, options.language, language)
    except ValueError as reason:
        print(reason, file=sys.stderr)
        return BROKEN_SET_UP
    return 0


def run_new(root: Path, today: date, options: argparse.Namespace, language: Language) -> int:
    """Write a new record, template or translation; say what to do next, or why nothing was written."""
    catalogue, _ = load(root, today)
    try:
        if options.language:
            created = new_translation(root, catalogue, options.slug, options.language, language)
        else:
            created = new_record(root, catalogue, options.kind, options.slug, language)
    except ValueError as reason:
        print(reason, file=sys.stderr)
        return BROKEN_SET_UP
    for line in created:
        print(line)
    return 0


def run() -> None:
    """Run the command and end the process at once: taking a catalogue apart takes longer than a check."""
    try:
        try:
            code = main()
        except SystemExit as stop:  # argparse ends so, for --help and for wrong options
            code = stop.code if isinstance(stop.code, int) else 1
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        if not _reader_is_gone():
            raise
        code = READER_IS_GONE
    os._exit(code)


def _reader_is_gone() -> bool:
    """Tell whether nobody reads any longer what is printed, as with `kb check | head`."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.write("\n")  # what could not be written may be forgotten already
            stream.flush()
        except BrokenPipeError:
            return True
    return False


if __name__ == "__main__":
    run()
