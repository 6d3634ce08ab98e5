"""Put a pack together: pages that work from a disk, what they show, documents as far as there is room."""

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from html import escape
from multiprocessing import get_context
from pathlib import Path

from knowledge_base.addresses import SHORTLIST, pack_of
from knowledge_base.digests import digest_of
from knowledge_base.documents import BOOK, Download, Shelf
from knowledge_base.downloads.archive import zip_of
from knowledge_base.languages import FACTS, LANGUAGES, Language, split_path
from knowledge_base.loading.settings import PROJECT, load_settings
from knowledge_base.loading.words import LOCALES, Words, words_of
from knowledge_base.memory import Memory
from knowledge_base.packs.classic import classic_script
from knowledge_base.packs.index import entries_of_glossary, entry_of_page, index_script
from knowledge_base.packs.links import Folder
from knowledge_base.reuse import code_digest
from knowledge_base.staging.writer import read_page
from knowledge_base.website.release import Manifest
from knowledge_base.website.store import Store

MEMORY = "packs.json"

LIMIT = 30_000_000
"""Bytes of a pack; documents for which there is no room stay where they are, and links lead there."""

# Documents in the order in which room is given to them. A kind is in whole or not at all.
_KINDS = ("guide", "seminar", "case", BOOK.partition("/")[0])

# Files that stand once for all languages: links to them lead to the published site.
_SHARED = ("data/", "pagefind/", "cards/", "downloads/red-")

# What these do needs a server: they read other pages and the index of the site.
_LEFT_OUT = {"explorer.js", "facet-index.js", "comparison.js", "shortlist.js"}

_TOP = "red-"
"""What the folder in a pack is called, before its language: unpacking makes one folder, not hundreds."""

_COMPRESSED = (".pdf", ".docx", ".epub", ".png", ".jpg", ".webp")

_SCRIPT = "assets/offline.js"
_STYLE = Path(__file__).with_name("pack.css")
_INDEX = "assets/search/{language}/index.js"
_GLOSSARY = "glossary/index.html"

# From a disk `'self'` is no origin for every browser; `file:` says the same there, and lets no network in.
_POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "form-action 'self' file:; base-uri 'none'"
)
_POLICY_META = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*"')
_MANIFEST = re.compile(r'<link rel="manifest"[^>]*>\n?')
_MODULE = re.compile(r'<script src="[^"]*/([\w-]+)\.\w+\.js" type="module"></script>\s*')
_BUNDLE = re.compile(r' data-bundle="[^"]*"')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_FOOTER = re.compile(r'<footer class="footer">\s*<div class="footer__row">\s*<div>')
_PANEL = re.compile(r' data-panel="[^"]*"')


@dataclass(frozen=True)
class _Job:
    language: Language
    own: Manifest
    documents: tuple[tuple[str, ...], ...]
    """Paths by kind, in the order of `_KINDS`."""
    shelved: Manifest
    glossary: Path
    store: Store

    @property
    def key(self) -> str:
        files = (part for item in sorted((self.own | self.shelved).items()) for part in item)
        # The names and variants of terms, which the search knows and the painted page may not show.
        terms = self.glossary.read_bytes() if self.glossary.exists() else b""
        return digest_of(code_digest(), self.language, terms, *files)


def packs(
    work: Path, store: Store, jobs: int, languages: Iterable[Language], files: Manifest, shelf: Shelf
) -> Manifest:
    """Return the pack of each language, of these painted files; one that is as before is not made again."""
    memory = Memory(work / MEMORY)
    found: Manifest = {}
    todo: list[_Job] = []
    for language in languages:
        job = _job(work, store, language, files, shelf)
        digest = memory.recall(language, job.key)
        if digest and store.path(digest).exists():
            found[pack_of(language)] = digest
            memory.keep(language, job.key, digest)
        else:
            todo.append(job)
    for job, digest in zip(todo, _made(todo, jobs), strict=True):
        found[pack_of(job.language)] = digest
        memory.keep(job.language, job.key, digest)
    for language in LANGUAGES:
        memory.keep_old(language)
    memory.save()
    return found


def _job(work: Path, store: Store, language: Language, files: Manifest, shelf: Shelf) -> _Job:
    own = {path: digest for path, digest in files.items() if _is_of(path, language)}
    documents: dict[str, list[Download]] = {kind: [] for kind in _KINDS}
    for owner, every in sorted(shelf.by_owner.items()):
        kind = owner.partition("/")[0]
        documents[kind] += (one for one in every if one.form != "handout" and one.languages == (language,))
    shelved = {one.path: one.digest for every in documents.values() for one in every}
    paths = tuple(tuple(one.path for one in every) for every in documents.values())
    return _Job(language, own, paths, shelved, work / "pages" / language / "glossary" / "index.md", store)


