"""What findings, pages and whole builds depend on, as digests: what has not changed is not made again."""

from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.digests import digest_of, stats
from knowledge_base.loading.settings import PROJECT, load_settings
from knowledge_base.schema.marks import RefersTo, marked_values


@cache
def code_digest() -> str:
    """Return the digest of everything that is the same for all records: code, templates, settings."""
    files = [PROJECT / "mkdocs.yml", PROJECT / "requirements.lock"]
    files += sorted(f for f in (PROJECT / "overrides").rglob("*") if f.is_file())
    code = (PROJECT / "scripts" / "knowledge_base").rglob("*")
    files += sorted(
        f for f in code if f.is_file() and f.suffix != ".pyc"
    )  # templates of documents lie there too
    names = (file.relative_to(PROJECT).as_posix() for file in files)
    contents = (file.read_bytes() for file in files)
    pairs = (part for pair in zip(names, contents, strict=True) for part in pair)
    return digest_of(repr(load_settings()), *pairs)


def inputs_digest(root: Path, today: date) -> str:
    """Return a digest that is the same only when all that a site is made of is untouched.

    Files count as untouched by size and times, as git judges them: a change of content cannot keep the
    time of the last change of the file's entry.
    """
    marks = (part for name in ("practices", "docs") for part in stats(str(root / name)))
    return digest_of(str(root), code_digest(), today.isoformat(), *marks)


class Dependencies:
    """The digests of a catalogue's records and of what they depend on."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._own = {(r.kind.name, r.slug): _record_digest(r) for r in catalogue.records}

    def of_findings(self, record: Record) -> str:
        """Return a key that changes when the findings about a record may change."""
        return digest_of(self._own[record.kind.name, record.slug], self._known)

    def of_page(self, record: Record, drafts: bool = False, near: Iterable[tuple[Record, str]] = ()) -> str:
        """Return a key that changes when the page of a record may change, in any language.

        A page shows names of the records that its record refers to, and of those that refer to it (with
        `drafts`, in a preview, also of drafts), points at terms of the glossary, and is found by their names.
        It also names those `near` to it, each for a reason.
        """
        name = (record.kind.name, record.slug)
        others = self._related.get(name, set())
        related = sorted(self._own[other] for other in others)
        shown = ["drafts"] if drafts and not self._drafts.isdisjoint(others) else []
        terms = self._catalogue.glossary.shown_digest
        nearby = (part for other, why in near for part in (self._own[other.kind.name, other.slug], why))
        return digest_of(self._own[name], self._shared, terms, *related, *shown, "near", *nearby)

    def of_list(self, what: str, records: Iterable[Record]) -> str:
        """Return a key that changes when a list's page of these records may change."""
        return digest_of(what, self._shared, *(self._own[r.kind.name, r.slug] for r in records))

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
        texts_avoid = (self._catalogue.glossary.avoided_digest, *self._catalogue.organisation_names)
        addresses = sorted(self._catalogue.addresses)
        return digest_of(
            self._shared,
            *addresses,
            "drafts",
            *sorted(self._catalogue.drafts),
            "former",
            *former,
            "texts avoid",
            *texts_avoid,
        )

    @cached_property
    def _drafts(self) -> frozenset[tuple[str, str]]:
        records = (r for r in self._catalogue.records if r.status == "draft")
        return frozenset((record.kind.name, record.slug) for record in records)

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
    def parts() -> Iterable[str | bytes]:
        yield from (record.kind.name, record.slug, record.yaml)
        yield from (part for file in sorted(record.files.items()) for part in file)
        for language, text in sorted(record.texts.items()):
            yield from (language, text.source.front_matter_text)
            for section in text.source.sections:
                yield from (section.id, section.heading, section.utf8, str(section.line))
        for name, template in sorted(record.templates.items()):
            yield from (name, template.model_dump_json())

    return digest_of(*parts())
