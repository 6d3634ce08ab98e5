"""Makes the preview again after each edit, and knows what it came to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from knowledge_base.findings import Finding
from knowledge_base.inspection import Inspected, inspect, showable
from knowledge_base.languages import FACTS, Language
from knowledge_base.loading.records import Seen
from knowledge_base.reuse import code_digest
from knowledge_base.website.build import Options, alone_in, make
from knowledge_base.website.release import Manifest, Release, publish
from knowledge_base.website.search import Indexer, Stopped
from knowledge_base.website.store import Store


@dataclass(frozen=True)
class State:
    """What the preview shows: the files of its release, all findings, and why it is not newer, if so."""

    files: Manifest
    findings: list[Finding]
    failure: str = ""


class Workshop:
    """Makes previews of one root, each from the one before; drafts have pages too."""

    def __init__(self, root: Path, today: date, options: Options) -> None:
        self.output = root / "build" / "preview"
        self.state = State({}, [])
        self._root, self._work, self._today = root, root / "build", today
        self._options = replace(options, drafts=True, search=False)
        self._seen: Seen = {}
        self._shown: Inspected | None = None
        self._index: Manifest = {}

    def update(self) -> None:
        """Bring the preview in line with the files; broken records stay as they last were."""
        code_digest.cache_clear()  # templates and words may have changed too
        with alone_in(self._work):
            inspected = inspect(self._root, self._today, self._work, self._seen)
            shown = showable(inspected, self._shown, self._work)
            if shown is None:
                self.state = replace(self.state, findings=inspected.findings)
                return
            try:
                made = make(shown, self._work, self._releases, self.output, self._options, self._index)
            except Exception as error:  # a template under work may raise anything; the preview stays up
                self.state = replace(self.state, findings=inspected.findings, failure=str(error))
                return
            self._shown = shown
            self.state = State(made.files, inspected.findings)

    def index(self, stopped: Callable[[], bool]) -> None:
        """Make the search index of what is shown; give up as soon as `stopped` says so."""
        with alone_in(self._work):
            store = Store(self._work / "store")
            indexer = Indexer(self._work, store, stopped)
            fresh: Manifest = {}
            try:
                for language in self._options.languages:
                    fresh |= indexer.files(language, _of_language(self.state.files, language))
            except Stopped:
                return
            finally:
                indexer.save()
            if fresh == self._index:
                return
            release = Release(store, self._releases, self.output)
            kept = {path: digest for path, digest in self.state.files.items() if path not in self._index}
            release.add(kept | fresh)
            publish(release.finish(), self.output)
            self._index = fresh
            self.state = replace(self.state, files=release.files)

    @property
    def _releases(self) -> Path:
        return self._work / "previews"


def _of_language(files: Manifest, language: Language) -> Manifest:
    roots = {facts.root.strip("/"): code for code, facts in FACTS.items()}
    return {path: d for path, d in files.items() if roots.get(path.partition("/")[0], roots[""]) == language}
