"""The command `kb`."""

import argparse
import sys
from pathlib import Path

from knowledge_base.checks import CHECKS
from knowledge_base.findings import FORMATS, Finding, Severity, exit_code, in_order
from knowledge_base.loading.records import load

BROKEN_SET_UP = 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when clean or warned, 1 on errors, 2 when the set-up is broken."""
    parser = argparse.ArgumentParser(prog="kb", description="The RED knowledge base.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="say all that is wrong with the records; writes nothing")
    check.add_argument(
        "--root", type=Path, default=Path(), metavar="DIR", help="the folder that holds practices/"
    )
    check.add_argument("--format", choices=sorted(FORMATS), default="text")
    options = parser.parse_args(arguments)
    return run_check(options.root, options.format)


def run_check(root: Path, output_format: str) -> int:
    """Print all findings of `root` in one run and return the exit code."""
    if not (root / "practices").is_dir():
        print(
            f"{root} holds no folder practices/. Run kb in the project, or name it with --root.",
            file=sys.stderr,
        )
        return BROKEN_SET_UP
    findings = all_findings(root)
    text = FORMATS[output_format](findings)
    if text:
        print(text)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    print(f"errors: {errors}, warnings: {len(findings) - errors}", file=sys.stderr)
    return exit_code(findings)


def all_findings(root: Path) -> list[Finding]:
    """Return what the readers and every check say of `root`, in order."""
    catalogue, findings = load(root)
    return in_order([*findings, *(finding for check in CHECKS for finding in check(catalogue))])
