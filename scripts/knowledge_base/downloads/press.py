"""Makes documents that are not there yet, in as many processes as wanted, and remembers them.

What was made is remembered twice: under what its record depends on, which is quick to know, and under its
content, so that a change of code or day that changes no document makes none.
"""

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from knowledge_base.digests import digest_of
from knowledge_base.documents import Download, Shelf
from knowledge_base.downloads.document import Document
from knowledge_base.downloads.docx import docx_of
from knowledge_base.downloads.epub import epub_of
from knowledge_base.downloads.order import Wanted
from knowledge_base.downloads.pdf import cover_of, pdf_of
from knowledge_base.languages import Language
from knowledge_base.loading.settings import PROJECT
from knowledge_base.memory import Memory, read_json
from knowledge_base.website.store import Store

FEW = 12
"""So few documents are made here: starting another process would take longer."""

BATCH = 300
"""Documents that wait at once; they bound memory."""

FOLDER = "downloads"

ENDINGS = {"handout": "pdf"}
"""Ending of a file's name where it is not the name of its form."""

SUFFIXES = (".py", ".typ", ".css", ".xml")
"""Files of this package that documents depend on."""

Rows = list[dict[str, Any]]
"""One row for each file of a job, as `Download.as_row` makes them."""


@dataclass(frozen=True)
class _Job:
    stem: str
    languages: tuple[Language, ...]
    forms: tuple[str, ...]
    document: Document
    store: Store

    @property
    def key(self) -> str:
        return digest_of(_press_digest(), self.stem, json.dumps(self.document, ensure_ascii=False))


class Press:
    """Brings documents in line with what is wanted; `fresh` counts those that were made this time."""

    def __init__(self, work: Path, store: Store, jobs: int) -> None:
        self.fresh = 0
        self._store, self._jobs = store, jobs
        self._memory = Memory(work / "downloads.json")

    def shelf(self, order: Iterable[Wanted]) -> Shelf:
        """Return all documents that are wanted; those that are not as remembered are made anew.

        Raises RuntimeError, with the name of the document, when one cannot be made; what was remembered
        before stays so.
        """
        every = list(order)
        known = {wanted.stem: self._recall(wanted.stem, wanted.key) for wanted in every}
        rows = {stem: found for stem, found in known.items() if found is not None}
        changed = (wanted for wanted in every if known[wanted.stem] is None)
        while batch := list(islice(changed, BATCH)):
            rows |= self._made([self._job(wanted) for wanted in batch])
        shelf = Shelf()
        for wanted in every:
            self._memory.keep(wanted.stem, wanted.key, rows[wanted.stem])
            self._memory.keep_old(f"content of {wanted.stem}")
            shelf.by_owner.setdefault(wanted.owner, []).extend(map(Download.from_row, rows[wanted.stem]))
        self._memory.save()
        return shelf

    def last(self, order: Iterable[Wanted]) -> Shelf:
        """Return what was made last of all that is wanted, whatever has changed since: for a preview."""
        shelf = Shelf()
        for wanted in order:
            if rows := self._there(self._memory.recall_any(wanted.stem)):
                shelf.by_owner.setdefault(wanted.owner, []).extend(map(Download.from_row, rows))
        return shelf

    def _job(self, wanted: Wanted) -> _Job:
        try:
            document = wanted.compose()
        except Exception as error:  # whatever it is, whoever edits wants to know where
            raise RuntimeError(f"The document {wanted.stem} could not be composed: {error!r}") from error
        return _Job(wanted.stem, wanted.languages, wanted.forms, document, self._store)

    def _made(self, jobs: list[_Job]) -> dict[str, Rows]:
        """Return the rows of each job, made now unless the same content was made before."""
        found: dict[str, Rows] = {}
        for job in jobs:
            name, key = f"content of {job.stem}", job.key
            if (rows := self._recall(name, key)) is not None:
                found[job.stem] = rows
                self._memory.keep(name, key, rows)
        todo = [job for job in jobs if job.stem not in found]
        for job, rows in zip(todo, self._press(todo), strict=True):
            self.fresh += len(rows)
            found[job.stem] = rows
            self._memory.keep(f"content of {job.stem}", job.key, rows)
        return found

    def _press(self, jobs: list[_Job]) -> Iterator[Rows]:
        if self._jobs == 1 or len(jobs) <= FEW:
            yield from map(_print, jobs)
            return
        # Fresh processes, as for pages: a fork would copy our memory.
        with ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn")) as pool:
            try:
                yield from pool.map(_print, jobs)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise

    def _recall(self, name: str, key: str) -> Rows | None:
        return self._there(self._memory.recall(name, key))

    def _there(self, rows: Rows | None) -> Rows | None:
        """Return what was made before, as long as the store still has it."""
        if rows is None or not all(self._store.path(row["digest"]).exists() for row in rows):
            return None
        return rows


def remembered_documents(work: Path) -> Iterator[str]:
    """Yield the digest of every file of a remembered document."""
    for _, rows in (read_json(work / "downloads.json") or {}).values():
        yield from (row["digest"] for row in rows)


def _print(job: _Job) -> Rows:
    """Make the documents of a job and put them into the store; runs in a process of its own, or here."""
    rows = []
    for form in job.forms:
        try:
            content, pages = _content(form, job.document)
        except Exception as error:
            raise RuntimeError(f"The document {job.stem}.{form} could not be made: {error}") from error
        download = Download(
            path=f"{FOLDER}/{job.stem}.{ENDINGS.get(form, form)}",
            form=form,
            languages=job.languages,
            size=len(content),
            pages=pages,
            day=job.document["day"],
            sha256=sha256(content).hexdigest(),
            digest=job.store.write(content),
        )
        rows.append(download.as_row())
    return rows


def _content(form: str, document: Document) -> tuple[bytes, int]:
    match form:
        case "docx":
            return docx_of(document), 0
        case "epub":
            return epub_of(document, cover_of(document)), 0
        case _:
            return pdf_of(document)


@cache
def _press_digest() -> str:
    """Return the digest of all that makes documents of their content."""
    files = sorted(f for f in Path(__file__).parent.rglob("*") if f.suffix in SUFFIXES)
    return digest_of(*(file.read_bytes() for file in (*files, PROJECT / "requirements.lock")))
