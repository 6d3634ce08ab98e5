"""What findings and pages depend on, as digests, and small files that remember them between builds.

Everything here only saves time: without the files, or after a change of our code, all is made anew.
"""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.loading.settings import PROJECT, load_settings
from knowledge_base.schema.marks import RefersTo, marked_values


def digest_of(*parts: str | bytes) -> str:
    """Return a digest of the parts, which differs when their borders do."""
    digest = sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


@cache
def code_digest() -> str:
    """Return the digest of everything that is the same for all records: code, templates, settings."""
    files = [PROJECT / "mkdocs.yml", PROJECT / "requirements.lock"]
    files += sorted(f for f in (PROJECT / "overrides").rglob("*") if f.is_file())
    files += sorted((PROJECT / "scripts" / "knowledge_base").rglob("*.py"))
    names = (file.relative_to(PROJECT).as_posix() for file in files)
    contents = (file.read_bytes() for file in files)
    pairs = (part for pair in zip(names, contents, strict=True) for part in pair)
    return digest_of(repr(load_settings()), *pairs)


def inputs_digest(root: Path, today: date) -> str:
    """Return the digest of all that a site is made of: when it is the same, so is everything made."""
    files = sorted(f for name in ("practices", "docs") for f in (root / name).rglob("*") if f.is_file())
    names = (file.relative_to(root).as_posix() for file in files)
    pairs = (part for name, file in zip(names, files, strict=True) for part in (name, file.read_bytes()))
    return digest_of(code_digest(), today.isoformat(), *pairs)


class Dependencies:
    """The digests of a catalogue's records and of what they depend on."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._own = {(r.kind.name, r.slug): _record_digest(r) for r in catalogue.records}

    def of_findings(self, record: Record) -> str:
        """Return a key that changes when the findings about a record may change."""
        return digest_of(self._own[record.kind.name, record.slug], self._known)

    def of_page(self, record: Record) -> str:
        """Return a key that changes when the page of a record may change, in any language.

        A page shows names of the records that its record refers to, and of those that refer to it.
        """
        name = (record.kind.name, record.slug)
        related = sorted(self._own[other] for other in self._related.get(name, ()))
        return digest_of(self._own[name], self._shared, *related)

    @cached_property
    def _shared(self) -> str:
        vocabularies = (
            f"{name} {term_id} {term.model_dump_json()}"
            for name, terms in sorted(self._catalogue.vocabularies.items())
            for term_id, term in terms.items()
        )
        return digest_of(code_digest(), self._catalogue.today.isoformat(), *vocabularies)

    @cached_property
    def _known(self) -> str:
        former = (
            f"{r.path} {slug}" for r in self._catalogue.records for slug in getattr(r.facts, "formerly", [])
        )
        return digest_of(self._shared, *sorted(self._catalogue.addresses), "former", *former)

    @cached_property
    def _related(self) -> dict[tuple[str, str], set[tuple[str, str]]]:
        related: dict[tuple[str, str], set[tuple[str, str]]] = {}
        for record in self._catalogue.records:
            here = (record.kind.name, record.slug)
            for mark, _, slug in marked_values(record.facts, RefersTo) if record.facts else ():
                if slug in self._catalogue.of_kind(mark.kind):
                    related.setdefault(here, set()).add((mark.kind, slug))
                    related.setdefault((mark.kind, slug), set()).add(here)
        return related


def _record_digest(record: Record) -> str:
    def parts() -> Iterable[str]:
        yield from (record.kind.name, record.slug, record.yaml, *sorted(record.files))
        for language, text in sorted(record.texts.items()):
            yield from (language, text.source.front_matter_text)
            for section in text.source.sections:
                yield from (section.id, section.heading, section.body, str(section.line))
        for name, template in sorted(record.templates.items()):
            yield from (name, template.model_dump_json())

    return digest_of(*parts())


class Memory:
    """A JSON file of what was made before: a value under each name, valid for one key."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._old = _read(file)
        self._new: dict[str, tuple[str, Any]] = {}

    def recall(self, name: str, key: str) -> Any:
        """Return the value that was kept for this name and key, or None."""
        kept = self._old.get(name)
        return kept[1] if kept and kept[0] == key else None

    def keep(self, name: str, key: str, value: Any) -> None:
        """Keep a value for the next build."""
        self._new[name] = (key, value)

    def save(self) -> None:
        """Write what was kept this time, and nothing else, in one step."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        # A name of its own: two commands may run at the same time.
        with NamedTemporaryFile("w", dir=self._file.parent, delete=False, encoding="utf-8") as unfinished:
            unfinished.write(json.dumps(self._new, ensure_ascii=False))
        Path(unfinished.name).replace(self._file)


def _read(file: Path) -> dict[str, tuple[str, Any]]:
    try:
        kept: dict[str, tuple[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # nothing was kept yet, or a stop cut it off
    return kept
