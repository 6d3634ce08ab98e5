"""Build the whole site: languages in parallel, merged, exported, and published in one step.

A release is a folder below `build/releases/`, named by what it holds; `site` is a link to one of
them. Nothing a reader sees changes before the new release is complete.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from knowledge_base.exports.files import export_files
from knowledge_base.findings import Finding
from knowledge_base.languages import FACTS, LANGUAGES, Language
from knowledge_base.loading.settings import load_settings
from knowledge_base.staging.stage import stage
from knowledge_base.website.language import build_language

KEPT_RELEASES = 2
"""The published release and the one before it, for a way back."""


@dataclass(frozen=True)
class Build:
    """What a build came to; `release` is None when findings stood in the way."""

    findings: list[Finding]
    release: Path | None
    pages: int


def build(root: Path, output: Path, today: date, languages: Sequence[Language], jobs: int) -> Build:
    """Build `root` and make `output` a link to the new release.

    Raises RuntimeError when the site generator fails; then `output` still shows the last good site.
    """
    work = output.parent / "build"
    staged = stage(root, work / "pages", today)
    if staged.failed:
        return Build(staged.findings, None, 0)
    fresh = work / "merged"
    shutil.rmtree(fresh, ignore_errors=True)
    settings = load_settings()
    # Fresh processes: MkDocs and its plugins keep state from build to build.
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
        tasks = [
            pool.submit(build_language, language, work / "pages", work / "languages" / language)
            for language in languages
        ]
        for task in tasks:
            task.result()
    for language in languages:
        _merge(work / "languages" / language, fresh / FACTS[language].root.strip("/"), language)
    for path, text in export_files(staged.catalogue, work / "pages", settings):
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        (fresh / path).write_text(text, encoding="utf-8", newline="")
    release = _keep(fresh, work / "releases")
    publish(release, output)
    _remove_old(work / "releases", release)
    return Build(staged.findings, release, sum(1 for _ in release.rglob("*.html")))


def publish(release: Path, output: Path) -> None:
    """Make `output` a link to `release` in one call, or say what stands in the way."""
    if output.exists() and not output.is_symlink():
        raise RuntimeError(
            f"{output} is a folder, not a link made by kb build. Move it away, then build again."
        )
    link = output.with_name(f".{output.name}.new")
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(release, output.parent), target_is_directory=True)
    link.replace(output)


def _merge(source: Path, target: Path, language: Language) -> None:
    """Move one language's pages to their place, without what the site has only once."""
    for file in _files(source):
        path = file.relative_to(source)
        # Material's own styles and scripts are not loaded by any page; our sitemap knows all languages.
        stock = path.parts[0] == "assets" and path.parts[1] in ("javascripts", "stylesheets", "images")
        if stock or path.name in ("sitemap.xml", "sitemap.xml.gz"):
            continue
        if path.as_posix() == "404.html" and language != LANGUAGES[0]:
            continue
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        os.link(file, target / path)


def _keep(fresh: Path, releases: Path) -> Path:
    """Move the finished folder below `releases`, named by the digest of its content."""
    digest = sha256()
    for file in _files(fresh):
        digest.update(file.relative_to(fresh).as_posix().encode() + b"\0")
        digest.update(sha256(file.read_bytes()).digest())
    release = releases / digest.hexdigest()[:16]
    releases.mkdir(parents=True, exist_ok=True)
    if release.exists():
        shutil.rmtree(fresh)
    else:
        fresh.rename(release)
    return release


def _remove_old(releases: Path, current: Path) -> None:
    others = sorted((r for r in releases.iterdir() if r != current), key=lambda r: r.stat().st_mtime)
    for release in others[: max(0, len(others) - KEPT_RELEASES + 1)]:
        shutil.rmtree(release)


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.is_file())
