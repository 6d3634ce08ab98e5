"""Small files that remember between builds what was made.

They only save time: without them, or after a change of our code, everything is made anew.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any


class Memory:
    """A JSON file of what was made before: a value under each name, valid for one key."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._old: dict[str, tuple[str, Any]] = read_json(file) or {}
        self._new: dict[str, tuple[str, Any]] = {}

    def recall(self, name: str, key: str) -> Any:
        """Return the value that was kept for this name and key, or None."""
        kept = self._old.get(name)
        return kept[1] if kept and kept[0] == key else None

    def recall_any(self, name: str) -> Any:
        """Return the value that was kept for this name under any key, or None."""
        return self._old[name][1] if name in self._old else None

    def keep(self, name: str, key: str, value: Any) -> None:
        """Keep a value for the next build."""
        self._new[name] = (key, value)

    def keep_old(self, name: str) -> None:
        """Keep what was kept under this name before, unless there is something new."""
        if name in self._old:
            self._new.setdefault(name, self._old[name])

    def values(self) -> Iterator[Any]:
        """Yield every value that is kept for the next build."""
        return (value for _, value in self._new.values())

    def save(self) -> None:
        """Write what was kept this time, and nothing else, in one step."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        # A name of its own: two commands may run at the same time.
        with NamedTemporaryFile("w", dir=self._file.parent, delete=False, encoding="utf-8") as unfinished:
            unfinished.write(json.dumps(self._new, ensure_ascii=False))
        Path(unfinished.name).replace(self._file)


def read_json(file: Path) -> Any:
    """Return what a JSON file holds, or None when there is none yet or a stop cut it off."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
