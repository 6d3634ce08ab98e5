"""Build the whole site: staged, painted, indexed, exported, and published in one step.

Nothing that a reader sees changes before the new release is complete.
"""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from filelock import FileLock

from knowledge_base.digests import digest_of
from knowledge_base.documents import Shelf
from knowledge_base.downloads.order import Order
from knowledge_base.downloads.press import Press, remembered_documents
from knowledge_base.exports.files import export_files
from knowledge_base.findings import Finding, as_row, from_row
from knowledge_base.inspection import Inspected, inspect
from knowledge_base.languages import Language
from knowledge_base.loading.settings import load_settings
from knowledge_base.memory import Memory
from knowledge_base.reuse import inputs_digest
from knowledge_base.staging.stage import Stage
from knowledge_base.website.finish import finishing_files, remembered_extras
from knowledge_base.website.paint import Painter
from knowledge_base.website.release import Manifest, Release, publish
from knowledge_base.website.search import Indexer
from knowledge_base.website.store import Store


@dataclass(frozen=True)
class Build:
    """What a build came to; `release` is None when findings stood in the way.

    `painted` of the `pages` and `printed` of the `documents` were made anew; the others are those of an
    earlier build.
    """

    findings: list[Finding]
    release: Path | None
    pages: int
    painted: int
    documents: int = 0
    printed: int = 0


@dataclass(frozen=True)
class Options:
    """What to build, and with how many processes."""

    languages: Sequence[Language]
    jobs: int
    search: bool = True
    data: bool = True
    """Whether to make the exported files: catalogue, sitemap and the like."""
    drafts: bool = False
    downloads: bool = True
    """Whether to make the documents that people take home."""
    release: bool = False
    """Whether to add what a published site has: offline packs, social cards, compressed copies, checksums."""


@dataclass(frozen=True)
class Made:
    """A complete release: its folder, its files, and how many pages and documents were made for it."""

    release: Path
    files: Manifest
    painted: int
    documents: int
    printed: int


def build(root: Path, output: Path, today: date, options: Options) -> Build:
    """Build `root` and make `output` a link to the new release.

    Raises RuntimeError when the site generator fails; then `output` still shows the last good site.
    """
    work = output.parent / "build"
    with alone_in(work):
        inputs = inputs_digest(root, today)
        chosen = (options.search, options.downloads, options.release)
        key = digest_of(inputs, *options.languages, *map(str, chosen))
        memory = Memory(work / "last.json")
        last = memory.recall("build", key)
        if last and (release := work / "releases" / last["release"]).exists():
            publish(release, output)
            found = [from_row(row) for row in last["findings"]]
            return Build(found, release, last["pages"], 0, last["documents"])
        inspected = inspect(root, today, work)
        if inspected.failed:
            return Build(inspected.findings, None, 0, 0)
        made = make(inspected, work, work / "releases", output, options)
        pages = sum(path.endswith(".html") for path in made.files)
        documents = made.documents
        if inputs_digest(root, today) == inputs:  # nobody wrote while we read
            findings = [as_row(finding) for finding in inspected.findings]
            result = {"release": made.release.name, "pages": pages, "documents": documents}
            memory.keep("build", key, result | {"findings": findings})
            memory.save()
    return Build(inspected.findings, made.release, pages, made.painted, documents, made.printed)


def alone_in(work: Path) -> FileLock:
    """Return a lock to hold while working there: two builds at once would write the same files."""
    work.mkdir(parents=True, exist_ok=True)
    return FileLock(work / "lock")


def make(
    inspected: Inspected,
    work: Path,
    releases: Path,
    output: Path,
    options: Options,
    also: Manifest | None = None,
) -> Made:
    """Make every file of the site and publish them at `output` as one release, with those of `also`.

    While pages are staged here, those before them are painted elsewhere; languages are indexed in a thread.
    """
    store = Store(work / "store")
    press = Press(work, store, options.jobs)
    # Pages tell the size of each document, so these are made first.
    shelf = _shelf(press, Order(inspected, tuple(options.languages)), options)
    stage = Stage(inspected, options.drafts, shelf, options.release)
    release = Release(store, releases, output)
    indexer = Indexer(work, store)
    behind = ThreadPoolExecutor(1)  # one index at a time: it holds a whole language in memory
    found: list[Future[Manifest]] = []
    with Painter(work, store, options.jobs) as painter:
        try:
            for language in options.languages:
                painter.start(language, stage.written_one_by_one(language, work / "pages"))
                painted = behind.submit(painter.files, language)
                found.append(painted)
                if options.search:
                    found.append(behind.submit(_index, indexer, language, painted))
            if options.data:
                release.add(data_files(inspected, stage, store))
            for files in found:
                release.add(files.result())
            release.add(shelf.files() | (also or {}))
            if options.release:
                wanted = stage.cards(options.languages)
                release.add(
                    finishing_files(
                        work, store, options.jobs, release.files, wanted, options.languages, shelf
                    )
                )
        finally:
            behind.shutdown(cancel_futures=True)
    indexer.save()
    folder = release.finish()
    publish(folder, output)
    kept = (indexer.remembered(), remembered_documents(work), remembered_extras(work))
    store.keep_only(chain(release.files.values(), *kept))
    return Made(folder, release.files, painter.fresh, len(shelf.files()), press.fresh)


def _shelf(press: Press, order: Order, options: Options) -> Shelf:
    """Return the documents; a preview shows those of the last build, so that its pages are painted once."""
    if options.downloads:
        return press.shelf(order)
    return press.last(order) if options.drafts else Shelf()


def data_files(inspected: Inspected, stage: Stage, store: Store) -> Manifest:
    """Put the exported files into the store."""
    words, findings = inspected.words, inspected.findings
    texts = export_files(inspected.catalogue, stage.written(), load_settings(), words, findings)
    return {path: store.write_text(text) for path, text in texts}


def _index(indexer: Indexer, language: Language, painted: Future[Manifest]) -> Manifest:
    return indexer.files(language, painted.result())
