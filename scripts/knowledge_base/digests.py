"""Digests of content, and of the outer marks by which a file counts as untouched."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

PIECE = 2**20
"""Bytes of a file that are in memory at once."""


def digest_of(*parts: str | bytes) -> str:
    """Return a digest of the parts, which differs when their borders do."""
    digest = sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def digest_of_file(file: Path) -> str:
    """Return the digest of a file's content, as `digest_of` gives it for the same bytes."""
    digest = sha256(file.stat().st_size.to_bytes(8, "big"))
    with file.open("rb") as content:
        while piece := content.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def stats(path: str) -> Iterator[str]:
    """Yield path, size and times of a file, or of every file below a folder; nothing when it is not there."""
    # os.scandir, not pathlib: tens of thousands of files are looked at before anything else happens.
    try:
        with os.scandir(path) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir(follow_symlinks=False):
                    yield from stats(entry.path)
                else:
                    yield _marks(entry.path, entry.stat(follow_symlinks=False))
    except NotADirectoryError:
        yield _marks(path, os.lstat(path))
    except FileNotFoundError:
        return


def _marks(path: str, stat: os.stat_result) -> str:
    return f"{path} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"
