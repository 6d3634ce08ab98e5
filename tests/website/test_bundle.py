"""Pagefind's bundle in a fixed order."""

import gzip
import json
import random
from pathlib import Path

import pytest

from knowledge_base.website.bundle import _write, put_in_order
from knowledge_base.website.facets import facets_json

# As Pagefind writes it: signature, then CBOR. ["kind", [["guide", [1]], ["case", [0, 2]]]]
GUIDE_FIRST = b"\x82\x64kind\x82\x82\x65guide\x81\x01\x82\x64case\x82\x00\x02"
CASE_FIRST = b"\x82\x64kind\x82\x82\x64case\x82\x00\x02\x82\x65guide\x81\x01"
META = b"\x86\x651.5.2\x80\x80\x81\x82\x64kind\x66en_old\x80\x80"


def bundle(folder: Path, filter_: bytes, meta: bytes = META) -> Path:
    """Write a bundle with one filter and nothing else."""
    (folder / "filter").mkdir(parents=True)
    (folder / "filter/en_old.pf_filter").write_bytes(gzip.compress(b"pagefind_dcd" + filter_))
    (folder / "pagefind.en_meta.pf_meta").write_bytes(gzip.compress(b"pagefind_dcd" + meta))
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_meta", "wasm": "en"}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_two_orders_become_one(tmp_path: Path) -> None:
    one, other = bundle(tmp_path / "one", GUIDE_FIRST), bundle(tmp_path / "other", CASE_FIRST)
    put_in_order(one, "en")
    put_in_order(other, "en")
    assert contents(one) == contents(other)


def test_what_names_the_filter_follows(tmp_path: Path) -> None:
    folder = bundle(tmp_path / "bundle", GUIDE_FIRST)
    put_in_order(folder, "en")
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    meta = gzip.decompress((folder / f"pagefind.{entry['languages']['en']['hash']}.pf_meta").read_bytes())
    [filter_] = (folder / "filter").iterdir()
    assert filter_.stem.encode() in meta and b"en_old" not in meta
    assert gzip.decompress(filter_.read_bytes()) == b"pagefind_dcd" + CASE_FIRST


@pytest.mark.parametrize("strange", [b"\xa0", b"\x82\x64kind\x80\x00", b"\x9f\xff"])
def test_another_format_is_refused(tmp_path: Path, strange: bytes) -> None:
    with pytest.raises(ValueError, match=r"index holds|as Pagefind"):
        put_in_order(bundle(tmp_path / "bundle", strange), "en")


def test_the_facets_become_one_file_newest_first(tmp_path: Path) -> None:
    folder = tmp_path / "bundle"
    (folder / "filter").mkdir(parents=True)
    filters = {
        "kind": [["case", [0, 2, 3]], ["guide", [1]]],
        "begun": [["2001-05", [0]], ["1994", [3]], ["2001-11", [2]]],
        "theme": [["skills", [0, 3]], ["food", [0, 2]]],
        "outcome": [["worked", [2, 3]], ["mixed", [0]]],
        "summary": [["Words.", [0, 2, 3]]],
    }
    for name, values in filters.items():
        write(folder / f"filter/en_{name}.pf_filter", [name, values])
    pages = [[f"en_{digest}", 9] for digest in ("aaa", "bbb", "ccc", "ddd")]
    write(
        folder / "pagefind.en_meta.pf_meta", ["1.5.2", pages, [], [[n, f"en_{n}"] for n in filters], [], []]
    )
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_meta", "wasm": "en"}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
    put_in_order(folder, "en")
    assert json.loads((folder / "facets.json").read_text(encoding="utf-8")) == {
        "cases": "ccc aaa ddd",
        "facets": {
            "outcome": {"values": ["mixed", "worked"], "one": "101"},
            "theme": {"values": ["food", "skills"], "some": "0,0.1,1"},
        },
    }
    # The search keeps its own filter and is not made heavier by the others.
    [left] = (folder / "filter").iterdir()
    assert b"kind" in gzip.decompress(left.read_bytes())
    [meta] = folder.glob("*.pf_meta")
    assert b"theme" not in gzip.decompress(meta.read_bytes())


def test_three_thousand_cases_have_facets_in_a_small_file() -> None:
    draw = random.Random(1)
    pages = [f"{draw.getrandbits(28):07x}" for _ in range(3000)]

    def drawn(values: int, each: int = 1) -> list[tuple[str, list[int]]]:
        having: dict[str, list[int]] = {}
        for page in range(3000):
            for value in draw.sample(range(values), each):
                having.setdefault(f"value-{value}", []).append(page)
        return list(having.items())

    filters = {"begun": drawn(60), "theme": drawn(16, 2), "region": drawn(24), "period": drawn(8, 3)}
    filters |= {name: drawn(5) for name in ("work", "outcome", "grade", "budget", "staff", "power")}
    assert len(gzip.compress(facets_json(pages, filters).encode())) < 40_000


def write(file: Path, value: object) -> None:
    file.write_bytes(_write(value))
