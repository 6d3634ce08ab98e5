"""A folder of finished files, each named by the digest of its content and never written again.

Releases are made of hard links to these files, and a build that fails leaves none of them changed.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import get_ident

from knowledge_base.digests import digest_of, digest_of_file


class Store:
    """Files by the digest of their content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, digest: str) -> Path:
        """Return where the file with this content lies, or would lie."""
        return self._folder / digest[:2] / digest

    def take(self, file: Path) -> str:
        """Move a file into the store and return the digest of its content."""
        digest = digest_of_file(file)
        self._move(file, self.path(digest))
        return digest

    def write(self, content: bytes) -> str:
        """Put content into the store and return its digest."""
        digest = digest_of(content)
        target = self.path(digest)
        if not target.exists():
            unfinished = self._unfinished()
            unfinished.write_bytes(content)
            self._move(unfinished, target)
        return digest

    def write_text(self, text: str | Iterable[str]) -> str:
        """Put text into the store, whole or in pieces that are in memory one by one; return its digest."""
        unfinished = self._unfinished()
        with unfinished.open("wb") as file:
            file.writelines(piece.encode() for piece in ([text] if isinstance(text, str) else text))
        return self.take(unfinished)

    def keep_only(self, digests: Iterable[str]) -> None:
        """Remove every file that is not named here; releases keep their links to them."""
        kept = set(digests)
        for file in self._folder.glob("*/*"):
            if file.name not in kept:
                file.unlink()

    def _unfinished(self) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        return self._folder / f"unfinished.{os.getpid()}.{get_ident()}"

    @staticmethod
    def _move(file: Path, target: Path) -> None:
        # Never in place of a file that is there: a link that is just being made to that one would fail.
        target.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.link(file, target)
        file.unlink()
