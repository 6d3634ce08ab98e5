"""Compressed copies beside the files of a release, for hosts that send them instead: `.gz` and `.br`."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from knowledge_base.memory import Memory
from knowledge_base.website.release import Manifest
from knowledge_base.website.store import Store

MEMORY = "compressed.json"

# Pictures and Pagefind's own files are compressed inside.
TEXTS = (".html", ".css", ".js", ".json", ".geojson", ".svg", ".xml", ".txt", ".csv", ".tbx", ".webmanifest")

METHOD = f"gzip 9, brotli {brotli.__version__} 11"
"""What copies are made with; copies by another method are made again."""

Copies = dict[str, str]
"""The digest of each copy by what its name ends with; none where a copy would not be smaller."""


def compressed(work: Path, store: Store, jobs: int, files: Manifest) -> Manifest:
    """Put the copies into the store and return them by path; what has a copy from before is left alone."""
    memory = Memory(work / MEMORY)

    def copies_of(digest: str) -> Copies:
        kept: Copies | None = memory.recall(digest, METHOD)
        if kept is not None and all(store.path(copy).exists() for copy in kept.values()):
            return kept
        content = store.path(digest).read_bytes()
        made = {
            ".gz": gzip.compress(content, compresslevel=9, mtime=0),
            ".br": brotli.compress(content, quality=11),
        }
        return {end: store.write(copy) for end, copy in made.items() if len(copy) < len(content)}

    texts = {path: digest for path, digest in files.items() if path.endswith(TEXTS)}
    found: Manifest = {}
    with ThreadPoolExecutor(jobs) as threads:  # both libraries let go of the interpreter
        for (path, digest), copies in zip(texts.items(), threads.map(copies_of, texts.values()), strict=True):
            memory.keep(digest, METHOD, copies)
            found |= {path + end: copy for end, copy in copies.items()}
    memory.save()
    return found
