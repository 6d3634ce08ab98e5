"""Whether the outside addresses that records name still answer.

The only part of the command that uses a network; it asks each host for one page at a time.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from time import sleep
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from pydantic import BaseModel

from knowledge_base.catalogue import Record

AGENT = "RED-knowledge-base-link-check/1 (weekly; reads one page of each source)"
TIMEOUT = 30
PAUSE = 1.0
"""Seconds between two requests to one host."""

ATTEMPTS = 2
HOSTS_AT_ONCE = 16

REFUSING = {401, 403, 405, 406, 418, 429, 451, 999}
"""Answers of hosts that do not talk to programs: the page may well be there."""

_ADDRESSES = ("url", "website", "archived")


@dataclass(frozen=True, order=True)
class Answer:
    """What came of asking for an address: `state` is ok, gone, refused or silent."""

    address: str
    state: str
    detail: str
    paths: tuple[str, ...]


def addresses_of(records: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    """Return each outside address with the files that name it."""
    found: dict[str, dict[str, None]] = {}
    for record in records:
        for address in _addresses_in(record.facts) if record.facts else ():
            if urlsplit(address).scheme in ("http", "https"):
                found.setdefault(address, {})[record.path] = None
    return {address: tuple(paths) for address, paths in sorted(found.items())}


def check_links(addresses: dict[str, tuple[str, ...]], pause: float = PAUSE) -> list[Answer]:
    """Ask for every address and return the answers in order; hosts are asked side by side."""
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(urlsplit(address).netloc, []).append(address)

    def ask_host(host: str) -> list[Answer]:
        answers = []
        for n, address in enumerate(by_host[host]):
            sleep(pause if n else 0)
            state, detail = ask(address, pause)
            answers.append(Answer(address, state, detail, addresses[address]))
        return answers

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        return sorted(answer for answers in pool.map(ask_host, by_host) for answer in answers)


def ask(address: str, pause: float = PAUSE) -> tuple[str, str]:
    """Return state and detail of one address, after a second attempt where that may help."""
    state, detail = "silent", ""
    for attempt in range(ATTEMPTS):
        sleep(pause if attempt else 0)
        state, detail = _ask_once(address)
        if state != "silent":
            break
    return state, detail


def _ask_once(address: str) -> tuple[str, str]:
    opener = build_opener(_HttpOnly)
    try:
        # GET, not HEAD: many hosts answer HEAD wrongly. The body is not read.
        with opener.open(Request(address, headers={"User-Agent": AGENT}), timeout=TIMEOUT) as response:
            return "ok", str(response.status)
    except HTTPError as error:
        if error.code in REFUSING:
            return "refused", str(error.code)
        return ("silent" if error.code >= 500 else "gone"), str(error.code)
    except (OSError, HTTPException, ValueError) as error:
        return "silent", " ".join(str(getattr(error, "reason", error)).split())[:120]


class _HttpOnly(HTTPRedirectHandler):
    """Follows redirects to web pages only."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise ValueError("redirects to something that is no web page")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _addresses_in(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            held = getattr(value, name)
            if name in _ADDRESSES and isinstance(held, str):
                yield held
            else:
                yield from _addresses_in(held)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _addresses_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from _addresses_in(part)
