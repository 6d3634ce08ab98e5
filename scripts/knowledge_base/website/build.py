"""Build the whole site: staged, painted, exported, and published in one step.

A release is a folder below `build/releases/`, named by what it holds and made of hard links to
painted files; `site` is a link to one of them. Nothing a reader sees changes before the new release
is complete.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from knowledge_base.exports.files import export_files
from knowledge_base.findings import Finding
from knowledge_base.languages import FACTS, Language
from knowledge_base.loading.settings import load_settings
from knowledge_base.staging.stage import inspect
from knowledge_base.website.paint import Painted, paint

KEPT_RELEASES = 2
"""The published release and the one before it, for a way back."""


@dataclass(frozen=True)
class Build:
    """What a build came to; `release` is None when findings stood in the way.

    `painted` of the `pages` were made anew; the others are those of an earlier build.
    """

    findings: list[Finding]
    release: Path | None
    pages: int
    painted: int


def build(root: Path, output: Path, today: date, languages: Sequence[Language], jobs: int) -> Build:
    """Build `root` and make `output` a link to the new release.

    Raises RuntimeError when the site generator fails; then `output` still shows the last good site.
    """
    work = output.parent / "build"
    inspected = inspect(root, today)
    if inspected.failed:
        return Build(inspected.findings, None, 0, 0)
    painted = paint(inspected.stage, work, languages, jobs)
    exports = dict(export_files(inspected.catalogue, work / "pages", load_settings()))
    release = _release(painted, exports, work / "releases")
    publish(release, output)
    _remove_old(work / "releases", release)
    pages = sum(name.endswith(".html") for name in painted.files)
    return Build(inspected.findings, release, pages, painted.fresh)


def publish(release: Path, output: Path) -> None:
    """Make `output` a link to `release` in one call, or say what stands in the way."""
    if output.exists() and not output.is_symlink():
        raise RuntimeError(f"{output} is a folder, not a link made by kb build. Move it away, then build.")
    link = output.with_name(f".{output.name}.new")
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(release, output.parent), target_is_directory=True)
    link.replace(output)


def _release(painted: Painted, exports: dict[str, str], releases: Path) -> Path:
    """Return the folder of a release, made unless one of the same content is there."""
    digest = sha256()
    for name, content in sorted({**painted.files, **exports}.items()):
        digest.update(f"{name}\0{content}\0".encode())
    release = releases / digest.hexdigest()[:16]
    if release.exists():
        return release
    fresh = releases / "unfinished"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    made = {fresh}
    for name in painted.files:
        language, _, path = name.partition("/")
        target = fresh / _root(language) / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        os.link(painted.folder / name, target)
    for path, text in exports.items():
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        (fresh / path).write_text(text, encoding="utf-8", newline="")
    fresh.rename(release)
    return release


def _root(language: str) -> str:
    return next(facts.root.strip("/") for code, facts in FACTS.items() if code == language)


def _remove_old(releases: Path, current: Path) -> None:
    others = sorted((r for r in releases.iterdir() if r != current), key=lambda r: r.stat().st_mtime)
    for release in others[: max(0, len(others) - KEPT_RELEASES + 1)]:
        shutil.rmtree(release)
