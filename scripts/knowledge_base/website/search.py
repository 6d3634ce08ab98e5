"""The search index of each language, made by Pagefind from finished pages.

One language at a time: Pagefind holds a whole language in memory.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from knowledge_base.digests import digest_of
from knowledge_base.languages import LANGUAGES, Language, split_path
from knowledge_base.memory import Memory
from knowledge_base.staging.writer import Files
from knowledge_base.website.store import Store

# Pagefind's own interfaces, which our pages do not load.
_NOT_OURS = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")

PATIENCE = 0.05
"""Seconds between two questions whether the index is still wanted."""


class Stopped(Exception):
    """Whoever asked for an index no longer wants it."""


class Indexer:
    """Makes the index of a language, unless its pages are those of the last one.

    While Pagefind works, `stopped` is asked now and then; when it says so, Stopped is raised.
    """

    def __init__(self, work: Path, store: Store, stopped: Callable[[], bool] = lambda: False) -> None:
        self._stopped = stopped
        self._scratch = work / "indexing"
        self._store = store
        self._memory = Memory(work / "search.json")

    def files(self, language: Language, painted: Files) -> Files:
        """Return the files of the index by path in the site; raise RuntimeError when Pagefind fails."""
        pages = {path: digest for path, digest in painted.items() if path.endswith(".html")}
        key = digest_of(*(part for item in sorted(pages.items()) for part in item))
        files: Files = self._memory.recall(language, key) or self._make(language, pages)
        self._memory.keep(language, key, files)
        return files

    def save(self) -> None:
        """Remember the indexes for the next build; those not asked for stay what they were."""
        for language in LANGUAGES:
            self._memory.keep_old(language)
        self._memory.save()

    def remembered(self) -> Iterator[str]:
        """Yield the digest of every file of a remembered index."""
        for files in self._memory.values():
            yield from files.values()

    def _make(self, language: Language, pages: Files) -> Files:
        shutil.rmtree(self._scratch, ignore_errors=True)
        site, bundle = self._scratch / "site", self._scratch / "bundle"
        for path, digest in pages.items():
            link = site / split_path(path)[1]
            link.parent.mkdir(parents=True, exist_ok=True)
            os.link(self._store.path(digest), link)
        # The language is said, not guessed: a page shown in another language belongs here too.
        command = [sys.executable, "-m", "pagefind", "--silent", "--force-language", language]
        command += ["--site", str(site), "--output-path", str(bundle)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as process:
            while True:
                try:
                    said, _ = process.communicate(timeout=PATIENCE)
                    break
                except subprocess.TimeoutExpired:
                    if self._stopped():
                        process.kill()
                        raise Stopped from None
        if process.returncode:
            raise RuntimeError(f"The search index of {language} could not be made: {said}")
        files = {}
        for file in sorted(bundle.rglob("*")):
            if file.is_file() and not file.name.startswith(_NOT_OURS):
                path = file.relative_to(bundle).as_posix()
                files[f"pagefind/{language}/{path}"] = self._store.take(file)
        shutil.rmtree(self._scratch)
        return files
