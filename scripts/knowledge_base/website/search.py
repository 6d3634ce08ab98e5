"""The search index of each language, made by Pagefind from finished pages and the terms of the glossary.

What of a page is indexed, and how it counts, is said by `data-pagefind-` attributes in the templates. One
language at a time: Pagefind holds a whole language in memory.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from knowledge_base.addresses import bundle_of
from knowledge_base.digests import digest_of
from knowledge_base.languages import LANGUAGES, Language, split_path
from knowledge_base.memory import Memory
from knowledge_base.staging.page import FrontMatter
from knowledge_base.staging.writer import Files, read_page
from knowledge_base.website.bundle import put_in_order
from knowledge_base.website.store import Store

# Pagefind's own interfaces, its worker, and a stemmer for no language: our pages load none of them.
_NOT_OURS = (
    "pagefind-ui",
    "pagefind-modular-ui",
    "pagefind-component-ui",
    "pagefind-highlight",
    "pagefind-worker",
    "wasm.unknown",
)

_SEARCHED = b"data-pagefind-body"
"""What a page has that is found."""

_LEFT_OUT = ".citation"
"""What has no attribute of its own: numbers of sources inside texts."""

GLOSSARY = "glossary"

PATIENCE = 0.05
"""Seconds between two questions whether the index is still wanted."""


class Stopped(Exception):
    """Whoever asked for an index no longer wants it."""


class Indexer:
    """Makes the index of a language, unless its pages are those of the last one.

    While Pagefind works, `stopped` is asked now and then; when it says so, Stopped is raised.
    """

    def __init__(self, work: Path, store: Store, stopped: Callable[[], bool] = lambda: False) -> None:
        self._stopped = stopped
        self._scratch = work / "indexing"
        self._pages = work / "pages"
        self._store = store
        self._memory = Memory(work / "search.json")

    def files(self, language: Language, painted: Files) -> Files:
        """Return the files of the index by path in the site; raise RuntimeError when Pagefind fails."""
        pages = {path: digest for path, digest in painted.items() if path.endswith(".html")}
        terms = _term_documents(self._pages / language / GLOSSARY / "index.md")
        parts = (part for item in sorted({**pages, **terms}.items()) for part in item)
        key = digest_of(*parts)
        files: Files = self._memory.recall(language, key) or self._make(language, pages, terms)
        self._memory.keep(language, key, files)
        return files

    def save(self) -> None:
        """Remember the indexes for the next build; those not asked for stay what they were."""
        for language in LANGUAGES:
            self._memory.keep_old(language)
        self._memory.save()

    def remembered(self) -> Iterator[str]:
        """Yield the digest of every file of a remembered index."""
        for files in self._memory.values():
            yield from files.values()

    def _make(self, language: Language, pages: Files, terms: dict[str, str]) -> Files:
        shutil.rmtree(self._scratch, ignore_errors=True)
        site, bundle = self._scratch / "site", self._scratch / "bundle"
        for path, digest in pages.items():
            page = self._store.path(digest)
            if _SEARCHED not in page.read_bytes():
                continue  # a list: Pagefind would read all of it and keep nothing
            link = site / split_path(path)[1]
            link.parent.mkdir(parents=True, exist_ok=True)
            os.link(page, link)
        for term, html in terms.items():
            file = site / GLOSSARY / term / "index.html"
            file.parent.mkdir(parents=True)
            file.write_text(html, encoding="utf-8")
        # The language is said, not guessed: a page shown in another language belongs here too.
        command = [sys.executable, "-m", "pagefind", "--silent", "--force-language", language]
        command += ["--site", str(site), "--output-path", str(bundle), "--exclude-selectors", _LEFT_OUT]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as process:
            while True:
                try:
                    said, _ = process.communicate(timeout=PATIENCE)
                    break
                except subprocess.TimeoutExpired:
                    if self._stopped():
                        process.kill()
                        raise Stopped from None
        if process.returncode:
            raise RuntimeError(f"The search index of {language} could not be made: {said}")
        put_in_order(bundle, language)
        files = {}
        for file in sorted(bundle.rglob("*")):
            if file.is_file() and not file.name.startswith(_NOT_OURS):
                path = file.relative_to(bundle).as_posix()
                files[bundle_of(language).lstrip("/") + path] = self._store.take(file)
        shutil.rmtree(self._scratch)
        return files


def _term_documents(glossary: Path) -> dict[str, str]:
    """Return a small page for each term, by its id: a term is found alone, not the whole glossary.

    These pages are indexed and never published; the script makes `/glossary/#id` of `/glossary/id/`.
    """
    if not glossary.exists():
        return {}
    page = read_page(glossary)
    terms = (term for group in page["groups"] for term in group["terms"])
    return {term["id"]: _term_document(page, term) for term in terms}


def _term_document(page: FrontMatter, term: FrontMatter) -> str:
    # The name is no title, which would put every term with the word "project" before every case.
    name: str = term["name"]
    metas = {"term": name, "label": page["term_label"], "words": term["search_words"]}
    head = "".join(
        f'<meta content="{escape(value)}" data-pagefind-meta="{name}[content]">'
        for name, value in metas.items()
    )
    # The louder the fewer words it has: "cluster" means the cluster, not its policy.
    weight = f"{10 / len(name.split()):.1f}"
    also = ", ".join([*term["variants"], *(form["names"][0] for form in term["others"])])
    return (
        f'<!doctype html><html lang="{page["language"]}"><head><meta charset="utf-8"><title></title>{head}'
        '<meta content="term" data-pagefind-filter="kind[content]"></head><body data-pagefind-body>'
        f"<p>{escape(term['definition'])}</p>"
        f'<p><span data-pagefind-weight="{weight}">{escape(name)},</span> {escape(also)}</p>'
        "</body></html>"
    )
