"""MkDocs' events: stage the pages first, then paint them with our templates.

With `KB_PAGES` in the environment the pages have been staged already (`kb build`); without it plain
`mkdocs build` and `mkdocs serve` stage them here.
"""

import os
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from knowledge_base.exports.files import export_files
from knowledge_base.inspection import Inspected, inspect
from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.settings import PROJECT, load_settings
from knowledge_base.loading.words import load_words
from knowledge_base.reporting import as_text, language_of_system
from knowledge_base.staging.stage import Stage
from knowledge_base.staging.writer import read_page
from knowledge_base.today import resolve_today
from knowledge_base.website.assets import SCRIPTS, STYLES, hashed_assets
from knowledge_base.website.theme import WithoutWidgets

OVERRIDES = PROJECT / "overrides"
COMPILED = PROJECT / "build" / "templates"
"""Templates as Python wants them: making that takes a fifth of a build of few pages."""


@event_priority(100)  # before static-i18n looks at docs_dir
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Point MkDocs at the staged pages."""
    given = os.environ.get("KB_PAGES")
    pages = Path(given) if given else PROJECT / "build" / "pages"
    if not given:
        inspected = inspect(PROJECT, resolve_today(None))
        if inspected.failed:
            raise Abort(as_text(inspected.findings, language_of_system()))
        stage = Stage(inspected)
        for language in LANGUAGES:
            stage.write(language, pages)
        config.extra["data"] = _data(inspected, stage)
    config.docs_dir = str(pages)
    config.extra["words"] = load_words(OVERRIDES / "locales")[0]
    config.extra["settings"] = load_settings()
    config.extra["assets"] = assets = hashed_assets(OVERRIDES)
    config.extra["asset"] = lambda name: assets[name][0]
    return config


@event_priority(-100)  # after static-i18n, which knows only files that lie in a folder
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put our styles and scripts under their hashed names, instead of the files they are made of."""
    for file in list(files):
        if file.src_uri.startswith((STYLES, SCRIPTS)):
            files.remove(file)
    for path, content in config.extra["assets"].values():
        files.append(File.generated(config, path, content=content))
    for path, text in config.extra.get("data", {}).items():
        files.append(File.generated(config, path, content=text))
    return files


def _data(inspected: Inspected, stage: Stage) -> dict[str, str]:
    """Return the open data, which pages link to; the sitemap of a plain build is that of MkDocs."""
    words, findings = inspected.words, inspected.findings
    texts = export_files(inspected.catalogue, stage.written(), load_settings(), words, findings)
    return {path: "".join(text) for path, text in texts if path != "sitemap.xml"}


def on_env(env: Environment, **_: Any) -> Environment:
    """Escape what our templates print; Material's own print HTML, and lose what nothing of ours uses."""
    ours = {file.relative_to(OVERRIDES).as_posix() for file in OVERRIDES.rglob("*.html")}
    env.autoescape = lambda name: name in ours
    assert env.loader  # MkDocs gives the theme's
    env.loader = WithoutWidgets(env.loader)
    COMPILED.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(COMPILED))
    return env


def on_page_read_source(**_: Any) -> str:
    """Keep MkDocs from reading front matter as YAML, which takes a third of a build: it is JSON."""
    return ""


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Read the front matter; all that a page shows stands in it."""
    page.meta = read_page(Path(page.file.abs_src_path or ""))
    return markdown


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Give templates `t`: the interface words of the page's language."""
    context["t"] = config.extra["words"][page.meta["language"]]
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Give the page to whoever wants to keep it; then nothing is left for MkDocs to write."""
    if "keep" not in config.extra:
        return output
    config.extra["keep"](page.file.dest_uri, output.encode())
    return ""


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch what people write, not what staging makes of it."""
    server.unwatch(config.docs_dir)
    for folder in ("practices", "docs", "overrides"):
        server.watch(str(PROJECT / folder))
    return server
