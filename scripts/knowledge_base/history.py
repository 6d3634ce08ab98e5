"""What a text once was: the original that a translation was made from, found in git by its fingerprints."""

import difflib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge_base.catalogue import Record, Text
from knowledge_base.languages import Language
from knowledge_base.loading import text_source
from knowledge_base.translations import changed_units, original_text, remembered_units, unit_texts, units


@dataclass(frozen=True)
class Change:
    """One unit of an original: its words when it was translated and now; None where they are not known.

    `then` is None when no version in git has the fingerprint that the translation remembers, `now` when the
    unit is gone; `new` tells that the translation never had it.
    """

    unit: str
    then: str | None
    now: str | None
    new: bool


def changes(root: Path, record: Record, language: Language) -> list[Change]:
    """Return what has changed in the original since it was translated, unit by unit."""
    original, text = original_text(record), record.texts.get(language)
    if original is None or text is None:
        return []
    wanted = changed_units(record, language)
    remembered = remembered_units(text)
    missing = {unit: remembered[unit] for unit in wanted if unit in remembered}
    then: dict[str, str] = {}
    for version in _versions(root, original.source.path) if missing else ():
        fingerprints, words = units(version), unit_texts(version)
        for unit in [u for u, mark in missing.items() if fingerprints.get(u) == mark]:
            then[unit] = words[unit]
            del missing[unit]
        if not missing:
            break
    now = unit_texts(original)
    return [Change(unit, then.get(unit), now.get(unit), unit not in remembered) for unit in wanted]


def as_diff(change: Change) -> str:
    """Return a change as lines that begin with a minus, a plus or a space."""
    then, now = (change.then or "").splitlines(), (change.now or "").splitlines()
    return "\n".join(line for line in difflib.ndiff(then, now) if not line.startswith("?"))


def _versions(root: Path, path: str) -> Iterator[Text]:
    """Yield each version of a file that git knows, from the newest; none without git."""
    # --follow: a record whose folder was renamed keeps its history. Paths come with each version.
    log = _git(root, "log", "--follow", "--format=%H", "--name-only", "--relative", "-z", "--", path)
    words = [part.strip() for part in (log or "").replace("\n", "\0").split("\0") if part.strip()]
    for commit, name in zip(words[::2], words[1::2], strict=False):
        text = _git(root, "show", f"{commit}:./{name}")
        if text is not None:
            yield Text(text_source.parse(text, path)[0], None)


def _git(root: Path, *arguments: str) -> str | None:
    """Return what git says, or None when there is no git, no repository, or nothing to say."""
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments], cwd=root, capture_output=True, check=False
        )
    except OSError:
        return None
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else None
