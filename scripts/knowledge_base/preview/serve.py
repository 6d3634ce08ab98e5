"""`kb serve`: preview, watch, make again."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from knowledge_base.findings import summary
from knowledge_base.preview.server import News, server_for
from knowledge_base.preview.workshop import Workshop

QUIET = 0.03
"""Seconds to wait after a change: editors write a file in several steps."""

_ONLY_READ = {"opened", "closed_no_write"}


class Changes(FileSystemEventHandler):
    """Set while files have changed that the preview does not show yet."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._event = Event()
        self._observer = Observer()
        for folder in folders:
            if folder.is_dir():
                self._observer.schedule(self, str(folder), recursive=True)
        self._observer.daemon = True
        self._observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change of a file."""
        if event.event_type not in _ONLY_READ:
            self._event.set()

    def wait(self) -> None:
        """Return when something has changed and a moment has passed; from then on new changes count."""
        self._event.wait()
        sleep(QUIET)
        self._event.clear()

    def waiting(self) -> bool:
        """Tell whether something has changed again."""
        return self._event.is_set()


Say = Callable[[str], None]
"""Prints a line for the person at the terminal."""


def serve(workshop: Workshop, folders: Iterable[Path], port: int, say: Say) -> None:
    """Serve the preview until interrupted; raises OSError when the port is taken."""
    news = News()
    with server_for(workshop, news, port) as server:
        changes = Changes(folders)
        Thread(target=_follow, args=(workshop, changes, news, say), daemon=True).start()
        say(f"http://127.0.0.1:{server.server_port}/ (Ctrl-C ends it)")
        server.serve_forever()


def _follow(workshop: Workshop, changes: Changes, news: News, say: Say) -> None:
    while True:
        begun = monotonic()
        workshop.update()
        news.announce()
        said = summary(workshop.state.findings) or "no findings"
        say(workshop.state.failure or f"shown after {monotonic() - begun:.2f} s; {said}")
        if not changes.waiting():
            workshop.catch_up(changes.waiting)
            news.announce()
        changes.wait()
