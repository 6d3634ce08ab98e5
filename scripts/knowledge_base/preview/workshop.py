"""Makes the preview again after each edit, and knows what it came to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from knowledge_base.findings import Finding
from knowledge_base.inspection import Inspected, inspect, showable
from knowledge_base.languages import Language, split_path
from knowledge_base.loading.readings import Seen
from knowledge_base.reuse import code_digest
from knowledge_base.staging.stage import Stage
from knowledge_base.website.build import Options, alone_in, data_files, make
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
        self._options = replace(options, drafts=True, search=False, data=False, downloads=False)
        self._languages_to_index = options.languages if options.search else ()
        self._seen: Seen = {}
        self._shown: Inspected | None = None
        self._behind: Manifest = {}

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
                made = make(shown, self._work, self._releases, self.output, self._options, self._behind)
            except Exception as error:  # a template under work may raise anything; the preview stays up
                self.state = replace(self.state, findings=inspected.findings, failure=str(error))
                return
            self._shown = shown
            self.state = State(made.files, inspected.findings)

    def catch_up(self, stopped: Callable[[], bool]) -> None:
        """Make what may come behind the page: data files and search index; give up when `stopped`."""
        if self._shown is None:
            return
        with alone_in(self._work):
            store = Store(self._work / "store")
            indexer = Indexer(self._work, store, stopped)
            pages = {path: d for path, d in self.state.files.items() if path not in self._behind}
            fresh = data_files(self._shown, Stage(self._shown, drafts=True), store)
            try:
                for language in self._languages_to_index:
                    fresh |= indexer.files(language, _of_language(pages, language))
            except Stopped:
                return
            finally:
                indexer.save()
            if fresh == self._behind:
                return
            release = Release(store, self._releases, self.output)
            release.add(pages | fresh)
            publish(release.finish(), self.output)
            self._behind = fresh
            self.state = replace(self.state, files=release.files)

    @property
    def _releases(self) -> Path:
        return self._work / "previews"


def _of_language(files: Manifest, language: Language) -> Manifest:
    return {path: digest for path, digest in files.items() if split_path(path)[0] == language}
