"""Releases: whole sites side by side, of which the link `site` shows one.

A release is a folder below `build/releases/`, named by what it holds and made of hard links to stored
files; beside it lies the list of its files. The oldest one is brought in line with a new release
instead of being removed, which for one edited page is three links instead of thousands.
"""

import json
import os
import shutil
from pathlib import Path

from knowledge_base.digests import digest_of
from knowledge_base.memory import read_json
from knowledge_base.website.store import Store

KEPT = 3
"""The published release, the one before it for a way back, and one to make the next from."""

Manifest = dict[str, str]
"""Path of each file in a release, and the digest of its content."""


class Release:
    """A release in the making: `add` files as they are finished, then `finish`.

    The release that `published` leads to is not touched.
    """

    def __init__(self, store: Store, releases: Path, published: Path) -> None:
        self._store, self._releases = store, releases
        self._folder = releases / "unfinished"
        shutil.rmtree(self._folder, ignore_errors=True)
        self._old = _take_spare(releases, self._folder, published.resolve())
        self.files: Manifest = {}

    def add(self, files: Manifest) -> None:
        """Link files into the release, unless they are there from an earlier one."""
        made: set[Path] = set()
        for path, digest in files.items():
            if self._old.get(path) == digest:
                continue
            target = self._folder / path
            if path in self._old:
                target.unlink()
            elif target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            os.link(self._store.path(digest), target)
        self.files |= files

    def finish(self) -> Path:
        """Remove what was not added, and return the folder under its final name."""
        for path in self._old.keys() - self.files.keys():
            self._remove(self._folder / path)
        listed = "".join(f"{path}\0{digest}\0" for path, digest in sorted(self.files.items()))
        release = self._releases / digest_of(listed)[:16]
        if release.exists():
            shutil.rmtree(self._folder)
        else:
            _manifest(release).write_text(json.dumps(self.files), encoding="utf-8")
            self._folder.rename(release)
        os.utime(release)  # the order of releases is that of their last use
        return release

    def _remove(self, file: Path) -> None:
        file.unlink()
        for parent in file.parents:
            if parent == self._folder or any(parent.iterdir()):
                break
            parent.rmdir()


def publish(release: Path, output: Path) -> None:
    """Make `output` a link to `release` in one call, or say what stands in the way."""
    if output.exists() and not output.is_symlink():
        raise RuntimeError(f"{output} is a folder, not a link made by kb build. Move it away, then build.")
    link = output.with_name(f".{output.name}.new")
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(release, output.parent), target_is_directory=True)
    link.replace(output)


def _take_spare(releases: Path, unfinished: Path, published: Path) -> Manifest:
    """Make the oldest release the unfinished one, once there are enough; return what it holds."""
    unfinished.parent.mkdir(parents=True, exist_ok=True)
    found = sorted((r for r in releases.iterdir() if r.is_dir()), key=lambda r: r.stat().st_mtime_ns)
    if len(found) >= KEPT:
        oldest = next(release for release in found if release.resolve() != published)
        files: Manifest | None = read_json(_manifest(oldest))
        _manifest(oldest).unlink(missing_ok=True)
        if files is not None:
            oldest.rename(unfinished)
            return files
        shutil.rmtree(oldest)
    unfinished.mkdir()
    return {}


def _manifest(release: Path) -> Path:
    return release.with_suffix(".json")
