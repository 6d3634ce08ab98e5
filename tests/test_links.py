"""The link check tells pages that are gone from hosts that refuse or are silent."""

import shutil
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from knowledge_base.cli import main
from knowledge_base.links import addresses_of, check_links
from knowledge_base.loading.records import load

seen: list[str] = []


class _Host(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer with the status that the path names; /moved leads to /200, /file to no web page."""
        seen.append(self.path)
        name = self.path.strip("/").partition("?")[0]
        self.send_response({"moved": 301, "file": 302}.get(name) or int(name))
        if name in ("moved", "file"):
            self.send_header("Location", "/200" if name == "moved" else "file:///etc/hostname")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: pytest's output is for tests."""


@pytest.fixture
def host() -> Iterator[str]:
    seen.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_each_answer_has_its_state(host: str) -> None:
    paths = ["/200", "/moved", "/404", "/410", "/403", "/429", "/503", "/file"]
    answers = check_links({host + path: ("practices/x.yml",) for path in paths}, pause=0)
    found = {answer.address.removeprefix(host): answer.state for answer in answers}
    assert found == {
        "/200": "ok", "/moved": "ok", "/404": "gone", "/410": "gone", "/403": "refused", "/429": "refused",
        "/503": "silent", "/file": "gone",
    }  # fmt: skip
    assert seen.count("/503") == 2 and seen.count("/404") == 1


def test_a_host_that_is_not_there_is_silent() -> None:
    [answer] = check_links({"http://127.0.0.1:9/": ("x",)}, pause=0)
    assert answer.state == "silent"


def test_every_kind_of_address_is_found(site: Path) -> None:
    naming(site, "https://example.org/")
    catalogue, _ = load(site, date(2026, 11, 25))
    found = addresses_of(catalogue.records)
    assert found["https://example.org/home"] == (PORT,)
    assert found["https://example.org/report"] == (YARD,)


def test_the_command_names_the_files(host: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(site / "practices/guides")  # names a host that is not ours to ask
    naming(site, f"{host}/404?")
    assert main(["links", "--root", str(site), "--today", "2026-11-25"]) == 1
    said = capsys.readouterr().out
    assert f"gone (404): {host}/404?home\n    {PORT}\n" in said
    assert said.endswith("ok: 0, gone: 2, refused: 0, silent: 0\n")


PORT = "practices/organisations/example-harbour.yml"
YARD = "practices/cases/harbour-yard/record.yml"


def naming(site: Path, start: str) -> None:
    """Let an organisation and a source of a case name addresses that begin so."""
    port, yard = site / PORT, site / YARD
    port.write_text(f"website: {start}home\n{port.read_text(encoding='utf-8')}", encoding="utf-8")
    text = yard.read_text(encoding="utf-8")
    assert text.count("title: Report") == 1
    yard.write_text(text.replace("title: Report", f'url: "{start}report", title: Report'), encoding="utf-8")