def _is_of(path: str, language: Language) -> bool:
    """Tell whether a file belongs to the site in this language."""
    of, inside = split_path(path)
    # The shortlist is nothing without the script that reads other pages.
    if of != language or inside in ("404.html", f"{SHORTLIST.lstrip('/')}index.html"):
        return False
    at_root = "/" not in path and path != "index.html"  # feeds, the sitemap and the like
    return not path.startswith(_SHARED) and not at_root


def _made(jobs: list[_Job], processes: int) -> Iterator[str]:
    if processes == 1 or len(jobs) < 2:
        yield from map(_make, jobs)
        return
    with ProcessPoolExecutor(min(processes, len(jobs)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(_make, jobs)


def _make(job: _Job) -> str:
    """Make a pack and return its digest; runs in a process of its own, or here."""
    for kinds in range(len(job.documents), -1, -1):
        documents = [path for paths in job.documents[:kinds] for path in paths]
        content = _zip(job, documents)
        if len(content) <= LIMIT:
            break
    # Pages alone are never left out: whoever has many thousands of them gets a larger pack.
    return job.store.write(content)


def _zip(job: _Job, documents: list[str]) -> bytes:
    root = FACTS[job.language].folder
    placed = {path: path.removeprefix(root) for path in job.own} | {path: path for path in documents}
    folder = Folder(placed, load_settings().site_address)
    words, _ = words_of(LOCALES, job.language)
    files, entries = {}, []
    for path in sorted(path for path in job.own if path.endswith(".html")):
        html = job.store.path(job.own[path]).read_text(encoding="utf-8")
        files[placed[path]] = _offline(html, path, folder, words).encode()
        if entry := entry_of_page(html, placed[path]):
            entries.append(entry)
    if job.glossary.exists():
        entries += entries_of_glossary(read_page(job.glossary), _GLOSSARY)
    files[_INDEX.format(language=job.language)] = index_script(entries, job.language).encode()
    files[_SCRIPT] = classic_script(_modules()).encode()
    for path in {*folder.used, *documents} - files.keys():
        if not path.endswith(".html"):
            digest = job.own.get(path) or job.shelved[path]
            files[placed[path]] = job.store.path(digest).read_bytes()
            if path.endswith(".css"):
                files[placed[path]] += _STYLE.read_bytes()
    # What is compressed inside already is not compressed again.
    return zip_of({f"{_TOP}{job.language}/{path}": files[path] for path in sorted(files)}, plain=_COMPRESSED)


def _offline(html: str, page: str, folder: Folder, words: Words) -> str:
    """Return a painted page as it works in a pack; its foot leads to the page that is kept up to date.

    Raises RuntimeError when the page has no foot, because templates have changed.
    """
    up = "../" * folder.placed[page].count("/")
    names = [f"{name}.js" for name in _MODULE.findall(html)]
    run = " ".join(name for name in names if name in _modules())
    html = folder.with_links(_MANIFEST.sub("", _MODULE.sub("", html)), page)
    html = _POLICY_META.sub(rf'\1{_POLICY}"', html)
    html = _BUNDLE.sub(
        f' data-bundle="{up}{_INDEX.format(language=words.language).rpartition("/")[0]}/"', html
    )
    html = _PANEL.sub(' data-panel="search-panel.js"', html)
    html, feet = _FOOTER.subn(lambda match: match[0] + _notice(html, folder, words), html)
    if feet != 1:
        raise RuntimeError(f"{page} has no foot as we know it: see {__file__}")
    script = f'<script src="{up}{_SCRIPT}" data-run="{run}" defer></script>\n' if run else ""
    return html.replace("</head>", f"{script}</head>", 1)


def _notice(html: str, folder: Folder, words: Words) -> str:
    online = _CANONICAL.search(html)
    address = online[1] if online else escape(folder.site_address)
    link = f'<a href="{address}">{escape(words("pack_online"))}</a>'
    return f"<p>{escape(words('pack_notice'))} {link}</p>"


@cache
def _modules() -> dict[str, str]:
    """Return the text of every module of the site, and of those that a pack has in place of them."""
    places = (PROJECT / "overrides" / "assets" / "js", Path(__file__).parent)
    files = {file.name: file for place in places for file in sorted(place.glob("*.js"))}
    return {name: file.read_text(encoding="utf-8") for name, file in files.items() if name not in _LEFT_OUT}
