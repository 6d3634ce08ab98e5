"""What a release has beyond any other build: offline packs, social cards, compressed copies, checksums."""

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from knowledge_base.documents import Shelf
from knowledge_base.drawing.card import Card
from knowledge_base.languages import Language
from knowledge_base.memory import read_json
from knowledge_base.packs import pack
from knowledge_base.website import cards, compressed
from knowledge_base.website.release import Manifest
from knowledge_base.website.store import Store

CHECKSUMS = "SHA256SUMS"
"""In the form that `sha256sum --check` reads, at the root of the site."""


def finishing_files(
    work: Path,
    store: Store,
    jobs: int,
    files: Manifest,
    wanted: Iterable[tuple[str, Card]],
    languages: Iterable[Language],
    shelf: Shelf,
) -> Manifest:
    """Return what a release of these files has besides; it is made only where it was not made before."""
    also = cards.made_cards(work, store, jobs, wanted)
    also |= pack.packs(work, store, jobs, languages, files, shelf)
    also |= compressed.compressed(work, store, jobs, files)
    return also | {CHECKSUMS: store.write(_checksums(store, jobs, files | also).encode())}


def remembered_extras(work: Path) -> Iterator[str]:
    """Yield the digest of every file that was made for the last release, also when this build is none."""
    for _, digest in (read_json(work / cards.MEMORY) or {}).values():
        yield digest
    for _, digest in (read_json(work / pack.MEMORY) or {}).values():
        yield digest
    for _, copies in (read_json(work / compressed.MEMORY) or {}).values():
        yield from copies.values()


def _checksums(store: Store, jobs: int, files: Manifest) -> str:
    def line(path: str) -> str:
        with store.path(files[path]).open("rb") as file:
            return f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path}\n"

    with ThreadPoolExecutor(jobs) as threads:
        return "".join(threads.map(line, sorted(files)))
