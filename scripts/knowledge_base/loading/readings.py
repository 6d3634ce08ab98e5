"""What was read from the files of each record, kept between runs: untouched files are not read again.

It lies in `build/` as pickles, which are five times as fast as YAML. A pickle can run whatever its reader
lets it name, and what lies in a checkout may come from anyone: this reader knows our own plain classes and
nothing else.
"""

import pickle
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel

from knowledge_base.catalogue import Record
from knowledge_base.digests import digest_of, stats
from knowledge_base.findings import Finding
from knowledge_base.reuse import code_digest
from knowledge_base.schema.kinds import Kind

Reading = tuple[Record | None, list[Finding]]

Seen = dict[str, tuple[str, Reading]]
"""Readings in the memory of a process that reads again and again, with the state of their files."""

BATCH = 200
"""Records that are written in one transaction: they wait in memory."""

_PARTS = [field.name for field in fields(Record) if field.name != "kind"]


class Readings:
    """A database of readings by the path of a record's folder or file. Use it as a context.

    It only saves time: what is missing, spoilt, of another state or locked by another command is read anew.
    """

    def __init__(self, file: Path, seen: Seen | None = None) -> None:
        self._file, self._seen = file, seen
        self._asked: set[str] = set()
        self._new: list[tuple[str, str, bytes]] = []
        self._database: sqlite3.Connection

    def __enter__(self) -> Self:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._open()
        except sqlite3.OperationalError:  # locked
            pass
        except sqlite3.DatabaseError:  # no database at all
            self._database.close()
            self._file.unlink()
            self._open()
        return self

    def __exit__(self, *_: object) -> None:
        self._write()
        with suppress(sqlite3.DatabaseError), self._database:
            kept = {path for (path,) in self._database.execute("SELECT path FROM readings")}
            gone = [(path,) for path in kept - self._asked]
            self._database.executemany("DELETE FROM readings WHERE path = ?", gone)
        self._database.close()

    def of(self, entry: Path, kind: Kind, read: Callable[[], Reading]) -> Reading:
        """Return what was read from a folder or file, or what `read` makes of it now."""
        path, state = str(entry), digest_of(code_digest(), *stats(str(entry)))
        self._asked.add(path)
        if self._seen is not None and path in self._seen and self._seen[path][0] == state:
            return self._seen[path][1]
        reading = self._recall(path, state, kind)
        if reading is None:
            reading = read()
            self._keep(path, state, reading)
        if self._seen is not None:
            self._seen[path] = (state, reading)
        return reading

    def _open(self) -> None:
        self._database = sqlite3.connect(self._file)
        self._database.execute("PRAGMA synchronous = OFF")  # after a power cut all is read anew
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS readings (path TEXT PRIMARY KEY, state TEXT, value BLOB)"
        )

    def _recall(self, path: str, state: str, kind: Kind) -> Reading | None:
        try:
            found = self._database.execute(
                "SELECT value FROM readings WHERE path = ? AND state = ?", (path, state)
            ).fetchone()
            if not found:
                return None
            parts, findings = _Unpickler(BytesIO(found[0])).load()
            return Record(kind, **dict(zip(_PARTS, parts, strict=True))) if parts else None, findings
        except Exception:  # whatever a spoilt one raises, its files can be read again
            return None

    def _keep(self, path: str, state: str, reading: Reading) -> None:
        record, findings = reading
        parts = [getattr(record, name) for name in _PARTS] if record else None
        self._new.append((path, state, pickle.dumps((parts, findings), pickle.HIGHEST_PROTOCOL)))
        if len(self._new) >= BATCH:
            self._write()

    def _write(self) -> None:
        with suppress(sqlite3.DatabaseError), self._database:
            self._database.executemany("REPLACE INTO readings VALUES (?, ?, ?)", self._new)
        self._new.clear()


class _Unpickler(pickle.Unpickler):
    """Makes values of our own models, data classes and enumerations only."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("knowledge_base.") and "." not in name:
            found = super().find_class(module, name)
            ours = isinstance(found, type) and found.__module__ == module
            if ours and (is_dataclass(found) or issubclass(found, BaseModel | Enum)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no plain class of ours")
