"""Compare our build with the plain stack on the same records, in turn, on one machine.

    python scripts/benchmarks/compare.py [--sizes 30 300 1000] [--rounds 3] [--json FILE]

The plain stack is MkDocs, Material with its search and static-i18n, with the same texts as ordinary
pages that are not in the menu. Both builds start from nothing; ours makes no documents to take home.
Quote the ratio: it holds when the machine's speed drifts, single times do not. Memory is that of the
largest process of a build, which from some thousand records on is Pagefind.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus import PROJECT, write_corpus

from knowledge_base.website.release import KEPT

LARGEST_PLAIN = 3000
"""Above this the plain stack takes more than ten minutes."""

PLAIN_CONFIGURATION = """
site_name: Plain
site_url: https://plain.example/
theme: {name: material, font: false}
nav: [index.md]
not_in_nav: "*"
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, name: English, build: true, default: true}
        - {locale: sv, name: Svenska, build: true}
        - {locale: ru, name: Русский, build: true}
markdown_extensions: [footnotes, attr_list]
"""


@dataclass(frozen=True)
class Run:
    """One build: seconds of wall clock, and the largest process in MiB."""

    seconds: float
    peak: float


@dataclass(frozen=True)
class Row:
    """Medians for one size; without a plain run the ratio is unknown."""

    records: int
    pages: int
    ours: float
    plain: float | None
    ratio: float | None
    unchanged: float
    one_edit: float
    one_edit_and_search: float
    check: float
    check_unchanged: float
    pages_per_second: float
    bytes_per_page: int
    peak_ours: float
    peak_plain: float | None


def measure(size: int, rounds: int) -> Row:
    """Return the medians of `rounds` interleaved pairs."""
    with tempfile.TemporaryDirectory() as folder:
        ours_root, plain_root = Path(folder, "ours"), Path(folder, "plain")
        write_corpus(ours_root, size)
        _write_plain(ours_root, plain_root)
        ours, plain, unchanged, edited, searched, checked, rechecked = [], [], [], [], [], [], []
        for _ in range(rounds):
            shutil.rmtree(ours_root / "build", ignore_errors=True)
            (ours_root / "site").unlink(missing_ok=True)
            ours.append(_our_build(ours_root))
            if size <= LARGEST_PLAIN:
                plain.append(_run([sys.executable, "-m", "mkdocs", "build", "--quiet"], plain_root))
            unchanged.append(_our_build(ours_root))
            _edit(ours_root)
            searched.append(_our_build(ours_root))
            edited.append(_edited_without_search(ours_root))
            for memory in ("findings.json", "readings.db", "checked.json"):
                (ours_root / "build" / memory).unlink(missing_ok=True)
            checked.append(_ours(ours_root, "check"))
            rechecked.append(_ours(ours_root, "check"))
        pages = sorted((ours_root / "site").resolve().rglob("*.html"))
        took = statistics.median(run.seconds for run in ours)
        plain_took = statistics.median(run.seconds for run in plain) if plain else None
        return Row(
            records=size,
            pages=len(pages),
            ours=took,
            plain=plain_took,
            ratio=statistics.median(a.seconds / b.seconds for a, b in zip(ours, plain, strict=False))
            if plain
            else None,
            unchanged=statistics.median(run.seconds for run in unchanged),
            one_edit=statistics.median(run.seconds for run in edited),
            one_edit_and_search=statistics.median(run.seconds for run in searched),
            check=statistics.median(run.seconds for run in checked),
            check_unchanged=statistics.median(run.seconds for run in rechecked),
            pages_per_second=len(pages) / took,
            bytes_per_page=sum(page.stat().st_size for page in pages) // len(pages),
            peak_ours=max(run.peak for run in ours),
            peak_plain=max(run.peak for run in plain) if plain else None,
        )


def _our_build(root: Path, *options: str) -> Run:
    return _ours(root, "build", "--no-downloads", *options)


def _edited_without_search(root: Path) -> Run:
    """Return the last of so many builds that no release is left whose index would have to be removed."""
    for _ in range(KEPT + 1):
        _edit(root)
        last = _our_build(root, "--no-search")
    return last


def _ours(root: Path, *words: str) -> Run:
    return _run([sys.executable, "-m", "knowledge_base.cli", *words, "--root", "."], root)


def _edit(root: Path) -> None:
    text = root / "practices/cases/synthetic-00007/en.md"
    text.write_text(text.read_text(encoding="utf-8") + "Edited once more.\n", encoding="utf-8")


def _write_plain(source: Path, target: Path) -> None:
    docs = target / "docs"
    docs.mkdir(parents=True)
    (target / "mkdocs.yml").write_text(PLAIN_CONFIGURATION, encoding="utf-8")
    for language in ("en", "sv", "ru"):
        (docs / f"index.{language}.md").write_text("# Home\n", encoding="utf-8")
        for text in sorted((source / "practices/cases").glob(f"*/{language}.md")):
            head, front_matter, body = text.read_text(encoding="utf-8").split("---\n", 2)
            title = json.loads(front_matter)["title"]
            page = f"---\n{json.dumps({'title': title})}\n---\n{head}{body}\n[^made-up]: Synthetic source.\n"
            (docs / f"{text.parent.name}.{language}.md").write_text(page, encoding="utf-8")


def _run(command: list[str], folder: Path) -> Run:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{' '.join(command)} failed:\n{said.decode()[-2000:]}")
    return Run(time.perf_counter() - begun, usage.ru_maxrss / 1024)


COLUMNS = [
    ("records", "records", "d"),
    ("pages", "pages", "d"),
    ("ours s", "ours", ".1f"),
    ("plain s", "plain", ".1f"),
    ("ratio", "ratio", ".3f"),
    ("unchanged s", "unchanged", ".2f"),
    ("edit s", "one_edit", ".2f"),
    ("edit+search s", "one_edit_and_search", ".2f"),
    ("check s", "check", ".2f"),
    ("again s", "check_unchanged", ".2f"),
    ("pages/s", "pages_per_second", ".0f"),
    ("bytes/page", "bytes_per_page", "d"),
    ("MiB", "peak_ours", ".0f"),
    ("plain MiB", "peak_plain", ".0f"),
]
"""Head, field of `Row`, form of the number."""


def _table(rows: list[Row]) -> str:
    def cell(row: Row, field: str, form: str) -> str:
        value = getattr(row, field)
        return "-" if value is None else format(value, form)

    lines = ["  ".join(head for head, _, _ in COLUMNS)]
    lines += ["  ".join(cell(row, f, form).rjust(len(head)) for head, f, form in COLUMNS) for row in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Compare our build with the plain stack.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[30, 300, 1000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, default=PROJECT / "build" / "benchmarks.json")
    options = parser.parse_args()
    measured = []
    for records in options.sizes:
        measured.append(measure(records, options.rounds))
        print(_table(measured[-1:]), flush=True)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps([asdict(row) for row in measured], indent=1), encoding="utf-8")
    print(f"{_table(measured)}\nwritten to {options.json}")
