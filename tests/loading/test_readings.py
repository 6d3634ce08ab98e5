"""What was read is kept between runs, and nothing else is ever made of it."""

import pickle
import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.conftest import EXAMPLE_SITE, TODAY

from knowledge_base.inspection import inspect
from knowledge_base.loading import records

CASE = "practices/cases/harbour-yard"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE_SITE, tmp_path / "root"))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the path of each record that is read from its files."""
    paths: list[str] = []
    original = records.read_record
    monkeypatch.setattr(records, "read_record", lambda e, k, r: (paths.append(e.name), original(e, k, r))[1])
    return paths


def test_only_a_changed_record_is_read_again_and_all_say_the_same(root: Path, read: list[str]) -> None:
    first = inspect(root, TODAY)
    assert len(read) > 5
    read.clear()
    again = inspect(root, TODAY)
    assert read == []
    assert (again.catalogue, again.findings) == (first.catalogue, first.findings)
    assert [r.kind for r in again.catalogue.records] == [r.kind for r in first.catalogue.records]
    text = root / CASE / "en.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    changed = inspect(root, TODAY).catalogue.of_kind("case")["harbour-yard"]
    assert read == ["harbour-yard"]
    assert changed.texts["en"].source.sections[-1].body.endswith("More.")


def test_a_record_that_is_gone_is_forgotten(root: Path, read: list[str]) -> None:
    inspect(root, TODAY)
    shutil.rmtree(root / CASE)
    assert "harbour-yard" not in inspect(root, TODAY).catalogue.of_kind("case")
    with sqlite3.connect(root / "build/readings.db") as database:
        paths = [path for (path,) in database.execute("SELECT path FROM readings")]
    assert paths and not any("harbour-yard" in path for path in paths)


def test_a_spoilt_file_is_read_over(root: Path, read: list[str]) -> None:
    first = inspect(root, TODAY)
    (root / "build/readings.db").write_bytes(b"no database" * 1_000)
    read.clear()
    assert inspect(root, TODAY).catalogue == first.catalogue
    assert len(read) > 5
    read.clear()
    inspect(root, TODAY)
    assert read == []


class _Hostile:
    def __init__(self, call: tuple[object, tuple[object, ...]]) -> None:
        self._call = call

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self._call


@pytest.mark.parametrize("function", [eval, shutil.rmtree, records.load])
def test_what_lies_in_build_runs_nothing(
    root: Path, tmp_path: Path, read: list[str], function: object
) -> None:
    first = inspect(root, TODAY)
    marker = tmp_path / "marker"
    marker.mkdir()
    call: tuple[object, ...] = (
        (f"__import__('os').rmdir({str(marker)!r})",) if function is eval else (marker,)
    )
    value = pickle.dumps(([_Hostile((function, call))], []))
    database = sqlite3.connect(root / "build/readings.db")
    with database:
        database.execute("UPDATE readings SET value = ?", (value,))
    database.close()
    read.clear()
    assert inspect(root, TODAY).catalogue == first.catalogue
    assert len(read) > 5
    assert marker.exists()
