"""Put Pagefind's bundle in a fixed order, and make one compact file of the facets in it.

The same pages shall give the same files, but Pagefind 1.5.2 writes the values of a filter as they come out
of a hash map, another way at each run. They stand in a small CBOR file named by its digest, which the
bundle's metadata name, which `pagefind-entry.json` names. Only lists, texts and whole numbers occur there;
anything else raises ValueError, because Pagefind has changed and this module may be superfluous.
"""

import gzip
import json
from pathlib import Path
from typing import Any

from knowledge_base.digests import digest_of
from knowledge_base.website.facets import FACETS_FILE, facets_json

_SIGNATURE = b"pagefind_dcd"
_NUMBER, _TEXT, _LIST = 0, 3, 4  # CBOR's major types
_LONGER = {24: 1, 25: 2, 26: 4, 27: 8}
_PAGES, _FILTERS = 1, 3
"""Where the metadata have [digest, words] of each page, and [name, digest] of each filter."""

_SEARCHED = "kind"
"""The filter that the search asks Pagefind for; the others are for the explorer."""


def put_in_order(bundle: Path, language: str) -> None:
    """Rewrite the filters of a bundle of one language, and what names them.

    Those of the explorer become `facets.json`: at 3,000 cases they and the engine that reads them would
    take 180 KB, the one file 25.
    """
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    about = entry["languages"][language]
    meta_file = bundle / f"pagefind.{about['hash']}.pf_meta"
    meta = _read(meta_file)
    rows, facets = [], {}
    for _, digest in meta[_FILTERS]:
        old = bundle / "filter" / f"{digest}.pf_filter"
        name, values = _read(old)
        old.unlink()
        if name != _SEARCHED:
            facets[name] = sorted(values)
            continue
        row = [name, _named(language, content := _write([name, sorted(values)]))]
        old.with_name(f"{row[1]}.pf_filter").write_bytes(content)
        rows.append(row)
    meta[_FILTERS] = rows
    pages = [digest.removeprefix(f"{language}_") for digest, _ in meta[_PAGES]]
    (bundle / FACETS_FILE).write_text(facets_json(pages, facets), encoding="utf-8")
    about["hash"] = _named(language, content := _write(meta))
    meta_file.unlink()
    (bundle / f"pagefind.{about['hash']}.pf_meta").write_bytes(content)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _named(language: str, content: bytes) -> str:
    return f"{language}_{digest_of(content)[:10]}"


def _read(file: Path) -> Any:
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(_SIGNATURE):
        raise ValueError(f"{file.name} is not as Pagefind 1.5 writes it")
    value, end = _decode(content, len(_SIGNATURE))
    if end != len(content):
        raise ValueError(f"{file.name} is not as Pagefind 1.5 writes it")
    return value


def _write(value: Any) -> bytes:
    return gzip.compress(_SIGNATURE + _encode(value), mtime=0)


def _decode(content: bytes, place: int) -> tuple[Any, int]:
    kind, size = divmod(content[place], 32)
    place += 1
    if size in _LONGER:
        end = place + _LONGER[size]
        size, place = int.from_bytes(content[place:end], "big"), end
    elif size > 27:
        raise ValueError("the index holds a value of unknown length")
    if kind == _NUMBER:
        return size, place
    if kind == _TEXT:
        return content[place : place + size].decode(), place + size
    if kind == _LIST:
        items = []
        for _ in range(size):
            item, place = _decode(content, place)
            items.append(item)
        return items, place
    raise ValueError("the index holds values that are neither numbers, texts nor lists")


def _encode(value: Any) -> bytes:
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(value)) + b"".join(map(_encode, value))


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind * 32 + size])
    mark, length = next((mark, length) for mark, length in _LONGER.items() if size < 256**length)
    return bytes([kind * 32 + mark]) + size.to_bytes(length, "big")
