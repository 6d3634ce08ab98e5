"""Paint staged pages into HTML: only those that changed, in shards, in as many processes as wanted.

A page depends on its staged file and on its surroundings: templates, words, settings, configuration,
our code and the locked packages. Staging has resolved every link, so any set of pages can be built
alone: a shard is a folder of links to staged files, and MkDocs builds it like a whole site.
"""

import gc
import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from typing import Self

from knowledge_base.digests import digest_of
from knowledge_base.languages import FACTS, LANGUAGES, Language
from knowledge_base.memory import Memory
from knowledge_base.reuse import code_digest
from knowledge_base.staging.writer import Files
from knowledge_base.website.language import build_language
from knowledge_base.website.store import Store

SHARD = 500
"""Pages that one process builds at once: they bound its memory, and so many are staged before it begins."""

FEW = 60
"""So few changed pages are built here: starting another process would take longer."""

HOME = "index"

OTHERS = "others"
"""Key under which the files of a language that are no pages are remembered."""

# Stock parts of the theme that no page of ours loads; the sitemap is made for all languages at once.
_NOT_OURS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "sitemap.xml")


@dataclass(frozen=True)
class _Shard:
    language: Language
    pages: tuple[str, ...]
    docs: Path
    output: Path
    store: Store


class Painter:
    """Brings painted files in line with staged ones, language by language.

    Use it as a context: `start` each language, which returns when all its pages are staged, then ask for its
    `files`. What was painted before is remembered only at the end, so that a failure loses nothing.
    """

    def __init__(self, work: Path, store: Store, jobs: int) -> None:
        self.fresh = 0
        """Pages that were painted this time."""
        self._pages, self._scratch = work / "pages", work / "shards"
        self._store, self._jobs = store, jobs
        self._memory = Memory(work / "painted.json")
        self._keys: dict[Language, Files] = {}
        self._shards = count()
        self._here: list[_Shard] = []
        self._elsewhere: dict[Language, list[Future[Files]]] = {}
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        shutil.rmtree(self._scratch, ignore_errors=True)
        return self

    def start(self, language: Language, staged: Iterable[Files]) -> None:
        """Begin to paint what changed among the files of a language, while they are being staged.

        Its home page comes first: it is part of every shard.
        """
        keys: Files = {}
        changed: list[str] = []
        for files in staged:
            for path, content in files.items():
                keys[path] = digest_of(code_digest(), content)
                if self._memory.recall(path, keys[path]) is None:
                    changed.append(path)
                    self.fresh += 1
            if len(changed) > FEW and self._jobs > 1:
                self._workers()  # they take a while to start
            if len(changed) >= SHARD:
                self._paint(language, changed)
                changed = []
        self._keys[language] = keys
        # A fair share of the rest for each process.
        share = max(FEW + 1, -(-len(changed) // self._jobs))
        for first in range(0, len(changed), share):
            self._paint(language, changed[first : first + share])

    def files(self, language: Language) -> Files:
        """Return where each finished file of a language goes in the site, and the digest of its content.

        Raises RuntimeError when MkDocs fails or warns.
        """
        fresh: Files = {}
        for shard in [shard for shard in self._here if shard.language == language]:
            fresh |= _paint(shard)
        for task in self._elsewhere.get(language, ()):
            fresh |= task.result()
        files: Files = {}
        for path, key in self._keys[language].items():
            target = _target(language, path)
            files[target] = fresh.pop(target, "") or self._memory.recall(path, key)
            self._memory.keep(path, key, files[target])
        # What is left is no page: assets and the page for broken addresses. Every shard makes them.
        others: Files = fresh or self._memory.recall(language, OTHERS) or {}
        self._memory.keep(language, OTHERS, others)
        return files | others

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        shutil.rmtree(self._scratch, ignore_errors=True)
        if error is None:
            self._memory.save()

    def _paint(self, language: Language, pages: list[str]) -> None:
        place = self._scratch / str(next(self._shards))
        shard = _Shard(language, tuple(pages), place / "docs", place / "site", self._store)
        _link_pages(shard, self._pages)
        if self._jobs == 1 or len(pages) <= FEW:
            self._here.append(shard)
        else:
            self._elsewhere.setdefault(language, []).append(self._workers().submit(_paint_and_clean, shard))

    def _workers(self) -> ProcessPoolExecutor:
        if not self._pool:
            # Fresh processes: MkDocs and its plugins keep state, and a fork would copy our memory.
            self._pool = ProcessPoolExecutor(
                self._jobs, mp_context=get_context("spawn"), initializer=gc.disable
            )
            for _ in range(self._jobs):
                self._pool.submit(_be_ready)
        return self._pool


def _link_pages(shard: _Shard, pages: Path) -> None:
    # static-i18n wants a home page in each build; unless it is this shard's own, it is thrown away.
    for path in {f"{shard.language}/{HOME}.md", *shard.pages}:
        link = shard.docs / path
        link.parent.mkdir(parents=True, exist_ok=True)
        os.link(pages / path, link)


def _paint(shard: _Shard) -> Files:
    """Build a shard and put its files into the store; runs in a process of its own, or here."""
    folder = FACTS[shard.language].folder
    files: Files = {}

    def keep(path: str, content: bytes) -> None:
        if path != f"{HOME}.html" or f"{shard.language}/{HOME}.md" in shard.pages:
            files[folder + path] = shard.store.write(content)

    build_language(shard.language, shard.docs, shard.output, keep)
    files |= {folder + path: shard.store.take(file) for path, file in _others(shard)}
    shutil.rmtree(shard.docs.parent)
    return files


def _be_ready() -> None:
    """Do nothing, in a process that has loaded this module, and so MkDocs."""


def _paint_and_clean(shard: _Shard) -> Files:
    """Paint in a process that looks for cycles only here, between shards: that saves a tenth."""
    files = _paint(shard)
    gc.collect()
    return files


def _others(shard: _Shard) -> Iterator[tuple[str, Path]]:
    for file in sorted(shard.output.rglob("*")):
        path = file.relative_to(shard.output).as_posix()
        if file.is_dir() or path.startswith(_NOT_OURS):
            continue
        if path == "404.html" and shard.language != LANGUAGES[0]:
            continue
        yield path, file


def _target(language: Language, path: str) -> str:
    """Return where the file made from a staged one goes: x.md becomes x/index.html, index.md index.html."""
    inside = PurePosixPath(path).relative_to(language)
    if inside.suffix == ".md":
        inside = (inside.parent if inside.stem == HOME else inside.with_suffix("")) / "index.html"
    return FACTS[language].folder + inside.as_posix()
