"""Paint staged pages into HTML: only those that changed, in shards, in as many processes as wanted.

A page depends on its staged file and on its surroundings: templates, words, settings, configuration,
our code and the locked packages. Staging has resolved every link, so any set of pages can be built
alone: a shard is a folder of links to staged files, and MkDocs builds it like a whole site.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Self

from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.reuse import code_digest, digest_of
from knowledge_base.staging.writer import Files
from knowledge_base.website.language import build_language

SHARD = 400
"""Pages that one process builds at once; they bound its memory."""

FEW = 60
"""So few changed pages are built here: starting another process would take longer."""

HOME = "index"

# Stock parts of the theme that no page of ours loads; the sitemap is made for all languages at once.
_NOT_OURS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "sitemap.xml")


@dataclass(frozen=True)
class Painted:
    """The finished files of all languages: path below `folder`, and the digest of its content."""

    folder: Path
    files: dict[str, str]
    fresh: int


@dataclass(frozen=True)
class _Shard:
    language: Language
    pages: tuple[str, ...]
    docs: Path
    output: Path


def paint(
    stage: Callable[[Language, Path], Files], work: Path, languages: Sequence[Language], jobs: int
) -> Painted:
    """Stage each language below `work/pages`, and bring `work/painted` in line with it.

    While one language is staged here, others are painted already.
    Raises RuntimeError when MkDocs fails or warns; what was painted before stays as it was.
    """
    pages, folder, scratch = work / "pages", work / "painted", work / "shards"
    state_file = work / "painted.json"
    state = _read_state(state_file)
    surroundings = code_digest()
    shutil.rmtree(scratch, ignore_errors=True)
    wanted: dict[str, str] = {}
    shards: list[_Shard] = []
    with _Builders(jobs) as builders:
        for language in languages:
            keys = {path: digest_of(surroundings, c) for path, c in stage(language, pages).items()}
            wanted |= keys
            changed = [path for path, key in keys.items() if state["pages"].get(path) != key]
            for shard in _shards(changed, language, scratch, jobs):
                _link_pages(shard, pages)
                builders.build(shard)
                shards.append(shard)

    files: dict[str, str] = state["files"]
    kept = {_output(path) for path in wanted}
    for gone in [name for name in files if name not in kept and not _is_static(name)]:
        (folder / gone).unlink(missing_ok=True)
        del files[gone]
    for shard in shards:
        for name, file in _outputs(shard):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            files[name] = digest_of(file.read_bytes())
            # A new file in the place of the old one: releases hold links to the old one.
            file.replace(target)
    shutil.rmtree(scratch, ignore_errors=True)
    _write_state(state_file, {"pages": wanted, "files": files})
    return Painted(folder, files, sum(len(shard.pages) for shard in shards))


class _Builders:
    """Builds large shards in other processes at once, and small ones here when it is closed."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._elsewhere: list[Future[None]] = []
        self._here: list[_Shard] = []

    def __enter__(self) -> Self:
        return self

    def build(self, shard: _Shard) -> None:
        if self._jobs == 1 or len(shard.pages) <= FEW:
            self._here.append(shard)
            return
        # Fresh processes: MkDocs and its plugins keep state, and a fork would copy our memory.
        self._pool = self._pool or ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"))
        task = self._pool.submit(build_language, shard.language, shard.docs, shard.output)
        self._elsewhere.append(task)

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        try:
            if error is None:
                for shard in self._here:
                    build_language(shard.language, shard.docs, shard.output)
                for task in self._elsewhere:
                    task.result()
        finally:
            if self._pool:
                self._pool.shutdown(cancel_futures=True)


def _shards(changed: list[str], language: Language, scratch: Path, jobs: int) -> Iterator[_Shard]:
    """Split a language's changed pages: a fair share for each process, none above the largest shard."""
    size = min(SHARD, max(FEW + 1, -(-len(changed) // jobs)))
    for n, start in enumerate(range(0, len(changed), size)):
        place = scratch / f"{language}-{n}"
        yield _Shard(language, tuple(changed[start : start + size]), place / "docs", place / "site")


def _link_pages(shard: _Shard, pages: Path) -> None:
    # static-i18n wants a home page in each build; unless it is this shard's own, it is thrown away.
    for path in {f"{shard.language}/{HOME}.md", *shard.pages}:
        link = shard.docs / path
        link.parent.mkdir(parents=True, exist_ok=True)
        os.link(pages / path, link)


def _outputs(shard: _Shard) -> Iterator[tuple[str, Path]]:
    for file in sorted(shard.output.rglob("*")):
        path = file.relative_to(shard.output).as_posix()
        if file.is_dir() or path.startswith(_NOT_OURS):
            continue
        if path == "404.html" and shard.language != LANGUAGES[0]:
            continue
        if path == f"{HOME}.html" and f"{shard.language}/{HOME}.md" not in shard.pages:
            continue
        yield f"{shard.language}/{path}", file


def _output(path: str) -> str:
    """Return where MkDocs puts a staged file: x.md becomes x/index.html, index.md index.html."""
    if not path.endswith(".md"):
        return path
    return f"{path.removesuffix('.md').removesuffix(HOME).rstrip('/')}/{HOME}.html"


def _is_static(name: str) -> bool:
    path = name.partition("/")[2]
    return path.startswith("assets/") or path == "404.html"


def _read_state(file: Path) -> dict[str, dict[str, str]]:
    try:
        state: dict[str, dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        # Nothing known, or cut off by a stop: everything is painted again.
        return {"pages": {}, "files": {}}
    return state


def _write_state(file: Path, state: dict[str, dict[str, str]]) -> None:
    new = file.with_suffix(".new")
    new.write_text(json.dumps(state), encoding="utf-8")
    new.replace(file)
