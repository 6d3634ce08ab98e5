"""Serve the preview on this machine and tell open pages when they have changed."""

import contextlib
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition
from typing import Any
from urllib.parse import parse_qs, urlsplit

from knowledge_base.preview import overlay
from knowledge_base.preview.workshop import Workshop

HEARTBEAT = 10
"""Seconds after which a waiting connection is tried, so that closed pages are noticed."""


class News:
    """Wakes those who wait for the next state of the workshop."""

    def __init__(self) -> None:
        self._condition = Condition()

    def announce(self) -> None:
        """Say that there is a new state."""
        with self._condition:
            self._condition.notify_all()

    def wait(self) -> None:
        """Return after the next announcement, or after a while."""
        with self._condition:
            self._condition.wait(HEARTBEAT)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, workshop: Workshop, news: News) -> None:
        self._workshop, self._news = workshop, news
        super().__init__(*arguments, directory=str(workshop.output))

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        match address.path:
            case "/_preview/events":
                self._wait(parse_qs(address.query))
            case "/_preview/preview.js":
                self._send(overlay.SCRIPT, "text/javascript")
            case "/_preview/preview.css":
                self._send(overlay.STYLE, "text/css")
            case overlay.FINDINGS:
                self._send(overlay.findings_page(self._workshop.state.findings))
            case route:
                file = self._file(route)
                if file.suffix == ".html" and file.is_file():
                    self._send(self._page(route))
                elif file.exists():
                    super().do_GET()
                else:
                    self._send(self._page(route), status=HTTPStatus.NOT_FOUND)

    def _file(self, route: str) -> Path:
        file = Path(self.translate_path(route))
        return file / "index.html" if file.is_dir() and route.endswith("/") else file

    def _html(self, route: str) -> str:
        """Return the file of a page as it is now; a broken record that never had one gets the 404 page."""
        for file in (self._file(route), self._workshop.output / "404.html"):
            with contextlib.suppress(OSError):
                return file.read_text(encoding="utf-8")
        return "<!doctype html><title>Preview</title><body><p>Nothing has been built yet.</p></body>"

    def _page(self, route: str) -> str:
        state = self._workshop.state
        return overlay.with_overlay(self._html(route), route, state.findings, state.failure)

    def _wait(self, query: dict[str, list[str]]) -> None:
        """Answer once the page has another version than the one that the browser has."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        [route], [version] = query.get("page", ["/"]), query.get("version", [""])
        with contextlib.suppress(OSError):  # the page was closed
            while self._version(route) == version:
                self.wfile.write(b": waiting\n\n")
                self.wfile.flush()
                self._news.wait()
            self.wfile.write(b"data: changed\n\n")

    def _version(self, route: str) -> str:
        state = self._workshop.state
        panel = overlay.overlay_of(route, state.findings, state.failure)
        return overlay.version_of(self._html(route), panel)

    def _send(self, text: str, kind: str = "text/html", status: HTTPStatus = HTTPStatus.OK) -> None:
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: the terminal is for findings."""


def server_for(workshop: Workshop, news: News, port: int) -> ThreadingHTTPServer:
    """Return a server on 127.0.0.1; raises OSError when the port is taken."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, workshop=workshop, news=news))
    server.daemon_threads = True
    return server
