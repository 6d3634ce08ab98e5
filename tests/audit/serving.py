"""Serving a release as hosts do that know of compressed copies: they send the `.gz` beside a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import BinaryIO

from tests.browser.conftest import Quiet, serving


class _Compressing(Quiet):
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".webmanifest": "application/manifest+json",
    }

    def send_head(self) -> BinaryIO | None:  # type: ignore[override]
        path = Path(self.translate_path(self.path.partition("?")[0]))
        file = path / "index.html" if path.is_dir() else path
        copy = file.with_name(f"{file.name}.gz")
        if not copy.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()  # type: ignore[return-value]
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(copy.stat().st_size))
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        return copy.open("rb")

    def end_headers(self) -> None:
        # Files under hashed names never change; pages may.
        kept = "max-age=31536000, immutable" if "/assets/" in self.path else "no-cache"
        self.send_header("Cache-Control", kept)
        super().end_headers()


@contextmanager
def serving_compressed(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine and give its address."""
    with serving(folder, _Compressing) as address:
        yield address
